import { remembering } from "./remembering.ts";

/*
 * Text as it is compared. What a PDF gives back knows little of spaces, of hyphens at the ends of lines, of ligatures and,
 * in scripts that are written from the right, of the order of words: both sides are brought to what survives.
 */

/** Stand around the alternative text of a formula or picture. No text has these characters. */
export const FIGURE_START = "\uFDD0";
export const FIGURE_END = "\uFDD1";
/** Stands for text that the key alone fills in. */
export const GAP = "\uFDD2";
/** Stands for the number of a footnote. */
export const NOTE_NUMBER = "\uFDD3";
/** Stand around the target of a reference, whose number or letter is the version's. */
export const REFERENCE_START = "\uFDD5";
export const REFERENCE_END = "\uFDD6";
/** Stands for a glyph that does not say which letters it is. */
export const UNKNOWN = "\uFDD7";

/** Stands before the letter of an option that the key marks as right. */
export const RIGHT_MARK = `${FIGURE_START}✓${FIGURE_END}`;

/** A text without the signs above, which nobody writes by chance. */
export function withoutSigns(text: string): string {
  return text.replace(/[\uFDD0-\uFDEF]/g, "");
}

/** Signs that share a glyph with another in some typeface, which a PDF may give back in its place. */
const TWINS: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2206": "\u0394",
  "\u2219": "\u00B7",
  "\u22C5": "\u00B7",
};

/** The text without spaces and invisible characters, in NFKC: ligatures, presentation forms and full-width forms are gone. */
export const squeeze = remembering((text) =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, "")
    .replace(/[\u2010\u2011\u2206\u2219\u22C5]/g, (sign) => TWINS[sign] as string),
);

/** A squeezed text without the hyphens between two letters, which may come from the end of a line; formulas stay as they are. */
export const withoutHyphens = remembering((text) =>
  text.replace(/(\uFDD0[^\uFDD1]*\uFDD1)|(?<=\p{L}\p{M}*)-+(?=\p{L})/gu, "$1"),
);

/** Whether a text has letters that are written from the right. */
export function isRightToLeft(text: string): boolean {
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
}

/** The letters, their marks and the digits of a text in an order of their own: all that is sure of a line written from the right. */
export function lettersOf(text: string): string {
  return [...text.normalize("NFKD").replace(/[^\p{L}\p{M}\p{N}\uFDD7]/gu, "")].sort().join("");
}

/** Whether a text is marks alone, which a typeface sets on a letter that is painted by itself. */
export function isMarks(text: string): boolean {
  // Nearly all begin with a letter, a digit or a sign of ASCII.
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return /^[\s\p{M}]*\p{M}[\s\p{M}]*$/u.test(text);
}

/** The letters of a text, figures left out, in their order. */
export function lettersInOrder(text: string): string {
  return text
    .replace(/\uFDD0[^\uFDD1]*\uFDD1/g, "")
    .normalize("NFKD")
    .replace(/\P{L}/gu, "");
}

/** A squeezed text without the signs between letters and digits; formulas stay as they are. */
export function withoutMarks(text: string): string {
  return text.replace(/(\uFDD0[^\uFDD1]*\uFDD1)|[^\p{L}\p{N}\p{M}\uFDD2\uFDD3\uFDD7]/gu, "$1");
}

/** Letters and digits alone, in lower case: for finding words wherever and however they are printed. */
export const searchForm = remembering((text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ""),
);
