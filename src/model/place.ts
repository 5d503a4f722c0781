/** A point in a source file. */
export interface Point {
  /** From 1. */
  readonly line: number;
  /** From 1, counted in UTF-16 code units, as editors and vfile count. */
  readonly column: number;
  /** From 0, in UTF-16 code units, counted in the decoded text (a byte order mark left out). */
  readonly offset: number;
}

/** A stretch of a source file: where something was written. */
export interface Place {
  /** Path as problems print it: relative to the working directory where that is shorter. */
  readonly file: string;
  /** First character. */
  readonly start: Point;
  /** Just behind the last character. */
  readonly end: Point;
}
