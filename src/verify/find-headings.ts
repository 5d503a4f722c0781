import type { Problem } from "../model/problem.ts";
import type { Expectation } from "./expectation.ts";
import { isLabelled } from "./find-piece.ts";
import type { Line } from "./lines.ts";
import { verifyProblem } from "./verify-problem.ts";

/** The line each question begins with, by its number; reports those that are missing, there more than once, or out of order. */
export function findHeadings(
  lines: readonly Line[],
  { file, questions }: Expectation,
  report: (problem: Problem) => void,
): Map<number, number> {
  const headings = lines.flatMap((line, index) => (line.isHeading && line.inQuestion ? [{ line, index }] : []));
  const found = new Map<number, number>();
  let last = -1;
  for (const { number, title, place } of questions) {
    const all = headings.filter(({ line }) => isLabelled(line, String(number), title));
    const first = all.find(({ index }) => index > last) ?? all[0];
    const fault = (message: string, page?: number) =>
      report(verifyProblem("verify-question", file, message, { page, place }));
    if (!first) {
      fault(`Question ${number} is missing: no heading has its number${title === "" ? "" : " and title"}`);
      continue;
    }
    if (first.index < last) fault(`Question ${number} stands before one it should follow`, first.line.page);
    if (all.length > 1)
      fault(`Question ${number} is printed ${all.length} times, expected once`, all.at(-1)?.line.page);
    found.set(number, first.index);
    last = Math.max(last, first.index);
  }
  return found;
}
