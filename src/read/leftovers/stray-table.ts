import type { Paragraph } from "mdast";
import { type Reading, typed } from "../reading.ts";
import type { Leftover } from "./leftover.ts";
import { writtenLines } from "./written-text.ts";

/** Lines of cells in bars, of which a table has at least two. */
const ROW = /^[\s>]*\|(?:[^|]*\|){2,}\s*$/;

/** A table that is none: its line of dashes is missing, or has another number of cells than the head. */
export const strayTable: Leftover = {
  id: "stray-table",
  why: "Without a line of dashes below its head, or when the two differ in their number of cells, there is no table: bars and dashes would be printed as they are.",
  bad: "---\ntitle: Quiz\n---\n\n## Table\n\n| x | y |\n| - |\n| 1 | 2 |\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## Table\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\nWhy?\n",
  find(node, { reading }) {
    if (node.type === "paragraph") findRows(node, reading);
    if (node.type !== "text") return;
    for (const { text, start, from } of writtenLines(node, reading)) {
      const dashes = text.replace(/^[\s>]+/, "");
      // The first line of a text has no head above it.
      if (from > 0 || !/^[-|:\s]+$/.test(dashes) || !dashes.includes("|") || !dashes.includes("-")) continue;
      const begin = start + text.length - dashes.length;
      reading.report({
        severity: "error",
        rule: strayTable.id,
        message: "Unexpected line of dashes, expected as many cells as in the line above",
        hint: "Give the head of the table and the line of dashes the same number of cells. For a | inside a cell write \\|.",
        place: reading.source.place(begin, begin + dashes.trimEnd().length),
      });
    }
  },
};

/** Two lines of as many cells, and no line of dashes, which is told by itself. */
function findRows(paragraph: Paragraph, reading: Reading): void {
  const source = typed(paragraph, reading).replace(/\\\|/g, "\uE000\uE000");
  const lines = source.split(/\r?\n/);
  if (lines.some((line) => /^[-|:\s>]+$/.test(line))) return;
  const bars = lines.map((line) => (ROW.test(line) ? line.split("|").length : 0));
  const head = bars.findIndex((count, index) => count > 0 && count === bars[index + 1]);
  const line = lines[head];
  if (line === undefined) return;
  const start = (paragraph.position?.start.offset ?? 0) + source.indexOf(line);
  reading.report({
    severity: "error",
    rule: strayTable.id,
    message: "Unexpected row of cells in a text, expected a line of dashes below the head of a table",
    hint: "Write | --- | --- | below the first row, with as many cells. For a | in the text write \\|.",
    place: reading.source.place(start, start + line.trimEnd().length),
  });
}
