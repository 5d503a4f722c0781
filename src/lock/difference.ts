/**
 * What can be said of a locked exam: the rules of its problems. A `locked-look` is how a paper is set, whatever its words;
 * only the print tells whether it makes a difference.
 */
export type LockRule =
  | "locked-text"
  | "locked-question"
  | "locked-order"
  | "locked-answer"
  | "locked-pages"
  | "locked-look"
  | "locked-version";

/** One thing that a version would print otherwise than was locked, or a right answer that would be another. */
export interface Difference {
  readonly rule: LockRule;
  /** The number on the printed paper: `3`, of a part `3 (b)`; absent for what belongs to no question. */
  readonly at?: string;
  /** What changes, where that has another name in each version: `option b`. */
  readonly subject?: string;
  /** How; together with `subject` a sentence. It is told once of all versions that it is true of. */
  readonly change: string;
  /** What to do, where that is something else than for most. */
  readonly hint?: string;
  /** Where it was written, by the keys of `LockPlan.places`; the first that has a place is shown. */
  readonly written?: readonly string[];
}
