import { allQuestions, type Question } from "../model/exam.ts";
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
      ...repeated(questions, secondQuestion),
      ...questions.flatMap((question) =>
        repeated(question.parts, (part) => ({ place: part.place, hint: "Give one of the parts another id." })),
      ),
    ];
  },
};

function repeated<Named extends { id: string; place: Place }>(
  items: readonly Named[],
  blame: (item: Named, first: Named) => Omit<Finding, "message"> & { readonly message?: string },
): Finding[] {
  const first = new Map<string, Named>();
  return items.flatMap((item) => {
    const earlier = first.get(item.id);
    if (!earlier) first.set(item.id, item);
    if (!earlier) return [];
    const related = { message: "the first one", place: earlier.place };
    return [{ message: `Unexpected second id "${item.id}"`, related, ...blame(item, earlier) }];
  });
}

/** Between files, an include is to blame: either file may well be right by itself. */
function secondQuestion(second: Question, first: Question) {
  const shared = second.includes.findIndex((place, depth) => !samePlace(place, first.includes[depth]));
  const depth = shared < 0 ? second.includes.length : shared;
  const include = second.includes[depth] ?? first.includes[depth];
  if (include && samePlace(second.place, first.place))
    return {
      message: `The question "${second.id}" is included twice`,
      hint: "Take one of the includes out, or choose different questions by tags=….",
      place: include,
    };
  if (include)
    return {
      message: `Unexpected second id "${second.id}", of ${shown(second)}`,
      hint: "Give one of them another id: write {#…} behind its heading.",
      place: include,
      related: { message: "the first one", place: first.place },
    };
  return {
    hint:
      second.idFrom === "author"
        ? "Give one of them another id."
        : "Ids are made from titles, or from the text where there is none: write {#…} behind one of the headings.",
    place: second.place,
  };
}

function shown({ place }: Question): string {
  return `${place.file}:${place.start.line}`;
}

function samePlace(one: Place, other: Place | undefined): boolean {
  return one.file === other?.file && one.start.offset === other.start.offset;
}
