import type { Block, Inline } from "./content.ts";
import type { Place } from "./place.ts";
import type { Settings } from "./settings.ts";

/** An exam as its teacher wrote it, understood: what `read` makes, and all that later phases know of the source. */
export interface Exam {
  /** The file's name without `.md`; outputs are named by it. */
  readonly name: string;
  /** Path of the source inside the exam's root, with forward slashes: the same wherever it is built. */
  readonly source: string;
  /** Path of the source as problems print it. */
  readonly file: string;
  /** SHA-256 of the source's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly settings: Settings;
  /** Where front-matter keys were written, by dotted path (`points.total`), for checks that compare. */
  readonly settingPlaces: Readonly<Record<string, Place>>;
  /** Front-matter keys that were not understood, so that their default stands: no rule may judge by them. */
  readonly faultySettings: readonly string[];
  /** Text between the front matter and the first heading. */
  readonly opening: readonly Block[];
  /** At least one question stands in them; questions before the first `#` make a section without a title. */
  readonly sections: readonly Section[];
}

/** A `#` heading and what stands under it. */
export interface Section {
  /** Where its heading (or, without one, its first question) was written. */
  readonly place: Place;
  readonly id?: string;
  /** Empty for the section before the first heading. */
  readonly title: readonly Inline[];
  /** Instruction or stimulus before the first question. */
  readonly text: readonly Block[];
  /** `:::note`: for the key only. */
  readonly notes: readonly Note[];
  /** Whether its questions are shuffled; absent: as the exam says. */
  readonly shuffle?: boolean;
  /** Start and stay on one page where it fits. */
  readonly keep: boolean;
  readonly questions: readonly Question[];
}

/** What a question and a part have in common: something asked, and how it is answered. */
export interface Item {
  /** Where its heading was written. */
  readonly place: Place;
  /** Unique: a question's over the exam, a part's within its question. */
  readonly id: string;
  /** Name of its kind; `parts` for a question that is answered only through its parts. */
  readonly kind: string;
  /** Columns of its options, 1 to 5; absent: as many as fit. */
  readonly columns?: number;
  /** False: its options keep the source's order. */
  readonly shuffle: boolean;
  /** At least 0. A question with parts is worth their sum. */
  readonly points: number;
  /** What is asked, up to the answer. */
  readonly stem: readonly Block[];
  /** The kind's own data; only the kind itself knows its type. */
  readonly body: unknown;
  /** Text behind the answer. */
  readonly after: readonly Block[];
  /** Key only. */
  readonly solution: readonly Block[];
  /** Key only; empty when none was written. */
  readonly rubric: readonly Criterion[];
  /** Key only. */
  readonly notes: readonly Note[];
}

/** A `##` heading and what stands under it. */
export interface Question extends Item {
  /** Where the id comes from: written by the author, or made from the title or, failing that, the text. */
  readonly idFrom: "author" | "title" | "text";
  readonly title: readonly Inline[];
  /** Its points are outside the exam's total. */
  readonly bonus: boolean;
  readonly tags: readonly string[];
  readonly difficulty?: number;
  /** Its place when questions are shuffled. */
  readonly pin?: "first" | "last";
  /** Begins a new page. */
  readonly newPage: boolean;
  /** Kept on one page where it fits. */
  readonly keep: boolean;
  /** Rules whose warnings and notes are silenced for it. */
  readonly ignore: readonly Ignore[];
  readonly parts: readonly Part[];
}

/** A rule that is silenced, and where the author says so. */
export interface Ignore {
  readonly rule: string;
  readonly place: Place;
}

/** A `###` heading and what stands under it; lettered by its place. */
export interface Part extends Item {
  readonly title: readonly Inline[];
}

/** One line of a rubric. */
export interface Criterion {
  readonly place: Place;
  /** What meeting it is worth. */
  readonly points: number;
  readonly text: readonly Block[];
}

/** A `:::note`. */
export interface Note {
  readonly place: Place;
  readonly text: readonly Block[];
}

/** Every question of an exam in the source's order. */
export function allQuestions(exam: Exam): Question[] {
  return exam.sections.flatMap((section) => section.questions);
}

/** Every item that is answered: questions without parts, and the parts of the others. */
export function answeredItems(exam: Exam): Item[] {
  return allQuestions(exam).flatMap((question): Item[] =>
    question.parts.length > 0 ? [...question.parts] : [question],
  );
}

/** Points of an exam, bonus left out. */
export function totalPoints(exam: Exam): number {
  return sumPoints(
    allQuestions(exam)
      .filter((question) => !question.bonus)
      .map((question) => question.points),
  );
}

/** A sum of points, free of binary rounding: 0.1 + 0.2 is 0.3. Points have at most six decimals. */
export function sumPoints(points: readonly number[]): number {
  return points.reduce((sum, value) => sum + Math.round(value * 1e6), 0) / 1e6;
}
