import type { List } from "mdast";
import type { Block } from "../../model/content.ts";
import { letterAt } from "../../model/version.ts";
import { defineKind } from "../kind.ts";
import { isSourceOrder, otherOrder } from "../other-order.ts";
import { type OrderedItem, type Ordering, readOrdering } from "./read.ts";
import { renderOrdering } from "./render.tsx";
import style from "./style.css";

/** Lettered things to be numbered in their right order, which the source has and the paper never. */
export const ordering = defineKind<Ordering>({
  name: "ordering",
  claim: claimLists,
  read: readOrdering,
  arrange({ items }, order) {
    if (items.length < 2) return { items };
    const ids = items.map(({ id }) => id);
    return { items: otherOrder(ids, order, isSourceOrder).map((index) => items[index] as OrderedItem) };
  },
  key({ items }) {
    const options = items.map(({ id, rank }, index) => ({ letter: letterAt(index), id, rank }));
    const inOrder = [...options].sort((a, b) => a.rank - b.rank);
    return { text: inOrder.map(({ letter }) => letter).join(";"), details: { options } };
  },
  letters: ({ items }) => new Map(items.map(({ id }, index) => [id, index])),
  texts: ({ items }, words) => ({
    printed: items.map(({ rank, content }, index) => ({
      filled: String(rank),
      label: words.optionLetter(index),
      content,
    })),
    secret: items.map(({ feedback }) => feedback),
  }),
  render: renderOrdering,
  style,
});

/** A list is put in order only where the author says so; one without numbers is taken where there is no other, to say what it lacks. */
function claimLists(blocks: readonly Block[], named: boolean): number[] {
  if (!named) return [];
  const isPlain = (block: Block): block is List =>
    block.type === "list" && block.children.every((item) => typeof item.checked !== "boolean");
  const lists = blocks.flatMap((block, index) => (isPlain(block) ? [index] : []));
  const numbered = lists.filter((index) => (blocks[index] as List).ordered);
  return numbered.length > 0 ? numbered : lists;
}
