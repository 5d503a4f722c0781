/** How a language letters things in a row, and how a letter is set off from what follows it. */
export interface Lettering {
  /** Letters in order, as they stand in running text ("see b"). */
  readonly letters: readonly string[];
  /** A letter before its option or part; place `{letter}`. */
  readonly label: string;
}

const latin = [..."abcdefghijklmnopqrstuvwxyz"];

/** `a)`, the usual lettering of options in Latin scripts. */
export const LATIN_OPTIONS: Lettering = { letters: latin, label: "{letter})" };

/** `(a)`, the usual lettering of parts. */
export const LATIN_PARTS: Lettering = { letters: latin, label: "({letter})" };

/** The letter at a place counted from 0: the alphabet once, then in pairs (`z`, `aa`, `ab`), so that no two places share one. */
export function letterAt(letters: readonly string[], index: number): string {
  const last = letters[index % letters.length];
  if (last === undefined) throw new RangeError(`Unexpected place ${index}, expected a whole number from 0`);
  const rest = Math.floor(index / letters.length);
  return rest === 0 ? last : letterAt(letters, rest - 1) + last;
}

/** The letter in JSON and CSV, whatever the paper prints: `a`, `b` … `z`, `aa`, by place from 0. */
export function latinLetter(index: number): string {
  return letterAt(latin, index);
}
