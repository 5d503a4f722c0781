import { allQuestions } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import type { Finding, Rule } from "./rule.ts";

/** Every question has an id of its own, and so has every part within its question. */
export const duplicateId: Rule = {
  id: "duplicate-id",
  severity: "error",
  why: "Shuffling, references, keys and locks know a question by its id; two questions with one id would be taken for one.",
  bad: "---\ntitle: Quiz\n---\n\n## Entropy\n\nWhy?\n\n## Entropy\n\nWhy not?\n",
  good: "---\ntitle: Quiz\n---\n\n## Entropy\n\nWhy?\n\n## Entropy {#entropy-2}\n\nWhy not?\n",
  check(exam) {
    const questions = allQuestions(exam);
    return [
      ...repeated(questions, (question) =>
        question.idFrom === "author"
          ? "Give one of them another id."
          : "Ids are made from titles, or from the text where there is none: write {#…} behind one of the headings.",
      ),
      ...questions.flatMap((question) => repeated(question.parts, () => "Give one of the parts another id.")),
    ];
  },
};

function repeated<Named extends { id: string; place: Place }>(
  items: readonly Named[],
  hint: (item: Named) => string,
): Finding[] {
  const first = new Map<string, Named>();
  return items.flatMap((item) => {
    const earlier = first.get(item.id);
    if (!earlier) first.set(item.id, item);
    if (!earlier) return [];
    const related = { message: "the first one", place: earlier.place };
    return [{ message: `Unexpected second id "${item.id}"`, hint: hint(item), place: item.place, related }];
  });
}
