import type { Nodes, Parents } from "mdast";
import { parseAttributes } from "../../model/attributes.ts";
import type { Problem } from "../../model/problem.ts";
import { NAMES } from "../directive-names.ts";
import type { Reading } from "../reading.ts";
import { isClosed } from "./close-block.ts";
import { COLON, explainDirective } from "./explain-directive.ts";
import { keyBlock } from "./key-block.ts";
import type { Leftover } from "./leftover.ts";
import { LINE_LEAD } from "./line-lead.ts";
import { isFenced } from "./unclosed-fence.ts";
import { writtenLines } from "./written-text.ts";

const CODE_LINE = new RegExp(`^(${LINE_LEAD})(${COLON}{2,}.*|:(?:${NAMES.join("|")})[[{].*)$`, "u");
const COLONS_ALONE = new RegExp(`^${COLON}+\\s*$`, "u");
const BLOCK = new RegExp(`${COLON}\\s*(solution|rubric|note)`, "iu");
const COLON_LINE = new RegExp(`^(${LINE_LEAD})(${COLON}{2,}.*)$`, "u");

/** A line that begins with colons, and was to be a directive, but became text or an indented code block. */
export const colonLine: Leftover = {
  id: "colon-line",
  why: "A directive with a slip in it is text for Markdown: `::: solution` would print the solution on the student's paper.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy?\n\n::: solution\nBecause it is bounded.\n:::\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy is 3:1 more than 2::1?\n\n:::solution\nBecause it is bounded.\n:::\n",
  find(node, { parents, reading, told }) {
    if (node.type !== "text" && node.type !== "inlineCode" && (node.type !== "code" || isFenced(node, reading))) return;
    // As code, a gap may begin a line too; in a text it would have been understood.
    const pattern = node.type === "code" ? CODE_LINE : COLON_LINE;
    for (const line of writtenLines(node, reading)) {
      const [, lead = "", written] = pattern.exec(line.text) ?? [];
      if (!written || lead.length < line.from || lead.length >= line.to) continue;
      if (COLONS_ALONE.test(written) && belongsToAnother(parents, reading, told)) continue;
      const start = line.start + lead.length;
      report(written.trimEnd(), start, reading);
      takeBraces(parents.at(-1)?.children ?? [], start, start + written.length);
    }
  },
};

/** Whether a line of colons should have closed a block that is reported itself: as never closed, or as not begun. */
function belongsToAnother(parents: readonly Parents[], reading: Reading, told: readonly Problem[]): boolean {
  if (parents.some((parent) => parent.type === "containerDirective" && !isClosed(parent, reading))) return true;
  return BLOCK.test(told.findLast(({ rule }) => rule === colonLine.id || rule === keyBlock.id)?.message ?? "");
}

/** Attributes on the line are part of the slip, and no strays of their own. */
function takeBraces(siblings: Nodes[], start: number, end: number): void {
  for (const [index, sibling] of siblings.entries()) {
    const at = sibling.position?.start.offset ?? 0;
    if (sibling.type === "attributes" && at >= start && at < end) {
      siblings[index] = { type: "text", value: sibling.value, ...(sibling.position && { position: sibling.position }) };
    }
  }
}

function report(written: string, start: number, reading: Reading): void {
  const brace = /^::[\w-]+(?:\[.*\])?\{[^}]*\}$/.test(written) ? written.lastIndexOf("{") : -1;
  const attributes = brace < 0 ? undefined : parseAttributes(reading.source, start + brace, start + written.length);
  const explained = attributes && "message" in attributes ? attributes : explainDirective(written);
  const place = reading.source.place(start, start + written.length);
  reading.report({ severity: "error", rule: colonLine.id, ...explained, place });
}
