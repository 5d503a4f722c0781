import type { Option } from "../questions/choice/options.ts";
import { choiceItems } from "./choice-items.ts";
import { languageOf } from "./language-of.ts";
import type { Rule } from "./rule.ts";
import { stemOf } from "./stem-of.ts";
import { plainText } from "./words.ts";

/** English: the article a stem ends with does not tell the options apart. */
export const grammaticalCue: Rule = {
  id: "grammatical-cue",
  severity: "warning",
  why: "A stem that ends with “an” rules out every option that does not begin with a vowel, without any knowledge of the subject. Write “a(n)”, or the article into each option. Judged in English exams only.",
  bad: `---
title: Quiz
---

## Whale

The blue whale is an

- [x] animal that suckles its young
- [ ] fish
- [ ] reptile
`,
  good: `---
title: Quiz
---

## Whale

The blue whale is

- [x] a mammal
- [ ] a fish
- [ ] an amphibian
`,
  check(exam) {
    if (languageOf(exam).tag !== "en") return [];
    return choiceItems(exam).flatMap(({ item, options }) => {
      const article = /\s(an?)\s*(?:_+\.?|…|\.{3})?\s*:?$/i.exec(plainText(stemOf(item).slice(-1)))?.[1]?.toLowerCase();
      const misfit = options.find((option) => article && articleOf(option) && articleOf(option) !== article);
      if (!misfit || options.every((option) => articleOf(option) === articleOf(misfit))) return [];
      return [
        {
          message: `The question ends with "${article}", which rules this option out`,
          hint: 'End with "a(n)", or write the article into each option.',
          place: misfit.place,
        },
      ];
    });
  },
};

/** Initials that sound as they are written but for `hour`, `one`, `unit`, `euro`, `x-ray` and abbreviations, which are left out. */
function articleOf({ content }: Option): "a" | "an" | undefined {
  const first = /^\p{L}{2,}/u.exec(plainText(content))?.[0] ?? "";
  if (first === first.toUpperCase()) return undefined;
  if (/^(?:[ai]|e(?!u|w)|o(?!ne|nce|ui))/i.test(first)) return "an";
  return /^[bcdfgjklmnpqrstvwyz]/i.test(first) ? "a" : undefined;
}
