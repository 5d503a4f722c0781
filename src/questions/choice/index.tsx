import type { List } from "mdast";
import type { Words } from "../../languages/words.ts";
import type { Block } from "../../model/content.ts";
import { letterAt } from "../../model/version.ts";
import { type AnswerSource, defineKind, type Kind } from "../kind.ts";
import { arrangeOptions } from "./arrange.ts";
import { type Choice, countChecked, isTaskList, isTrueFalse, readOptions } from "./options.ts";
import { renderOptions } from "./render.tsx";
import style from "./style.css";

/** What the three kinds of choice share: everything but which lists they are and how many options may be right. */
const choice = {
  heeds: ["columns", "shuffle"],
  arrange: arrangeOptions,
  key({ options }: Choice) {
    const entries = options.map(({ id, correct }, index) => ({ letter: letterAt(index), id, correct }));
    const right = entries.filter((entry) => entry.correct).map((entry) => entry.letter);
    return { text: right.join(";"), details: { options: entries } };
  },
  letters: ({ options }: Choice) => new Map(options.map((option, index) => [option.id, index])),
  texts: ({ options }: Choice, words: Words) => ({
    printed: options.map(({ id, correct, content }, index) => ({
      label: words.optionLetter(index),
      id,
      right: correct,
      content,
    })),
    secret: options.map(({ feedback }) => feedback),
  }),
  style,
} satisfies Partial<Kind<Choice>>;

/** One option is right; letters beside round marks. */
export const single = defineKind<Choice>({
  ...choice,
  name: "single",
  claim: (blocks, named, language) =>
    indexes(blocks, (list) => named || (countChecked(list) < 2 && !isTrueFalse(list, language))),
  read: (source) => readChoice(source, (right) => right === 1, "exactly one right option"),
  render: (body, context) => renderOptions(body, context, "round"),
});

/** Any number of options is right; letters beside square marks. */
export const multiple = defineKind<Choice>({
  ...choice,
  name: "multiple",
  claim: (blocks, named, language) =>
    indexes(blocks, (list) => named || (countChecked(list) > 1 && !isTrueFalse(list, language))),
  read: (source) => readChoice(source, (right) => right > 0, "at least one right option"),
  render: (body, context) => renderOptions(body, context, "square"),
});

/** The language's two words, never shuffled. */
export const trueFalse = defineKind<Choice>({
  ...choice,
  name: "true-false",
  claim: (blocks, named, language) => indexes(blocks, (list) => named || isTrueFalse(list, language)),
  read: (source) => readChoice(source, (right) => right === 1, "exactly one right option"),
  heeds: ["columns"],
  arrange: (body) => body,
  render: (body, context) => renderOptions(body, context, "round"),
});

function indexes(blocks: readonly Block[], accepts: (list: List) => boolean): number[] {
  return blocks.flatMap((block, index) => (isTaskList(block) && accepts(block) ? [index] : []));
}

function readChoice(source: AnswerSource, allowed: (right: number) => boolean, expected: string): Choice {
  const list = source.blocks[0] as List;
  const body = readOptions(list, source);
  const right = body.options.filter((option) => option.correct).length;
  if (!allowed(right)) {
    source.report({
      severity: "error",
      rule: right === 0 ? "no-right-answer" : "too-many-right-answers",
      message: `Unexpected ${right} options marked right, expected ${expected}`,
      hint: "Mark what is right with `[x]`.",
      place: source.place(list),
    });
  }
  if (body.options.length < 2) {
    source.report({
      severity: "error",
      rule: "too-few-options",
      message: "Unexpected single option, expected at least two",
      hint: "Add a distractor: `- [ ] …`.",
      place: source.place(list),
    });
  }
  return body;
}
