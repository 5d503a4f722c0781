import type { Problem } from "../model/problem.ts";
import type { Expectation, ExpectedQuestion, Piece } from "./expectation.ts";
import { findPiece, isLabelled, type Stretch } from "./find-piece.ts";
import { searchForm } from "./plain-text.ts";
import type { Line } from "./read-pdf.ts";
import { verifyProblem } from "./verify-problem.ts";

/** What came of looking for the questions. */
export interface QuestionsFound {
  readonly problems: readonly Problem[];
  /** Lines below a question's heading that are none of its texts, by its number. */
  readonly leftovers: ReadonlyMap<number, readonly Line[]>;
}

/**
 * Proves that every planned question is there once, in its place and on its page, with its number, its texts in their
 * order, and each option behind its letter.
 */
export function checkQuestions(lines: readonly Line[], expectation: Expectation): QuestionsFound {
  const { file, questions } = expectation;
  const problems: Problem[] = [];
  const leftovers = new Map<number, Line[]>();
  const headings = findHeadings(lines, expectation, problems);
  const starts = [...headings.values()].sort((a, b) => a - b);
  const nextStart = (after: number) => starts.find((start) => start > after) ?? lines.length;

  let before: Stretch = { from: 0, to: nextStart(-1) };
  problems.push(...checkPieces(lines, before, expectation.opening, { file }).problems);
  for (const question of questions) {
    const start = headings.get(question.number);
    if (start === undefined) continue;
    const { number, page, place } = question;
    problems.push(...checkPieces(lines, before, question.section, { file, place }).problems);
    const printedOn = lines[start]?.page;
    if (printedOn !== page) {
      const message = `Question ${number} begins on page ${printedOn}, expected page ${page}`;
      problems.push(verifyProblem("verify-page", file, message, { page: printedOn, place }));
    }
    before = { from: start + 1, to: nextStart(start) };
    const found = checkPieces(lines, before, question.pieces, { file, place });
    problems.push(...found.problems, ...repeated(found.leftovers, question, file));
    leftovers.set(number, found.leftovers.slice(isWorth(found.leftovers[0], question) ? 1 : 0));
  }
  return { problems, leftovers };
}

/** The line of each question's heading; reports those that are missing, in the wrong order or there more than once. */
function findHeadings(lines: readonly Line[], { file, questions }: Expectation, problems: Problem[]) {
  const headings = lines.flatMap((line, index) => (line.isHeading ? [{ line, index }] : []));
  const found = new Map<number, number>();
  let last = -1;
  for (const { number, title, place } of questions) {
    const all = headings.filter(({ line }) => isLabelled(line, String(number), title));
    const first = all.find(({ index }) => index > last) ?? all[0];
    const report = (message: string, page?: number) =>
      problems.push(verifyProblem("verify-question", file, message, { page, place }));
    if (!first) {
      report(`Question ${number} is missing: no heading has its number${title === "" ? "" : " and title"}`);
      continue;
    }
    if (first.index < last) report(`Question ${number} stands before one it should follow`, first.line.page);
    if (all.length > 1)
      report(`Question ${number} is printed ${all.length} times, expected once`, all.at(-1)?.line.page);
    found.set(number, first.index);
    last = Math.max(last, first.index);
  }
  return found;
}

/** Looks for pieces in a stretch of lines, one behind the other; the lines of none are left over. */
function checkPieces(
  lines: readonly Line[],
  stretch: Stretch,
  pieces: readonly Piece[],
  { file, place }: { readonly file: string; readonly place?: ExpectedQuestion["place"] },
) {
  const problems: Problem[] = [];
  const taken = new Set<number>();
  let from = stretch.from;
  for (const piece of pieces) {
    const found = findPiece(lines, { from, to: stretch.to }, piece);
    if (found) {
      for (let index = found.from; index < found.to; index++) taken.add(index);
      from = found.to;
      continue;
    }
    const { label: _, ...unlabelled } = piece;
    const elsewhere =
      findPiece(lines, stretch, piece) ??
      findPiece(lines, stretch, unlabelled) ??
      findPiece(lines, all(lines), unlabelled);
    const page = lines[elsewhere?.from ?? Math.min(from, lines.length - 1)]?.page;
    const message = elsewhere
      ? `${capital(piece.name)} stands in another place or behind another letter than planned`
      : `${capital(piece.name)} is missing, or its words are not those planned`;
    problems.push(verifyProblem("verify-text", file, message, { page, place }));
  }
  const leftovers = lines.slice(stretch.from, stretch.to).filter((_, index) => !taken.has(stretch.from + index));
  return { problems, leftovers };
}

function all(lines: readonly Line[]): Stretch {
  return { from: 0, to: lines.length };
}

/** The fewest letters and digits by which a text printed twice is told from words that happen to be the same. */
const TELLING_LENGTH = 8;

/** Texts of a question that are there a second time. */
function repeated(leftovers: readonly Line[], { pieces, place }: ExpectedQuestion, file: string): Problem[] {
  const whole: Stretch = { from: 0, to: leftovers.length };
  return pieces.flatMap(({ name, text }) => {
    if (searchForm(text).length < TELLING_LENGTH) return [];
    const again = findPiece(leftovers, whole, { name, text });
    if (!again) return [];
    const page = leftovers[again.from]?.page;
    return [verifyProblem("verify-text", file, `${capital(name)} is printed more than once`, { page, place })];
  });
}

/** Whether a line says what a question is worth. */
function isWorth(line: Line | undefined, { points }: ExpectedQuestion): boolean {
  const number = /\d+(?:[.,]\d+)?/.exec(line?.words ?? "")?.[0].replace(",", ".");
  return number !== undefined && Number(number) === points && searchForm(line?.words ?? "").length < 30;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
