import type { TextContent } from "pdfjs-dist/types/src/display/api.js";

/**
 * The text of a page by the stretches it is marked as, which the structure tree may refer to; empty for one that paints no
 * text. What is not marked is under the name `unmarked`.
 */
export function markedText({ items }: TextContent): ReadonlyMap<string, string> {
  const marked = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    const inside = open.at(-1) ?? UNMARKED;
    if ("str" in item) {
      const words = item.hasEOL ? `${item.str}\n` : item.str;
      marked.set(inside, (marked.get(inside) ?? "") + words);
    } else if (item.type === "endMarkedContent") open.pop();
    else {
      // What is nested in a stretch belongs to it, unless it is one itself.
      const id: string | null | undefined = item.id;
      open.push(id ?? inside);
      if (id && !marked.has(id)) marked.set(id, "");
    }
  }
  return marked;
}

const UNMARKED = "unmarked";
