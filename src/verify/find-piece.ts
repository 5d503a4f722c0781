import type { Piece } from "./expectation.ts";
import type { Line } from "./lines.ts";
import {
  GAP,
  isRightToLeft,
  lettersInOrder,
  lettersOf,
  NOTE_NUMBER,
  RIGHT_MARK,
  withoutHyphens,
  withoutMarks,
} from "./plain-text.ts";

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
  const begin = fitting(text, inReverse);
  for (let start = from; start < to; start++) {
    const first = lines[start]?.text ?? "";
    for (const words of label === undefined ? [first] : withoutLabel(first, label)) {
      const end = endOf(lines, { from: start, to }, words, begin());
      if (end !== undefined) return { from: start, to: end };
    }
  }
  return undefined;
}

/** Whether a piece stands anywhere in some lines, among other words. */
export function isAmong(lines: readonly Line[], { text, inReverse }: Piece): boolean {
  const all = lines.map((line) => line.text).join("");
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
  const begin = fitting(text.toLowerCase());
  return withoutLabel(line.toLowerCase(), label.toLowerCase()).some((rest) => begin()(rest) === "whole");
}

/** Takes lines one after the other: whether all so far are the text looked for, may become it with those to come, or are another. */
type Reader = (line: string) => "whole" | "part" | "other";

function fitting(expected: string, inReverse?: true): () => Reader {
  const form = plainForm(inReverse);
  const hasGaps = expected.includes(GAP) || expected.includes(NOTE_NUMBER);
  if (isRightToLeft(expected)) return fittingLetters(expected, hasGaps ? mostOf(expected) : undefined);
  if (hasGaps) return fittingPattern(expected, form);
  const plain = form(expected);
  return () => {
    /** So much of `plain` was read for sure. */
    let at = 0;
    /** What a next line may change: a letter, and the hyphens behind it, which wait for another. */
    let open = "";
    return (line) => {
      const text = open + line;
      open = /\p{L}\p{M}*-*$/u.exec(text)?.[0] ?? "";
      const end = form(open);
      const sure = form(text).slice(0, -end.length || undefined);
      if (!plain.startsWith(sure, at)) return "other";
      at += sure.length;
      if (plain.length === at + end.length && plain.endsWith(end)) return "whole";
      return plain.startsWith(end.replace(/-+$/, ""), at) ? "part" : "other";
    };
  };
}

/**
 * Of lines written from the right the letters are compared; where anything may stand in gaps, among `most` at the most. So is
 * their order where it is sure: among words of other scripts a line may be turned round in more than one way.
 */
function fittingLetters(expected: string, most: number | undefined): () => Reader {
  const letters = new Map<string, number>();
  for (const letter of lettersOf(expected)) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  const inOrder = isSurelyOrdered(expected) ? lettersInOrder(expected) : undefined;
  return () => {
    const wanted = new Map(letters);
    let at = 0;
    let missing = wanted.size;
    let count = 0;
    return (line) => {
      if (inOrder !== undefined) {
        const next = lettersInOrder(line);
        if (!inOrder.startsWith(next, at)) return "other";
        at += next.length;
      }
      for (const letter of lettersOf(line)) {
        const left = (wanted.get(letter) ?? 0) - 1;
        if (left < 0 && most === undefined) return "other";
        if (left === 0) missing -= 1;
        wanted.set(letter, left);
        count += 1;
      }
      if (missing === 0) return "whole";
      return most === undefined || count < most ? "part" : "other";
    };
  };
}

/** Whether a text has letters written from the right and no others, and no marks, which are painted on a line of their own. */
function isSurelyOrdered(text: string): boolean {
  const letters = lettersInOrder(text);
  return !text.includes(GAP) && !/\p{M}/u.test(text) && [...letters].every(isRightToLeft);
}

/** Longest text that may stand in all the gaps of a piece. */
const MAX_FILLED = 5000;

/** Digits of the highest number of a footnote: a source has no room for more. */
const MAX_DIGITS = 5;

/** What of a text is compared. */
function plainForm(inReverse?: true): (text: string) => string {
  return inReverse ? withoutMarks : withoutHyphens;
}

/** Letters and signs that a text with gaps has at the most when it is printed. */
function mostOf(expected: string): number {
  return expected.length + MAX_DIGITS * (expected.split(NOTE_NUMBER).length - 1) + MAX_FILLED;
}

function fittingPattern(expected: string, form: (text: string) => string): () => Reader {
  const most = mostOf(expected);
  const isWhole = gapped(expected, "whole", form);
  const mayBegin = beginning(expected, form);
  return () => {
    let text = "";
    return (line) => {
      text += line;
      if (!mayBegin(text)) return "other";
      if (isWhole(text)) return "whole";
      return text.length < most ? "part" : "other";
    };
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

/** The line behind a text that begins with the `first` words of a stretch. */
function endOf(lines: readonly Line[], { from, to }: Stretch, first: string, read: Reader): number | undefined {
  let fit = read(first);
  let end = from + 1;
  while (fit === "part" && end < to) fit = read(lines[end++]?.text ?? "");
  return fit === "whole" ? end : undefined;
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
  return rest.replace(/^[^\p{L}\p{N}\uFDD0]+|[^\p{L}\p{M}\p{N}\uFDD1]+$/gu, "");
}
