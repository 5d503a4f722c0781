import type { Exam, Part, Question, Section } from "./exam.ts";

/** One shuffled arrangement of an exam: what one sheet of paper asks, and its answers. Paper and key are both made from it. */
export interface Version {
  /** As printed and as in file names. */
  readonly label: string;
  readonly sections: readonly ArrangedSection[];
  /** What `:ref[#…]` prints, by target: `id`, or `question.option`. */
  readonly references: Readonly<Record<string, string>>;
}

/** A section with its questions in printed order. */
export interface ArrangedSection {
  readonly section: Section;
  readonly questions: readonly ArrangedQuestion[];
}

/** A question as this version prints it. */
export interface ArrangedQuestion {
  /** From 1, through all sections. */
  readonly number: number;
  /** Its body, and its parts' bodies, in this version's order. */
  readonly question: Question;
  /** Absent when it is answered through its parts. */
  readonly answer?: Answer;
  readonly parts: readonly ArrangedPart[];
}

/** A part as this version prints it. */
export interface ArrangedPart {
  /** a, b, c … */
  readonly letter: string;
  readonly part: Part;
  readonly answer: Answer;
}

/** The key of one item, in the notation of `keys.csv` and `manifest.json`: points as decimal separators, letters a b c. */
export interface Answer {
  /** A letter, `a;c`, a value, `one|other`, `1-c;2-a`, `c;a;b`, or empty. */
  readonly text: string;
  /** Further fields of the item's entry in the manifest, e.g. `options` or `tolerance`. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Every question of a version in printed order. */
export function printedQuestions(version: Version): ArrangedQuestion[] {
  return version.sections.flatMap((section) => section.questions);
}

/**
 * Every question that stands in some versions, as the first of them has it, in the exam's order. It has the longest of their labels
 * and references, and is handed out to nobody.
 */
export function unionOf(exam: Exam, versions: readonly Version[]): Version {
  const arranged = new Map<string, ArrangedQuestion>();
  const references: Record<string, string> = {};
  let label = "";
  for (const version of versions) {
    for (const question of printedQuestions(version))
      if (!arranged.has(question.question.id)) arranged.set(question.question.id, question);
    for (const [target, text] of Object.entries(version.references))
      references[target] = longer(references[target], text);
    label = longer(label, version.label);
  }
  let number = 0;
  return {
    label,
    sections: exam.sections.map((section) => ({
      section,
      questions: section.questions.flatMap(({ id }) => {
        const question = arranged.get(id);
        return question ? { ...question, number: ++number } : [];
      }),
    })),
    references,
  };
}

function longer(one = "", other: string): string {
  return other.length > one.length ? other : one;
}

/** Labels of `count` versions: A, B, C …, after Z AA. */
export function versionLabels(count: number): string[] {
  return Array.from({ length: count }, (_, index) => letterAt(index).toUpperCase());
}

/** The letters of data files, whatever the paper prints. */
export const LATIN: readonly string[] = [..."abcdefghijklmnopqrstuvwxyz"];

/** The letter at a place counted from 0: the alphabet once, then in pairs (`z`, `aa`, `ab`), so that no two places share one. */
export function letterAt(index: number, letters: readonly string[] = LATIN): string {
  const last = letters[index % letters.length];
  if (last === undefined) throw new RangeError(`Unexpected place ${index}, expected a whole number from 0`);
  const rest = Math.floor(index / letters.length);
  return (rest > 0 ? letterAt(rest - 1, letters) : "") + last;
}
