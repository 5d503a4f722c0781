import type { StructureNode } from "./lines.ts";
import { stretchName } from "./painted-text.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, nameOf, type PdfDictionary, PdfReference, type PdfValue } from "./pdf-value.ts";

/** An element, or a stretch of a page's text: what of it is on which pages, by the numbers of their objects. Nearly all are on one. */
type OnPages = readonly (readonly [page: number, node: StructureNode])[];

/**
 * The structure tree of each page by the number of the page's object: of the document's tree (ISO 32000-1, 14.7) what has
 * something on that page. Throws for a tree in which a branch grows twice.
 */
export function readStructure(file: PdfFile): ReadonlyMap<number, StructureNode> {
  const root = file.dictionary(file.dictionary(file.trailer.get("Root")).get("StructTreeRoot"));
  const roles = file.dictionary(root.get("RoleMap"));
  const seen = new Set<PdfDictionary>();

  function element(dictionary: PdfDictionary): OnPages {
    if (seen.has(dictionary)) throw new Error("Unexpected second place of an element in the structure tree");
    seen.add(dictionary);
    const written = nameOf(dictionary.get("S")) ?? "";
    const role = nameOf(roles.get(written)) ?? written;
    const alt = file.value(dictionary.get("Alt") ?? dictionary.get("ActualText"));
    const all = gathered(dictionary, { role, ...(typeof alt === "string" && { alt }) });
    // The head of a table is painted again on each page the table goes on.
    return role === "TH" ? all.slice(0, 1) : all;
  }

  function gathered(dictionary: PdfDictionary, node: StructureNode): OnPages {
    const page = dictionary.get("Pg");
    const kids = file.value(dictionary.get("K"));
    const pages: { readonly on: number; readonly children: StructureNode[] }[] = [];
    for (const kid of Array.isArray(kids) ? kids : [kids])
      for (const [on, child] of ofKid(file.value(kid), page)) {
        const last = pages.at(-1);
        const known = last?.on === on ? last : pages.find((each) => each.on === on);
        if (known) known.children.push(child);
        else pages.push({ on, children: [child] });
      }
    return pages.map(({ on, children }) => [on, { ...node, children }]);
  }

  function ofKid(kid: PdfValue, page: PdfValue | undefined): OnPages {
    if (typeof kid === "number") return stretch(kid, page);
    if (!isDictionary(kid)) return NOWHERE;
    switch (nameOf(kid.get("Type"))) {
      case "MCR":
        return stretch(kid.get("MCID"), kid.get("Pg") ?? page);
      case "OBJR":
        // A link's own object paints nothing.
        return NOWHERE;
      default:
        return element(kid);
    }
  }

  return new Map(gathered(root, { role: "Root" }));
}

const NOWHERE: OnPages = [];

function stretch(number: PdfValue | undefined, page: PdfValue | undefined): OnPages {
  return page instanceof PdfReference ? [[page.number, { id: stretchName(number) }]] : NOWHERE;
}
