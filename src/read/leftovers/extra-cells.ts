import { placeOf } from "../reading.ts";
import type { Leftover } from "./leftover.ts";

/** A table row with more cells than the table's head: the parsers of the Markdown world leave these away. */
export const extraCells: Leftover = {
  id: "extra-cells",
  why: "Cells beyond those of the head are not printed. Often a | in a formula has divided a cell in two.",
  bad: "---\ntitle: Quiz\n---\n\n## Table\n\n| x | y |\n| - | - |\n| 1 | 2 | 3 |\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## Table\n\n| x | y |\n| - | - |\n| 1 | 2 \\| 3 |\n\nWhy?\n",
  find(node, { parents, reading }) {
    const table = parents.at(-1);
    if (node.type !== "tableRow" || table?.type !== "table") return;
    const columns = table.children[0]?.children.length ?? 0;
    const extra = node.children[columns];
    if (!extra) return;
    reading.report({
      severity: "error",
      rule: extraCells.id,
      message: `Unexpected cell ${columns + 1} in a table of ${columns} ${columns === 1 ? "column" : "columns"}`,
      hint: "Give the table's head as many cells. For a | inside a cell, in formulas and code too, write \\|.",
      place: placeOf(extra, reading),
    });
  },
};
