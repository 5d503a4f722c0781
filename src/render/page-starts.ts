import type { ArrangedQuestion } from "../model/version.ts";
import type { Job } from "./job.ts";

/** Whether a question is made to begin a page: as its author says or, on a key, as the paper was printed. */
export function startsPage({ number, question }: ArrangedQuestion, { paperLayout }: Job): boolean {
  const page = paperLayout?.itemPages[number - 1];
  if (page === undefined) return question.newPage;
  return page > (paperLayout?.itemPages[number - 2] ?? 1);
}
