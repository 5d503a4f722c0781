import type { ElementContent } from "hast";
import type { Inline } from "../model/content.ts";
import type { RenderContext } from "./kind.ts";

/** A line of Markdown as HTML without a paragraph around it, for gaps and rules inside a line. */
export function renderInline(line: readonly Inline[], context: RenderContext): ElementContent[] {
  return context
    .content([{ type: "paragraph", children: [...line] }])
    .flatMap((node) => (node.type === "element" && node.tagName === "p" ? node.children : [node]));
}
