import type { PrintedQuestion } from "../messages.ts";

/** The part of a page that a question takes, in CSS pixels of the page at its true size. */
export interface Region {
  readonly question: PrintedQuestion;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Whether the question begins here and not on a page before. */
  readonly isStart: boolean;
}

/** A page's size. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Questions of one column begin about as far to the left. */
const SAME_COLUMN = 60;
/** Room a question's number and frame take outside its text. */
const MARGIN = 10;

/** The parts of a page, from 1, that questions take: each goes on until the next begins. */
export function regionsOf(questions: readonly PrintedQuestion[], page: number, { width, height }: Size): Region[] {
  const starts = questions.filter((question) => question.page === page);
  const columns = [...new Set(starts.map(({ left }) => Math.round(left / SAME_COLUMN)))];
  const isOneColumn = columns.length < 2;
  const rightOf = ({ left }: PrintedQuestion) =>
    Math.min(width, ...starts.filter((other) => other.left > left + SAME_COLUMN).map((other) => other.left - MARGIN));
  const begun = starts.map((question, index): Region => {
    const next = starts[index + 1];
    const isBelow = next && next.top > question.top && Math.abs(next.left - question.left) < SAME_COLUMN;
    return {
      question,
      left: isOneColumn ? 0 : Math.max(0, question.left - MARGIN),
      top: question.top - MARGIN,
      right: rightOf(question),
      bottom: isBelow ? next.top - MARGIN : height,
      isStart: true,
    };
  });
  const before = questions.findLast((question) => question.page > 0 && question.page < page);
  const top = Math.min(height, ...starts.map((question) => question.top - MARGIN));
  if (!before || !isOneColumn) return begun;
  return [{ question: before, left: 0, top: 0, right: width, bottom: top, isStart: false }, ...begun];
}
