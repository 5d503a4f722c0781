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
  /** What the key alone fills in, directly before it. */
  readonly filled?: string;
  readonly content: readonly Block[];
}
