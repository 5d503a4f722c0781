import type { Table } from "mdast";
import type { Block } from "../../model/content.ts";
import { letterAt } from "../../model/version.ts";
import { paragraph } from "../inline.ts";
import { defineKind, type Order } from "../kind.ts";
import { isSourceOrder, otherOrder } from "../other-order.ts";
import { type Matching, type RightCell, readMatching } from "./read.ts";
import { renderMatching } from "./render.tsx";
import style from "./style.css";

/** Pairs to be found: numbers on the left, letters on the right, more letters than numbers where there are distractors. */
export const matching = defineKind<Matching>({
  name: "matching",
  claim: claimTables,
  read: readMatching,
  arrange: arrangeMatching,
  key(body) {
    const letters = new Map(body.right.map(({ id }, index) => [id, letterAt(index)]));
    const pairs = body.left.map(({ partner }, index) => ({ left: index + 1, right: letters.get(partner) }));
    return {
      text: pairs.map(({ left, right }) => `${left}-${right}`).join(";"),
      details: { options: body.right.map(({ id }, index) => ({ letter: letterAt(index), id })), pairs },
    };
  },
  letters: ({ right }) => new Map(right.map(({ id }, index) => [id, index])),
  texts({ titles, left, right }, words) {
    const places = new Map(right.map(({ id }, index) => [id, index]));
    return {
      printed: [
        { content: paragraph(titles.left) },
        ...left.map(({ content, partner }, index) => ({
          filled: words.optionLetter(places.get(partner) as number),
          label: String(index + 1),
          content: paragraph(content),
        })),
        { content: paragraph(titles.right) },
        ...right.map(({ content }, index) => ({ label: words.optionLetter(index), content: paragraph(content) })),
      ],
      secret: [],
    };
  },
  render: renderMatching,
  style,
});

/** A table is matched only where the author says so, and another table may stand in the stem if it is no pair of columns. */
function claimTables(blocks: readonly Block[], named: boolean): number[] {
  if (!named) return [];
  const tables = blocks.flatMap((block, index) => (block.type === "table" ? [index] : []));
  const pairs = tables.filter((index) => (blocks[index] as Table).children[0]?.children.length === 2);
  return pairs.length > 0 ? pairs : tables;
}

/** Never as written, and never so that each partner stands beside its own: then the paper would show the answer. */
function arrangeMatching(body: Matching, order: Order): Matching {
  const { left, right } = body;
  if (left.length < 2) return body;
  const ids = right.map(({ id }) => id);
  const indexes = otherOrder(
    ids,
    order,
    (drawn) =>
      isSourceOrder(drawn) || left.every(({ partner }, place) => right[drawn[place] as number]?.id === partner),
  );
  return { ...body, right: indexes.map((index) => right[index] as RightCell) };
}
