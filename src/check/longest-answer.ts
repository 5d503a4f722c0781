import type { Option } from "../questions/choice/options.ts";
import { choiceItems } from "./choice-items.ts";
import type { Rule } from "./rule.ts";
import { isWords, plainText } from "./words.ts";

/** By far the longest: so many times as long as the next … */
const TIMES = 1.75;
/** … and longer by so many characters. */
const CHARACTERS = 30;

/** The right option is not by far the longest. */
export const longestAnswer: Rule = {
  id: "longest-answer",
  severity: "warning",
  why: "Whoever writes the right option with most care gives it away: students know that the longest one is often right. Shorten it, or say as much in another.",
  bad: `---
title: Quiz
---

## Ice

Why does ice float on water?

- [ ] It is colder.
- [x] Its molecules form an open lattice of hydrogen bonds, so it is less dense than the liquid.
- [ ] It holds air.
- [ ] It is harder.
`,
  good: `---
title: Quiz
---

## Ice

Why does ice float on water?

- [ ] It is colder than the water.
- [x] It is less dense than water.
- [ ] It holds bubbles of air.
- [ ] It is harder than water.
`,
  check: (exam) =>
    choiceItems(exam).flatMap(({ item, options }) => {
      const [right] = options.filter(({ correct }) => correct);
      const isMeasured =
        item.kind === "single" && options.length > 2 && options.every(({ content }) => isWords(content));
      if (!right || !isMeasured) return [];
      const length = lengthOf(right);
      const next = Math.max(...options.filter((option) => option !== right).map(lengthOf));
      if (length <= next * TIMES || length < next + CHARACTERS) return [];
      return [
        {
          message: `The right option is by far the longest: ${length} characters, the next has ${next}`,
          hint: "Shorten it, or let another option be as long.",
          place: right.place,
        },
      ];
    }),
};

function lengthOf({ content }: Option): number {
  return plainText(content).length;
}
