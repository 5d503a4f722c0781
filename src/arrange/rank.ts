import type { Question } from "../model/exam.ts";
import { streamOf } from "./stream.ts";

/**
 * Questions in a random order. Each draws a rank of its own, by its id, so one that comes or goes leaves the others in the
 * order they have; `draw` names what the order is for and all that it may depend on.
 */
export function byRank(questions: readonly Question[], ...draw: readonly (string | number)[]): Question[] {
  return questions
    .map((question) => ({ question, rank: streamOf(...draw, question.id).below(Number.MAX_SAFE_INTEGER) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ question }) => question);
}
