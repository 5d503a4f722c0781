import { choiceItems } from "./choice-items.ts";
import { languageOf } from "./language-of.ts";
import type { Rule } from "./rule.ts";
import { plainText } from "./words.ts";

/** "All of the above" and its like stand last. */
export const lastOption: Rule = {
  id: "last-option",
  severity: "warning",
  why: "“None of the above” speaks of what stands above it. Without a `pin` it is put last; one that is pinned elsewhere is wrong about the options below it.",
  bad: `---
title: Quiz
---

## Gas

Which gas do plants take in by day?

- [ ] None of the above {pin}
- [x] Carbon dioxide
- [ ] Nitrogen
`,
  good: `---
title: Quiz
---

## Gas

Which gas do plants take in by day?

- [x] Carbon dioxide
- [ ] Nitrogen
- [ ] All of the above {pin}
- [ ] None of the above {pin}
`,
  check(exam) {
    const { lastOptions } = languageOf(exam);
    return choiceItems(exam).flatMap(({ options }) => {
      const speaks = options.map(({ content }) => lastOptions.some((pattern) => pattern.test(plainText(content))));
      return options
        .filter((option, index) => {
          const endsTheList = speaks.slice(index).every(Boolean);
          return speaks[index] && (option.pin === "first" || (option.pin === "here" && !endsTheList));
        })
        .map(({ place }) => ({
          message: "This option speaks of those above it and is not kept last",
          hint: "Write {pin=last}.",
          place,
        }));
    });
  },
};
