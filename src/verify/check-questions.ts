import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { checkKey } from "./check-key.ts";
import type { Expectation, Piece } from "./expectation.ts";
import { findHeadings } from "./find-headings.ts";
import { findPiece, isAmong, type Stretch } from "./find-piece.ts";
import type { Line } from "./lines.ts";
import { missingFigures } from "./missing-figures.ts";
import { FIGURE_END, FIGURE_START, RIGHT_MARK } from "./plain-text.ts";
import { verifyProblem } from "./verify-problem.ts";

/** What came of looking for the questions. */
export interface QuestionsFound {
  readonly problems: readonly Problem[];
  /** Lines that are none of the planned ones: those of the page's header, and what should not be there. */
  readonly unplanned: readonly Line[];
}

/**
 * Proves that every planned question is there once, in its place and on its page, with its number, its texts in their
 * order and each option behind its letter; and, on a student's paper, that nothing else stands in a question or between two.
 */
export function checkQuestions(lines: readonly Line[], expectation: Expectation): QuestionsFound {
  const { file, view, questions } = expectation;
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const headings = findHeadings(lines, expectation, report);
  const starts = [...headings.values()].sort((a, b) => a - b);
  const nextStart = (after: number) => starts.find((start) => start > after) ?? lines.length;
  const planned = new Set(starts);

  let stretch: Stretch = { from: 0, to: nextStart(-1) };
  const opening = withoutSetAmong(lines, stretch, expectation);
  stretch = takePieces(lines, stretch, opening, { file, planned, report });
  for (const question of questions) {
    const { number, page, place } = question;
    const start = headings.get(number);
    if (start === undefined) continue;
    const take = { file, place, planned, report };
    takePieces(lines, stretch, question.section, take);
    const printedOn = lines[start]?.page;
    if (printedOn !== page) {
      const message = `Question ${number} begins on page ${printedOn}, expected page ${page}`;
      report(verifyProblem("verify-page", file, message, { page: printedOn, place }));
    }
    stretch = takePieces(lines, { from: start + 1, to: nextStart(start) }, question.pieces, take);
  }
  if (view === "key") {
    const linesOf = (number: number | undefined) => {
      const start = number === undefined ? 0 : headings.get(number);
      return start === undefined ? [] : lines.slice(start, number === undefined ? lines.length : nextStart(start));
    };
    problems.push(...checkKey(expectation, linesOf));
  }
  // What is missing in one place is too much in another: said once.
  if (problems.length === 0 && view === "student") problems.push(...tooMuch(lines, planned, starts, expectation));
  return { problems, unplanned: lines.filter((_, index) => !planned.has(index)) };
}

/** The texts before the first question but for those that a template sets in a line with words of its own. */
function withoutSetAmong(lines: readonly Line[], stretch: Stretch, { file, opening, questions }: Expectation) {
  const ofSection = new Set<number>();
  takePieces(lines, stretch, questions[0]?.section ?? [], { file, planned: ofSection, report: () => {} });
  const others = lines.slice(0, stretch.to).filter((_, index) => !ofSection.has(index));
  return opening.filter((piece) => findPiece(lines, stretch, piece) || !isAmong(others, piece));
}

/** Finds pieces in a stretch of lines, one behind the other, and adds their lines to what is planned. Returns what is left of the stretch. */
function takePieces(
  lines: readonly Line[],
  stretch: Stretch,
  pieces: readonly Piece[],
  context: {
    readonly file: string;
    readonly place?: Place | undefined;
    readonly planned: Set<number>;
    readonly report: (problem: Problem) => void;
  },
): Stretch {
  let { from } = stretch;
  for (const piece of pieces) {
    const found = findPiece(lines, { from, to: stretch.to }, piece);
    if (found) {
      for (let index = found.from; index < found.to; index++) context.planned.add(index);
      from = found.to;
    } else if (piece.points === undefined) {
      const { problems, next } = faultsOf(piece, lines, { from, stretch, ...context });
      problems.forEach(context.report);
      from = next ?? from;
    }
  }
  return { from, to: stretch.to };
}

/** What is wrong with a piece that is not at or behind line `from` of its stretch, and where to go on if it is there with a wrong mark. */
function faultsOf(
  piece: Piece,
  lines: readonly Line[],
  context: {
    readonly from: number;
    readonly stretch: Stretch;
    readonly file: string;
    readonly place?: Place | undefined;
  },
): { readonly problems: readonly Problem[]; readonly next?: number } {
  const { from, stretch, file, place } = context;
  const fault = (rule: `verify-${string}`, message: string, line = from) => {
    const page = lines[Math.min(line, lines.length - 1)]?.page;
    return verifyProblem(rule, file, message, { page, place });
  };
  const rest = { from, to: stretch.to };
  const marked = findPiece(lines, rest, markedOtherwise(piece));
  if (marked) {
    const how = isMarked(piece) ? "right and not marked so" : "marked as right and is not";
    return { problems: [fault("verify-mark", `${capital(piece.name)} is ${how}`, marked.from)], next: marked.to };
  }
  const figures = missingFigures(lines, rest, piece);
  if (figures.length > 0) {
    const message = (figure: string) =>
      `The picture or formula "${figure}" in ${piece.name} is not painted in its place`;
    return { problems: figures.map((figure) => fault("verify-figure", message(figure))) };
  }
  const elsewhere = findElsewhere(lines, stretch, piece);
  const message = elsewhere
    ? `${capital(piece.name)} stands in another place or behind another letter than planned`
    : `${capital(piece.name)} is missing, or its words are not those planned`;
  return { problems: [fault("verify-text", message, elsewhere?.from)] };
}

function isMarked({ label = "" }: Piece): boolean {
  return label.startsWith(RIGHT_MARK);
}

/** A piece with the mark that it does not have, or without the one that it has. */
function markedOtherwise(piece: Piece): Piece {
  const { label } = piece;
  if (label === undefined) return piece;
  return { ...piece, label: isMarked(piece) ? label.slice(RIGHT_MARK.length) : RIGHT_MARK + label };
}

/** A piece out of its order, behind another letter, or in another question. */
function findElsewhere(lines: readonly Line[], stretch: Stretch, { name, text }: Piece): Stretch | undefined {
  if (text === "") return undefined;
  return findPiece(lines, stretch, { name, text }) ?? findPiece(lines, { from: 0, to: lines.length }, { name, text });
}

/** Lines in a question, or between two, that nobody planned. */
function tooMuch(
  lines: readonly Line[],
  planned: ReadonlySet<number>,
  starts: readonly number[],
  { file, questions }: Expectation,
): Problem[] {
  const [first = 0] = starts;
  const last = starts.at(-1) ?? 0;
  return lines.flatMap(({ inQuestion, words, page }, index) => {
    if (planned.has(index) || !(inQuestion || (index > first && index < last))) return [];
    const question = questions[starts.findLastIndex((start) => start < index)];
    const readable = words.trim().replace(/\s+/g, " ").replaceAll(FIGURE_START, "[").replaceAll(FIGURE_END, "]");
    const excerpt = readable.slice(0, 60);
    const message = `"${excerpt}" stands on the paper and is not planned`;
    return [verifyProblem("verify-unplanned", file, message, { page, place: question?.place })];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
