import type { Option } from "../questions/choice/options.ts";
import { choiceItems } from "./choice-items.ts";
import type { Rule } from "./rule.ts";
import { isWords, plainText } from "./words.ts";

/** Shorter options are often about one letter: `carbonate` and `carbonite`. */
const WORDS = 5;
/** Shorter words differ in earnest by one letter: `an` and `and`. */
const LETTERS = 6;
/** More options are not compared, each with each. */
const OPTIONS = 100;

/** No two sentences among the options differ by a letter too many or two that changed places. */
export const nearDuplicateOptions: Rule = {
  id: "near-duplicate-options",
  severity: "warning",
  why: "Two long options that differ by a slip of the pen are one option; which of them is right is a matter of spelling. Reword one so that a reader sees what they differ in.",
  bad: `---
title: Quiz
---

## Heart

Which vessel carries blood away from the heart?

- [ ] A vein that carries blood to the lungs
- [ ] A vein that caries blood to the lungs
- [x] An artery that carries blood to the body
`,
  good: `---
title: Quiz
---

## Heart

Which vessel carries blood away from the heart?

- [ ] A vein that carries blood to the lungs
- [ ] A vein that carries blood to the heart
- [x] An artery that carries blood to the body
`,
  check: (exam) =>
    choiceItems(exam).flatMap(({ options }) => {
      const texts = options
        .slice(0, OPTIONS)
        .filter(({ content }) => isWords(content))
        .map((option) => ({ option, words: wordsOf(option) }));
      return texts.flatMap(({ option, words }, index) => {
        const earlier = texts.slice(0, index).find((other) => isSlip(words, other.words));
        if (!earlier) return [];
        return [
          {
            message: "This option differs from another one by a letter",
            hint: "Correct the slip, or reword one of them.",
            place: option.place,
            related: { message: "the other one", place: earlier.option.place },
          },
        ];
      });
    }),
};

function wordsOf({ content }: Option): string[] {
  return (
    plainText(content)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Whether two texts are the same but for one word, and that one for a letter too many or two that changed places. */
function isSlip(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.length < WORDS) return false;
  const different = one.flatMap((word, index) =>
    word === other[index] ? [] : [[word, other[index] as string] as const],
  );
  const [pair] = different;
  return pair !== undefined && different.length === 1 && isSlipOfWord(...pair);
}

function isSlipOfWord(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < LETTERS || long.length > short.length + 1 || /\p{N}/u.test(long)) return false;
  const at = [...short].findIndex((letter, index) => letter !== long[index]);
  if (long.length > short.length) return at > 1 && short.slice(at) === long.slice(at + 1);
  return (
    at > 1 && short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}
