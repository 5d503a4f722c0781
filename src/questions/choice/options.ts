import type { List, ListItem, Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Language } from "../../languages/language.ts";
import { oneOf, readAttributes, text } from "../../model/attribute-types.ts";
import type { Block } from "../../model/content.ts";
import type { Place } from "../../model/place.ts";
import type { AnswerSource } from "../kind.ts";

/** A list of options, of which the right ones are marked. */
export interface Choice {
  readonly options: readonly Option[];
}

/** One of the things to choose from. */
export interface Option {
  readonly place: Place;
  /** The author's, or `o` and its place in the source from 1. */
  readonly id: string;
  readonly correct: boolean;
  /** Where it stays when options are shuffled: at its own place, or at an end. */
  readonly pin?: "here" | "first" | "last";
  readonly content: readonly Block[];
  /** Key only. */
  readonly feedback: readonly Block[];
}

/** A list with at least one box: `- [ ]` or `- [x]`. */
export function isTaskList(block: Block): block is List {
  return block.type === "list" && block.children.some((item) => typeof item.checked === "boolean");
}

/** How many boxes of a list are ticked. */
export function countChecked(list: List): number {
  return list.children.filter((item) => item.checked).length;
}

/** Whether a list is exactly the language's two words for true and false, in either order. */
export function isTrueFalse(list: List, language: Language): boolean {
  const [first, second, ...more] = list.children.map(optionWords);
  if (first === undefined || second === undefined || more.length > 0) return false;
  const found = [first, second].sort().join("/");
  return language.trueFalse.some(
    (pair) =>
      found ===
      pair
        .map((word) => word.toLowerCase())
        .sort()
        .join("/"),
  );
}

/** An option's plain words, without feedback, attributes, letter case and final stop. */
function optionWords(item: ListItem): string {
  const shown = item.children.filter((child) => child.type !== "blockquote");
  return textOf(shown).trim().replace(/\.$/, "").toLowerCase();
}

/** The options of a task list, in the source's order. */
export function readOptions(list: List, source: AnswerSource): Choice {
  if (list.ordered) {
    source.report({
      severity: "error",
      rule: "ordered-options",
      message: "Unexpected numbered list of options, expected a list with -, * or +",
      hint: "Options are lettered by the tool; write `- [ ] …`.",
      place: source.place(list),
    });
  }
  const options = list.children.map((item, index) => readOption(item, index, source));
  reportDuplicateIds(options, source);
  return { options };
}

function readOption(item: ListItem, index: number, source: AnswerSource): Option {
  const place = source.place(item);
  if (typeof item.checked !== "boolean") {
    source.report({
      severity: "error",
      rule: "option-without-box",
      message: "Unexpected list item without a box among options",
      hint: "Begin it with `[ ]`, or with `[x]` when it is right.",
      place,
    });
  }
  const values = readAttributes(source.attributes(item), {
    of: "an option",
    types: { id: text, pin: oneOf(["first", "last", "here"], "here") },
    report: source.report,
  });
  const feedback = item.children.filter((child) => child.type === "blockquote").flatMap((quote) => quote.children);
  const content = item.children.filter((child) => child.type !== "blockquote" && !isEmpty(child));
  if (content.length === 0) {
    source.report({
      severity: "error",
      rule: "empty-option",
      message: "Unexpected empty option",
      hint: "Write its text behind the box.",
      place,
    });
  }
  const pin = values.pin ?? (speaksOfTheOthers(content, source.language) ? "last" : undefined);
  if (pin && !values.pin) {
    source.report({
      severity: "note",
      rule: "option-pinned-last",
      message: `"${textOf(content).trim()}" speaks of the other options and is kept last`,
      hint: "Write {pin} to keep it where it stands, or {pin=last} to say so yourself.",
      place,
    });
  }
  return {
    place,
    id: values.id ?? `o${index + 1}`,
    correct: item.checked === true,
    ...(pin && { pin }),
    content,
    feedback,
  };
}

function isEmpty(block: Block): boolean {
  return block.type === "paragraph" && (block as Paragraph).children.length === 0;
}

function speaksOfTheOthers(content: readonly Block[], language: Language): boolean {
  const words = textOf({ type: "root", children: [...content] }).trim();
  return language.lastOptions.some((pattern) => pattern.test(words));
}

function reportDuplicateIds(options: readonly Option[], source: AnswerSource): void {
  const first = new Map<string, Option>();
  for (const option of options) {
    const earlier = first.get(option.id);
    if (!earlier) first.set(option.id, option);
    else
      source.report({
        severity: "error",
        rule: "duplicate-id",
        message: `Two options have the id "${option.id}"`,
        hint: "Give one of them another id. Options without an id are called o1, o2 … by their place.",
        place: option.place,
        related: { message: "the first one", place: earlier.place },
      });
  }
}
