import type { Question, Section } from "../model/exam.ts";
import { streamOf } from "./stream.ts";

/** What the order of a section's questions depends on, besides the questions' ids. */
export interface QuestionOrderOf {
  readonly seed: string;
  /** The version's index in the exam's list, from 0. */
  readonly version: number;
  /** Whether questions are shuffled where their section does not say. */
  readonly shuffle: boolean;
}

/**
 * A section's questions as one version prints them: pinned ones at their end in the source's order, the others at random.
 * Each draws a rank of its own, so adding or removing a question leaves the others in the order they had.
 */
export function orderQuestions(section: Section, { seed, version, shuffle }: QuestionOrderOf): readonly Question[] {
  if (!(section.shuffle ?? shuffle)) return section.questions;
  const rank = ({ id }: Question) => streamOf("question", seed, version, id).below(Number.MAX_SAFE_INTEGER);
  const pinned = (end: Question["pin"]) => section.questions.filter((question) => question.pin === end);
  const free = pinned(undefined)
    .map((question) => ({ question, rank: rank(question) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ question }) => question);
  return [...pinned("first"), ...free, ...pinned("last")];
}
