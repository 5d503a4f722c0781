import type { Piece } from "./expectation.ts";
import type { Line } from "./lines.ts";
import { GAP, isRightToLeft, lettersOf, NOTE_NUMBER, RIGHT_MARK, withoutHyphens, withoutMarks } from "./plain-text.ts";

/** A stretch of lines. */
export interface Stretch {
  readonly from: number;
  /** Just behind the last line. */
  readonly to: number;
}

/** The first place at or behind line `from`, and before line `to`, where a piece stands with its label, filling whole lines. */
export function findPiece(lines: readonly Line[], stretch: Stretch, piece: Piece): Stretch | undefined {
  const { from, to } = stretch;
  const { label, text, points, inReverse } = piece;
  if (points !== undefined) return saysPoints(lines[from], points) ? { from, to: from + 1 } : undefined;
  const fits = fitting(text, inReverse);
  for (let start = from; start < to; start++) {
    const end = label === undefined ? endOf(lines, start, to, fits) : endOfLabelled(lines, start, to, label, fits);
    if (end !== undefined) return { from: start, to: end };
  }
  return undefined;
}

/** Whether a piece stands anywhere in a stretch, among other words of its lines. */
export function isAmong(lines: readonly Line[], { from, to }: Stretch, { text, inReverse }: Piece): boolean {
  const all = lines
    .slice(from, to)
    .map((line) => line.text)
    .join("");
  if (isRightToLeft(text)) return containsLetters(lettersOf(all), lettersOf(text));
  return gapped(text, "inside", plainForm(inReverse))(all);
}

/**
 * Whether a line says in few words what something is worth. A bonus may be worth nothing and have no number, and a language may
 * say one and two in words.
 */
function saysPoints(line: Line | undefined, points: number): boolean {
  const number = /\d+(?:[.,]\d+)?/.exec(line?.words ?? "")?.[0].replace(",", ".");
  const says = number === undefined ? points <= 2 : Number(number) === points;
  return line !== undefined && says && line.text.length < 40;
}

/** Whether a line is a label and a text: `3.` and the title of a question. Case is the style sheet's to choose. */
export function isLabelled({ text: line }: Line, label: string, text: string): boolean {
  const fits = fitting(text.toLowerCase());
  return withoutLabel(line.toLowerCase(), label.toLowerCase()).some((rest) => fits(rest) === "whole");
}

/** Whether a text is the one looked for, may become it when more is added, or is another. */
type Fit = (text: string) => "whole" | "part" | "other";

function fitting(expected: string, inReverse?: true): Fit {
  const form = plainForm(inReverse);
  if (expected.includes(GAP) || expected.includes(NOTE_NUMBER)) return fittingPattern(expected, form);
  if (isRightToLeft(expected)) {
    const letters = lettersOf(expected);
    return (text) => {
      const found = lettersOf(text);
      if (found === letters) return "whole";
      return found.length < letters.length ? "part" : "other";
    };
  }
  const plain = form(expected);
  return (text) => {
    const found = form(text);
    if (found === plain) return "whole";
    // A hyphen at the end waits for what follows.
    return plain.startsWith(found.replace(/-+$/, "")) ? "part" : "other";
  };
}

/** Longest text that may stand in all the gaps of a piece. */
const MAX_FILLED = 5000;

/** Digits of the highest number of a footnote: a source has no room for more. */
const MAX_DIGITS = 5;

/** What of a text is compared. */
function plainForm(inReverse?: true): (text: string) => string {
  return inReverse ? withoutMarks : withoutHyphens;
}

function fittingPattern(expected: string, form: (text: string) => string): Fit {
  const numbers = expected.split(NOTE_NUMBER).length - 1;
  const most = expected.length + MAX_DIGITS * numbers + MAX_FILLED;
  if (!isRightToLeft(expected)) {
    const isWhole = gapped(expected, "whole", form);
    const mayBegin = beginning(expected, form);
    return (text) => {
      if (!mayBegin(text)) return "other";
      if (isWhole(text)) return "whole";
      return text.length < most ? "part" : "other";
    };
  }
  const letters = lettersOf(expected);
  return (text) => {
    const found = lettersOf(text);
    if (containsLetters(found, letters)) return "whole";
    return found.length < most ? "part" : "other";
  };
}

/**
 * A test whether a text is an expected one, or holds it, anything standing in its gaps. What is between two gaps is looked
 * for once, behind what was found before it, so that many gaps take no longer than few.
 */
function gapped(
  expected: string,
  extent: "whole" | "inside",
  form: (text: string) => string,
): (text: string) => boolean {
  const stretches = expected.split(GAP).map((stretch) => patternOf(stretch, form));
  const start = new RegExp(extent === "whole" ? `^${stretches.shift()}` : "", "u");
  const end = new RegExp(extent === "whole" ? `${stretches.pop() ?? "^"}$` : "", "u");
  const between = stretches.map((stretch) => new RegExp(stretch, "u"));
  return (text) => {
    let rest = form(text);
    for (const pattern of [start, ...between]) {
      const found: RegExpExecArray | null = pattern.exec(rest);
      if (!found) return false;
      rest = rest.slice(found.index + found[0].length);
    }
    return end.test(rest);
  };
}

/**
 * A test whether a text may be how an expected one begins, as far as its first gap. Without it every line that begins like a
 * piece would be followed for thousands of signs, and what is long and missing would be looked for without end.
 */
function beginning(expected: string, form: (text: string) => string): (text: string) => boolean {
  const [first = ""] = expected.split(GAP, 1);
  const words = first.split(NOTE_NUMBER).map(form);
  return (text) => {
    const found = form(text).replace(/-+$/, "");
    let at = 0;
    for (const [index, stretch] of words.entries()) {
      const rest = found.length - at;
      if (rest <= stretch.length) return stretch.startsWith(found.slice(at));
      if (!found.startsWith(stretch, at)) return false;
      at += stretch.length;
      // Digits behind a number may be the number's own.
      if (/^\d/.test(words[index + 1] ?? "")) return true;
      while (isDigit(found.charCodeAt(at))) at += 1;
    }
    return true;
  };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The text between two gaps as a pattern. */
function patternOf(stretch: string, form: (text: string) => string): string {
  return stretch
    .split(NOTE_NUMBER)
    .map((words) => form(words).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(`\\d{1,${MAX_DIGITS}}`);
}

/** Whether sorted letters hold all of some others. */
export function containsLetters(all: string, some: string): boolean {
  let at = -1;
  return [...some].every((letter) => {
    at = all.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** The line behind a text that begins at a line. */
function endOf(lines: readonly Line[], start: number, to: number, fits: Fit, beginning = ""): number | undefined {
  let text = beginning;
  for (let index = start; index < to; index++) {
    text += lines[index]?.text;
    const fit = fits(text);
    if (fit === "whole") return index + 1;
    if (fit === "other") return undefined;
  }
  return undefined;
}

/** The same for one with a label before it, in a line of its own or in the text's first. */
function endOfLabelled(
  lines: readonly Line[],
  start: number,
  to: number,
  label: string,
  fits: Fit,
): number | undefined {
  for (const rest of withoutLabel(lines[start]?.text ?? "", label)) {
    const end = fits(rest) === "whole" ? start + 1 : endOf(lines, start + 1, to, fits, rest);
    if (end !== undefined) return end;
  }
  return undefined;
}

/**
 * What may stand behind a label in a line that begins with it: the signs that set it off (`a)`, `(3)`, `1.`) are the
 * language's, or the text's own. None when the line begins otherwise.
 */
function withoutLabel(line: string, label: string): string[] {
  if (isRightToLeft(line)) {
    if (line.includes(RIGHT_MARK) !== label.includes(RIGHT_MARK)) return [];
    return containsLetters(lettersOf(line), lettersOf(label)) ? [removeLetters(line, label)] : [];
  }
  const signs = /^[^\p{L}\p{N}\uFDD0]{0,2}/u.exec(line)?.[0].length ?? 0;
  const before = line.indexOf(label);
  if (before < 0 || before > signs) return [];
  const rest = line.slice(before + label.length);
  const behind = /^[^\p{L}\p{N}\uFDD0]{0,3}/u.exec(rest)?.[0].length ?? 0;
  return Array.from({ length: behind + 1 }, (_, index) => rest.slice(behind - index));
}

/** A line written from the right without the letters of its label, wherever they are, and without the signs at its ends. */
function removeLetters(line: string, label: string): string {
  let rest = line;
  for (const letter of label) rest = rest.replace(letter, "");
  return rest.replace(/^[^\p{L}\p{N}\uFDD0]+|[^\p{L}\p{N}\uFDD1]+$/gu, "");
}
