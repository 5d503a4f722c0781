import type { List, ListItem } from "mdast";
import { readAttributes, text } from "../../model/attribute-types.ts";
import type { Block } from "../../model/content.ts";
import type { Place } from "../../model/place.ts";
import type { AnswerSource } from "../kind.ts";
import { contentIdentity, repetitions } from "../repetitions.ts";

/** Things that have one right order. */
export interface Ordering {
  /** In the order they are printed in. */
  readonly items: readonly OrderedItem[];
}

/** One of the things to put in order. */
export interface OrderedItem {
  readonly place: Place;
  /** The author's, or `o` and its place in the source from 1. */
  readonly id: string;
  /** Its place in the right order, from 1. */
  readonly rank: number;
  readonly content: readonly Block[];
  /** Quotes in the item; key only, as in an option. */
  readonly feedback: readonly Block[];
}

/** The items of a list that is written in the right order. */
export function readOrdering(source: AnswerSource): Ordering {
  const list = source.blocks[0] as List;
  const fault = (rule: string, place: Place, message: string, hint: string) =>
    source.report({ severity: "error", rule, message, hint, place });
  if (!list.ordered) {
    const message = "Unexpected list without numbers, expected the items numbered in the right order";
    fault("unnumbered-items", source.place(list), message, "Write `1. …`, `2. …`.");
  }
  const items = list.children.map((item, index) => readItem(item, index, source));
  for (const { place, content } of items) {
    if (content.length === 0) fault("empty-item", place, "Unexpected empty item", "Write its text behind the number.");
  }
  if (items.length < 2) {
    const message = "Unexpected single item, expected at least two to put in order";
    fault("too-few-items", source.place(list), message, "Add an item, or ask another kind of question.");
  }
  const filled = items.filter(({ content }) => content.length > 0);
  for (const { again, first } of repetitions(filled, ({ content }) => contentIdentity(content))) {
    source.report({
      severity: "error",
      rule: "duplicate-item",
      message: "Unexpected second item that says the same",
      hint: "Two equal items have no right order; tell them apart or keep one.",
      place: again.place,
      related: { message: "the first one", place: first.place },
    });
  }
  for (const { again, first } of repetitions(items, ({ id }) => id)) {
    source.report({
      severity: "error",
      rule: "duplicate-id",
      message: `Two items have the id "${again.id}"`,
      hint: "Give one of them another id. Items without an id are called o1, o2 … by their place.",
      place: again.place,
      related: { message: "the first one", place: first.place },
    });
  }
  return { items };
}

function readItem(item: ListItem, index: number, source: AnswerSource): OrderedItem {
  const { id } = readAttributes(source.attributes(item), { of: "an item", types: { id: text }, report: source.report });
  const isEmpty = (block: Block) => block.type === "paragraph" && block.children.length === 0;
  return {
    place: source.place(item),
    id: id ?? `o${index + 1}`,
    rank: index + 1,
    content: item.children.filter((child) => child.type !== "blockquote" && !isEmpty(child)),
    feedback: item.children.flatMap((child) => (child.type === "blockquote" ? child.children : [])),
  };
}
