import type { ElementContent } from "hast";
import type { Block, Inline } from "../model/content.ts";
import type { RenderContext } from "./kind.ts";

/** A line of Markdown as HTML without a paragraph around it, for gaps, rules and cells. */
export function renderInline(line: readonly Inline[], context: RenderContext): ElementContent[] {
  // Beside an empty text, a formula alone in its line stays in the line and is not displayed as a block.
  return context
    .content([{ type: "paragraph", children: [...line, { type: "text", value: "" }] }])
    .flatMap((node) => (node.type === "element" && node.tagName === "p" ? node.children : [node]));
}

/** A line as content: given as Markdown or as plain words. */
export function paragraph(line: string | readonly Inline[]): Block[] {
  return [{ type: "paragraph", children: typeof line === "string" ? [{ type: "text", value: line }] : [...line] }];
}
