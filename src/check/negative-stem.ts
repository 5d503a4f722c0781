import type { Nodes, PhrasingContent } from "mdast";
import type { Wording } from "../languages/phrase.ts";
import { answeredItems, type Exam, type Item, type Part, type Question } from "../model/exam.ts";
import { languageOf } from "./language-of.ts";
import type { Rule } from "./rule.ts";
import { placeOfNode } from "./visit.ts";
import { wordsOf } from "./words.ts";

/** Whoever is asked for what is not so is told with emphasis. */
export const negativeStem: Rule = {
  id: "negative-stem",
  severity: "warning",
  why: "A student who reads past a small “not” knows the answer and marks the wrong one. Ask for what is so; where that is not possible, write **not** or NOT.",
  bad: [
    `---
title: Quiz
---

## Mammals

Which of these animals is not a mammal?

- [x] Penguin
- [ ] Whale
- [ ] Bat
`,
    `---
title: Prueba
lang: es
---

## Mamíferos

Todos estos animales son mamíferos, excepto:

- [x] el pingüino
- [ ] la ballena
- [ ] el murciélago
`,
  ],
  good: `---
title: Quiz
---

## Mammals

Which of these animals is **not** a mammal?

- [x] Penguin
- [ ] Whale
- [ ] Bat
`,
  check(exam) {
    const { negatives = [] } = languageOf(exam);
    return answeredItems(exam)
      .filter(({ kind }) => kind === "single" || kind === "multiple")
      .flatMap((item) => {
        const lines = [...titleOf(item, exam), ...item.stem.filter((block) => block.type === "paragraph")];
        return lines.flatMap((line) => {
          const negative = plainNegative(emphasised(line), negatives);
          if (negative === undefined) return [];
          return [
            {
              message: `The question turns on "${negative}", which is easily read past`,
              hint: "Ask for what is so, or emphasise the negation: **…**, or capitals.",
              place: line.type === "heading" ? item.place : placeOfNode({ node: line, file: item.place.file }),
            },
          ];
        });
      });
  },
};

/** The words a question turns on, unless one of them is emphasised. */
function plainNegative(text: string, negatives: readonly Wording[]): string | undefined {
  return negatives
    .flatMap((pattern) => pattern.exec(text)?.groups?.turn ?? [])
    .find((turn) => !turn.split(/\s+/).some((word) => word.length > 1 && word === word.toUpperCase()));
}

/** A title that is printed is read as part of the question. */
function titleOf(item: Item, { settings }: Exam) {
  const children = "title" in item && settings.titles ? [...(item as Question | Part).title] : [];
  return children.length > 0
    ? [{ type: "heading" as const, depth: 2 as const, children: children as PhrasingContent[] }]
    : [];
}

/** The words of a line, the emphasised ones in capitals. */
function emphasised(line: Nodes): string {
  return wordsOf(line, ({ value }, around) =>
    around.some(({ type }) => EMPHASIS.has(type)) ? value.toUpperCase() : value,
  );
}

const EMPHASIS: ReadonlySet<Nodes["type"]> = new Set(["strong", "emphasis", "inlineElement"]);
