import type { Nodes, Parents } from "mdast";
import type { Language } from "../languages/language.ts";
import type { Wording } from "../languages/phrase.ts";
import type { Block } from "../model/content.ts";
import { allQuestions, type Item } from "../model/exam.ts";
import type { Choice } from "../questions/choice/options.ts";
import { languageOf } from "./language-of.ts";
import type { Finding, Rule } from "./rule.ts";
import { placeOfNode } from "./visit.ts";
import { plainText, wordsOf } from "./words.ts";

/** What is numbered or lettered by the tool is named by `:ref`. */
export const fragileReference: Rule = {
  id: "fragile-reference",
  severity: "warning",
  why: "Letters and numbers are given when a version is shuffled: “both A and B” or “question 3” then speaks of something else. `:ref` prints the letter or number that is right. Letters may be named where `shuffle=false` keeps the options in order.",
  bad: [
    `---
title: Quiz
---

## Primes

Which of these numbers are prime?

- [ ] 17
- [ ] 19
- [x] Both A and B
`,
    `---
title: Quiz
---

## Mass

What is the mass of the block?

## Weight

What is its weight? Use the result of question 1.
`,
    `---
title: Prueba
lang: es
---

## Solución

¿Qué pasa con la solución?

- [x] Se calienta.
- [ ] Lo contrario de la opción anterior.
`,
  ],
  good: `---
title: Quiz
---

## Primes

Which of these numbers are prime?

- [ ] 17 {#seventeen}
- [ ] 19 {#nineteen}
- [x] Both :ref[#seventeen] and :ref[#nineteen]

## Cow's milk

Which vitamins does it hold? Use the result of question :ref[#primes].

- [x] Vitamins A and B
- [ ] Vitamin C alone
`,
  check(exam) {
    const { fragile, lastOptions } = languageOf(exam);
    const elsewhere = [...fragile.numbers, ...fragile.neighbours];
    return [
      ...find([...(exam.settings.instructions ?? []), ...exam.opening], exam.file, elsewhere, fragile),
      ...exam.sections.flatMap(({ text, notes, place }) =>
        find([...text, ...notes.flatMap((note) => note.text)], place.file, elsewhere, fragile),
      ),
      ...allQuestions(exam).flatMap((question) =>
        [question, ...question.parts].flatMap((item) => {
          const options = optionsOf(item).filter(
            ({ content }) => !lastOptions.some((last) => last.test(plainText(content))),
          );
          const hasLetters = options.length > 0 && (item.shuffle ?? question.shuffle) !== false;
          const lettered = hasLetters ? [...fragile.letters, ...elsewhere] : elsewhere;
          const { file } = item.place;
          const keyOnly = [...item.solution, ...[...item.rubric, ...item.notes].flatMap(({ text }) => text)];
          return [
            // "both A and B" is a pair of sets in many a stem.
            ...find(item.stem, file, elsewhere, fragile),
            ...find(
              options.flatMap(({ content, feedback }) => [...content, ...feedback]),
              file,
              lettered,
              fragile,
            ),
            ...find([...item.after, ...keyOnly], file, lettered, fragile),
          ];
        }),
      ),
    ];
  },
};

function optionsOf(item: Item): Choice["options"] {
  return item.kind === "single" || item.kind === "multiple" ? (item.body as Choice).options : [];
}

function find(
  content: readonly Block[],
  file: string,
  patterns: readonly Wording[],
  fragile: Language["fragile"],
): Finding[] {
  return content.flatMap(linesIn).flatMap((line): Finding[] => {
    const text = wordsOf(line);
    const pattern = patterns.find((candidate) => candidate.test(text));
    if (!pattern) return [];
    const found = pattern.exec(text)?.[0].trim();
    return [
      {
        message: `"${found}" may speak of something else in another version`,
        hint: hintFor(pattern, fragile),
        place: placeOfNode({ node: line, file }),
      },
    ];
  });
}

function hintFor(pattern: Wording, { letters, numbers }: Language["fragile"]): string {
  if (letters.includes(pattern))
    return "Write {#an-id} behind each option that is meant, and :ref[#an-id] for its letter.";
  if (numbers.includes(pattern))
    return "Write {#an-id} behind the heading of what is meant, and :ref[#an-id] for its number.";
  return "Write {#an-id} behind what is meant, and :ref[#an-id] for its letter or number.";
}

/** Paragraphs and cells, however deep. */
function linesIn(node: Nodes): Nodes[] {
  if (node.type === "paragraph" || node.type === "tableCell") return [node];
  return "children" in node ? (node as Parents).children.flatMap(linesIn) : [];
}
