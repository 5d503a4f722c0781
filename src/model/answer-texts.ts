import type { Block } from "./content.ts";

/** The words of an arranged answer, for whoever proves that a paper shows what it should and no more. */
export interface AnswerTexts {
  /** What every student reads, in printed order. */
  readonly printed: readonly LabelledText[];
  /** What only the key says: feedback, accepted answers. */
  readonly secret: readonly (readonly Block[])[];
}

/** Something printed, with the letter or number it stands behind. */
export interface LabelledText {
  /** `c`, without the brackets or stops a language sets it in. */
  readonly label?: string;
  /** The option it is, as `options` in the manifest names it. */
  readonly id?: string;
  /** Whether the key marks it as right, by a figure before its label whose alternative text is a `✓`. */
  readonly right?: boolean;
  /** What the key alone fills in, directly before it. */
  readonly filled?: string;
  readonly content: readonly Block[];
}
