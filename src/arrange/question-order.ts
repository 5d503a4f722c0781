import type { Question } from "../model/exam.ts";
import { byRank } from "./rank.ts";

/** What the order of a section's questions depends on, besides the questions' ids. */
export interface QuestionOrderOf {
  readonly seed: string;
  /** The version's index in the exam's list, from 0. */
  readonly version: number;
  readonly shuffle: boolean;
}

/** A section's questions as one version prints them: pinned ones at their end in the source's order, the others at random. */
export function orderQuestions(
  questions: readonly Question[],
  { seed, version, shuffle }: QuestionOrderOf,
): readonly Question[] {
  if (!shuffle) return questions;
  const pinned = (end: Question["pin"]) => questions.filter(({ pin }) => pin === end);
  return [...pinned("first"), ...byRank(pinned(undefined), "question", seed, version), ...pinned("last")];
}
