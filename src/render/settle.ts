import type { Element, ElementContent } from "hast";
import type { Place } from "../model/place.ts";
import type { Job } from "./job.ts";

/** One document's last touches, in the order in which its pieces are settled. */
export interface Settling {
  /** The nodes as they are printed: references resolved, marks and columns set. The given ones stay as they are. */
  settle(nodes: readonly ElementContent[]): ElementContent[];
  /** Where each `data-mark` so far was written. */
  readonly places: readonly Place[];
  /** URLs of the pictures so far. */
  readonly pictures: ReadonlySet<string>;
}

/** Begins a document. Marks count up from 0 in the order of printing, so that they say nothing of the source's. */
export function startSettling({ version, paperLayout }: Job): Settling {
  const places: Place[] = [];
  const pictures = new Set<string>();
  let optionLists = 0;

  function settle(node: ElementContent): ElementContent {
    if (node.type !== "element") return node;
    const { pending, place } = node.data ?? {};
    if (pending?.type === "reference") return { type: "text", value: referenceTo(pending.target) };
    const properties = { ...node.properties };
    if (place) properties.dataMark = String(places.push(place) - 1);
    if (typeof properties.src === "string") pictures.add(properties.src);
    if (properties.dataOptions !== undefined) {
      const columns = paperLayout?.optionColumns[optionLists++];
      if (columns !== undefined) properties.dataColumns = String(columns);
    }
    const settled: Element = {
      type: "element",
      tagName: node.tagName,
      properties,
      children: node.children.map(settle),
    };
    return settled;
  }

  function referenceTo(target: string): string {
    const text = version.references[target];
    if (text === undefined)
      throw new Error(`Expected a question, part or option called ${target} in version ${version.label}`);
    return text;
  }

  return { settle: (nodes) => nodes.map(settle), places, pictures };
}
