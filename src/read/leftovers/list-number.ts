import type { ListItem } from "mdast";
import { type Reading, typed } from "../reading.ts";
import type { Leftover } from "./leftover.ts";

/** A numbered item that the paper numbers otherwise. */
export const listNumber: Leftover = {
  id: "list-number",
  why: "Markdown counts a list on from its first number, whatever the others are: a list that is typed 3, 1, 2 is printed 3, 4, 5. An ordering goes by its lines, not by their numbers.",
  bad: "---\ntitle: Quiz\n---\n\n## Planets {kind=ordering}\n\nFrom the sun outwards:\n\n3. Earth\n1. Mercury\n2. Venus\n",
  good: "---\ntitle: Quiz\n---\n\n## Planets {kind=ordering}\n\nFrom the sun outwards:\n\n1. Mercury\n1. Venus\n1. Earth\n\n## Moons\n\nHow many moons has\n\n4. the fourth planet,\n5. the fifth?\n",
  find(node, { reading }) {
    if (node.type !== "list" || !node.ordered) return;
    const numbers = node.children.map((item) => numberOf(item, reading));
    // "1. 1. 1." leaves the counting to Markdown.
    if (numbers.every((number) => number === numbers[0])) return;
    const first = Number(numbers[0]);
    const index = numbers.findIndex((number, index) => number && Number(number) !== first + index);
    const item = node.children[index];
    if (!item) return;
    const start = item.position?.start.offset ?? 0;
    const number = numbers[index] ?? "";
    reading.report({
      severity: "error",
      rule: listNumber.id,
      message: `Unexpected number ${number} in a list, expected ${first + index}`,
      hint: "Number the items one by one from the first, in the order they stand in, or give all of them the same number.",
      place: reading.source.place(start, start + number.length),
    });
  },
};

/** As typed. */
function numberOf(item: ListItem, reading: Reading): string {
  return /^\d+/.exec(typed(item, reading))?.[0] ?? "";
}
