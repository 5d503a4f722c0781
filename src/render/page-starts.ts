import { type ArrangedQuestion, printedQuestions } from "../model/version.ts";
import type { Job } from "./job.ts";

/** Whether a question is made to begin a page: as its author says or, on a key, as the paper was printed. */
export function startsPage({ number, question }: ArrangedQuestion, { version, paperLayout }: Job): boolean {
  const page = paperLayout?.itemPages[number - 1];
  if (page === undefined || question.newPage) return question.newPage;
  const before = printedQuestions(version)[number - 2]?.question;
  // One that was free to break may have ended on this very page, with this question below it.
  const endsBefore = !before || (before.keep && before.parts.length === 0);
  return endsBefore && page > (paperLayout?.itemPages[number - 2] ?? 1);
}
