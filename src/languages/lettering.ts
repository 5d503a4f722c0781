import { LATIN } from "../model/version.ts";

/** How a language letters things in a row, and how a letter is set off from what follows it. */
export interface Lettering {
  /** Letters in order, as they stand in running text ("see b"). */
  readonly letters: readonly string[];
  /** A letter before its option or part; place `{letter}`. */
  readonly label: string;
}

/** `a)`, the usual lettering of options in Latin scripts. */
export const LATIN_OPTIONS: Lettering = { letters: LATIN, label: "{letter})" };

/** `(a)`, the usual lettering of parts. */
export const LATIN_PARTS: Lettering = { letters: LATIN, label: "({letter})" };
