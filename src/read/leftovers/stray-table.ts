import type { Leftover } from "./leftover.ts";
import { writtenLines } from "./written-text.ts";

/** The line of dashes below a table's head, left as text because it has another number of cells. */
export const strayTable: Leftover = {
  id: "stray-table",
  why: "When head and dashes differ in their number of cells there is no table: bars and dashes would be printed as they are.",
  bad: "---\ntitle: Quiz\n---\n\n## Table\n\n| x | y |\n| - |\n| 1 | 2 |\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## Table\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\nWhy?\n",
  find(node, { reading }) {
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
