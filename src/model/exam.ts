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
  /** The files it includes, each once, in the order of their first `::include`. */
  readonly banks: readonly SourceFile[];
}

/** What there is to know of a source without reading it. */
export interface SourceFile {
  /** Its path inside the exam's root, with forward slashes. */
  readonly source: string;
  /** SHA-256 of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Questions of which some may be left out. */
export interface Pooled {
  /** All that may be printed, in the source's order, those of included files in their includes' places. */
  readonly questions: readonly Question[];
  /** What is printed of them; a pool comes behind those that lie inside it, and none of these picks per version. */
  readonly pools: readonly Pool[];
}

/** A `#` heading and what stands under it. */
export interface Section extends Pooled {
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
}

/** Questions of which some are printed. */
export interface Pool {
  /** The section's heading or the `::include` that asks for it. */
  readonly place: Place;
  /** How many are printed, at least 1. */
  readonly pick: number;
  /** Whether each version has a pick of its own; else all have the same. */
  readonly perVersion: boolean;
  /** Its questions; at least `pick` of them are left by the pools inside it. */
  readonly questionIds: readonly string[];
  /** 0 without pools inside it, else one more than the highest of these. */
  readonly level: number;
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
  /** Whether its options are shuffled; absent: as the question it is a part of says, else the exam. */
  readonly shuffle?: boolean;
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
  /** The `::include`s that brought it here, from the exam inwards; none for the exam's own. */
  readonly includes: readonly Place[];
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

/** Questions when `choose` has said for each pool which of those that are left in it are printed. */
export function pickedQuestions(
  pooled: Pooled,
  choose: (pool: Pool, left: readonly Question[]) => readonly Question[],
): readonly Question[] {
  return pooled.pools.reduce((questions, pool) => {
    const ids = new Set(pool.questionIds);
    const chosen = new Set(
      choose(
        pool,
        questions.filter(({ id }) => ids.has(id)),
      ),
    );
    return questions.filter((question) => !ids.has(question.id) || chosen.has(question));
  }, pooled.questions);
}

/** As many questions, with the same points, as each version prints: of every pool the first ones. */
export function sampleQuestions(exam: Exam): Question[] {
  return exam.sections.flatMap(sampleOf);
}

/** As many of these questions as each version prints. */
export function sampleOf(pooled: Pooled): readonly Question[] {
  return pickedQuestions(pooled, ({ pick }, left) => left.slice(0, pick));
}

/** Points of an exam, bonus left out. */
export function totalPoints(exam: Exam): number {
  return sumPoints(
    sampleQuestions(exam)
      .filter((question) => !question.bonus)
      .map((question) => question.points),
  );
}

/** A sum of points, free of binary rounding: 0.1 + 0.2 is 0.3. Points have at most six decimals. */
export function sumPoints(points: readonly number[]): number {
  return points.reduce((sum, value) => sum + Math.round(value * 1e6), 0) / 1e6;
}
