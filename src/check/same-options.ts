import type { Option } from "../questions/choice/options.ts";
import { contentIdentity, repetitions } from "../questions/repetitions.ts";
import { choiceItems } from "./choice-items.ts";
import type { Rule } from "./rule.ts";
import { isWords, plainText } from "./words.ts";

/** Fewer letters are often a symbol in which the case counts: `Mg`, `AA` and `Aa`. */
const LETTERS_OF_A_WORD = 4;
/** Signs of code that was not marked as such, in which it counts too: `-D`, `key:Value`. */
const CODE = /(?:^|\s)-\p{L}|[\p{L}\p{N}][:=_(@/\\]\S|[{}<>=;@#$\\|]/u;

/** No two options are the same but for letter case, spaces, formatting or a final stop. */
export const sameOptions: Rule = {
  id: "same-options",
  severity: "warning",
  why: "Two options that say the same are both right or both wrong, and whoever sees it has one less to choose from. Code and formulas count as the same only when they are written the same.",
  bad: `---
title: Quiz
---

## Capital

What is the capital of France?

- [x] Paris
- [ ] paris.
- [ ] Lyon
`,
  good: `---
title: Quiz
---

## Genotype

Which genotype is heterozygous?

- [x] Aa
- [ ] AA
- [ ] aa
`,
  check: (exam) =>
    choiceItems(exam).flatMap(({ options }) =>
      repetitions(
        options.filter(({ content }) => content.length > 0),
        identityOf,
      ).map(({ again, first }) => ({
        message: "This option says the same as another one",
        hint: "Replace it. Where the difference matters, write both as `code`.",
        place: again.place,
        related: { message: "the other one", place: first.place },
      })),
    ),
};

/** Equal for options that say the same. */
function identityOf({ content }: Pick<Option, "content">): string {
  if (!isWords(content)) return contentIdentity(content);
  const text = plainText(content)
    .normalize()
    .replace(/\s+(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])\s+/gu, "")
    .replace(/[.。]$/, "");
  const caseCounts = text.replace(/\P{L}/gu, "").length < LETTERS_OF_A_WORD || CODE.test(plainText(content));
  return caseCounts ? text : text.toLowerCase();
}
