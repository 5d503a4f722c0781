import { wordsFor } from "../languages/words.ts";
import type { Block } from "../model/content.ts";
import type { Exam, Item } from "../model/exam.ts";
import { answerTexts } from "../questions/answer-texts.ts";
import type { AnyKind } from "../questions/kind.ts";
import { contentIdentity } from "../questions/repetitions.ts";
import type { Finding, Rule } from "./rule.ts";
import { stemOf } from "./stem-of.ts";
import { plainText } from "./words.ts";

/** Shorter texts are instructions that may come again: "Justify your answer." */
const LETTERS = 20;

/** Nothing is asked twice. */
export const duplicateStem: Rule = {
  id: "duplicate-stem",
  severity: "warning",
  why: "A question that is asked twice was copied and not changed, or taken from two sources. Questions with one text count as different when their options are, or the text they stand under.",
  bad: `---
title: Quiz
---

## Water

At what temperature does water boil at sea level?

::numeric[100]{unit=°C}

## Boiling

At what temperature does water boil at sea level?

- [ ] 90 °C
- [x] 100 °C
`,
  good: `---
title: Quiz
---

## Physics

Which of these statements is right?

- [x] Sound needs a medium.
- [ ] Light needs a medium.

## Chemistry

Which of these statements is right?

- [x] Iron rusts.
- [ ] Gold rusts.
`,
  check(exam, _versions, kinds) {
    const earlier = new Map<string, Asked[]>();
    return askedIn(exam, kinds).flatMap((asked): Finding[] => {
      const alike = earlier.get(asked.text) ?? [];
      earlier.set(asked.text, [...alike, asked]);
      const first = alike.find((other) => haveOneAnswer(asked, other));
      if (!first) return [];
      const related = { message: "asked here first", place: first.item.place };
      return [
        { message: "This is asked twice", hint: "Delete or change one of them.", place: asked.item.place, related },
      ];
    });
  },
};

/** Something asked. */
interface Asked {
  readonly item: Item;
  /** What is read around the answer, from the section's text on; letter case left out. */
  readonly text: string;
  /** What may be chosen from; empty where nothing is. */
  readonly choices: readonly string[];
}

function askedIn(exam: Exam, kinds: readonly AnyKind[]): Asked[] {
  const words = wordsFor(exam.settings.lang);
  const ask = (item: Item, around: readonly Block[]): Asked[] => {
    const isLong = plainText(stemOf(item)).replace(/\P{L}/gu, "").length >= LETTERS;
    // A body that was not understood has no words.
    if (!isLong || item.kind === "parts" || item.body === undefined) return [];
    const { printed } = answerTexts(item, words, kinds);
    const choices = printed.filter(({ label }) => label).map(({ content }) => identityOf(content));
    return [{ item, text: identityOf([...around, ...stemOf(item), ...item.after]), choices }];
  };
  return exam.sections.flatMap(({ text, questions }) =>
    questions.flatMap((question) => [
      ...ask(question, text),
      ...question.parts.flatMap((part) => ask(part, [...text, ...question.stem])),
    ]),
  );
}

function identityOf(content: readonly Block[]): string {
  return contentIdentity(content)
    .toLowerCase()
    .replace(/(?:\\n|\s)+/g, " ");
}

/** Whether what is asked in one text is also answered from the same. */
function haveOneAnswer({ choices }: Asked, other: Asked): boolean {
  const isFree = choices.length === 0 || other.choices.length === 0;
  return isFree || choices.some((choice) => other.choices.includes(choice));
}
