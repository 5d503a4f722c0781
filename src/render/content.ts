import type { Element, ElementContent } from "hast";
import type { ImageData } from "mdast";
import { wordsFor } from "../languages/words.ts";
import { alternativeText, type Block, type Inline } from "../model/content.ts";
import type { Exam } from "../model/exam.ts";
import { renderSpace } from "../questions/space.tsx";
import { formula } from "./formula.ts";
import { highlight } from "./highlight.ts";
import { toHast } from "./to-hast.ts";

/** The Markdown of one exam as HTML. Each block is converted once and shared by all versions and views. */
export interface Content {
  /** Blocks written in `file`. The elements are shared: they are read, never changed. */
  blocks(blocks: readonly Block[], file: string): ElementContent[];
  /** Words of one line, e.g. a title. */
  inlines(inlines: readonly Inline[], file: string): ElementContent[];
}

/** The content of an exam, the same one at each call. */
export function contentOf(exam: Exam): Content {
  const known = contents.get(exam);
  if (known) return known;
  const { macros, lang } = exam.settings;
  const content = convert({ macros, pictureName: wordsFor(lang).language.labels.figure });
  contents.set(exam, content);
  return content;
}

const contents = new WeakMap<Exam, Content>();

/** What our own markup needs to know of an exam. */
interface Markings {
  readonly macros: Readonly<Record<string, string>>;
  /** Said of a picture that has no alternative text. */
  readonly pictureName: string;
}

function convert(markings: Markings): Content {
  const converted = new WeakMap<object, ElementContent[]>();

  function once(source: object, file: string, make: () => ElementContent[]): ElementContent[] {
    const known = converted.get(source);
    if (known) return known;
    const made = make().map((node) => finish(node, file, markings));
    converted.set(source, made);
    return made;
  }

  return {
    blocks: (blocks, file) => blocks.flatMap((block) => once(block, file, () => toHast([block]))),
    inlines: (inlines, file) =>
      once(inlines, file, () =>
        toHast([{ type: "paragraph", children: [...inlines] }]).flatMap((node) =>
          node.type === "element" ? node.children : [node],
        ),
      ),
  };
}

/** Elements that can be too wide for their place, or broken. */
const MARKED = new Set(["p", "pre", "table", "img", "li"]);

/** Puts our own markup in the places of its stand-ins and notes where each block, formula and image was written. */
function finish(node: ElementContent, file: string, markings: Markings): ElementContent {
  if (node.type !== "element") return node;
  const { ours } = node.data ?? {};
  const element = ours ? ownMarkup(node, ours, markings) : node;
  const marked = ours ? ours.type !== "space" && ours.type !== "pageBreak" : MARKED.has(node.tagName);
  if (node.position && marked && !holdsBlocks(node))
    element.data = { ...element.data, place: { file, ...completePosition(node.position) } };
  if (!ours) element.children = node.children.map((child) => finish(child, file, markings));
  return element;
}

function ownMarkup(
  standIn: Element,
  ours: NonNullable<NonNullable<Element["data"]>["ours"]>,
  { macros, pictureName }: Markings,
): Element {
  switch (ours.type) {
    case "math":
    case "inlineMath":
      return formula(ours.value, ours.type === "math", macros);
    case "code":
      return highlight(ours);
    case "space":
      return renderSpace(ours) as Element;
    case "pageBreak":
      return { type: "element", tagName: "div", properties: { className: ["page-break"] }, children: [] };
    case "image": {
      const style = imageStyle(ours.data ?? {});
      const alt = alternativeText(ours) ?? pictureName;
      return { ...standIn, properties: { ...standIn.properties, alt, ...(style && { style }) } };
    }
  }
}

/** A template may fit pictures into their place, but not one with a length of its own: its author is told where it is too wide. */
function imageStyle({ width, height }: Pick<ImageData, "width" | "height">): string {
  const isLength = [width, height].some((size) => size && !size.endsWith("%"));
  return [width && `width: ${width}`, height && `height: ${height}`, isLength && "max-width: none"]
    .filter(Boolean)
    .join("; ");
}

/** A list item of paragraphs has nothing of its own that could be too wide. */
function holdsBlocks({ tagName, children }: Element): boolean {
  return tagName === "li" && children.some((child) => child.type === "element" && child.tagName === "p");
}

function completePosition({ start, end }: NonNullable<Element["position"]>) {
  const point = ({ line, column, offset = 0 }: typeof start) => ({ line, column, offset });
  return { start: point(start), end: point(end) };
}
