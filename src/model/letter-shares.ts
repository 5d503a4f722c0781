import type { Item } from "./exam.ts";
import { letterAt, printedQuestions, type Version } from "./version.ts";

/** How often one letter is right among the single-choice questions of a version. */
export interface LetterShare {
  /** a, b, c …, as in `keys.csv`. */
  readonly letter: string;
  /** Questions it is right in. */
  readonly count: number;
  /** In how many it would be right if no question favoured one of its letters. */
  readonly fair: number;
}

/** The share of each letter there is; none without single-choice questions. */
export function letterShares(version: Version): LetterShare[] {
  const right = rightLetters(version);
  const most = right.reduce((count, { options }) => Math.max(count, options), 0);
  return Array.from({ length: most }, (_, place) => ({
    letter: letterAt(place),
    count: right.filter(({ letter }) => letter === letterAt(place)).length,
    fair: right.reduce((sum, { options }) => (options > place ? sum + 1 / options : sum), 0),
  }));
}

/** The right letter of a single-choice question or part, and how many letters it has. */
export interface RightLetter {
  readonly item: Item;
  readonly letter: string;
  readonly options: number;
}

/** The right letters of a version, in printed order. */
export function rightLetters(version: Version): RightLetter[] {
  return printedQuestions(version)
    .flatMap(({ question, answer, parts }) => [
      ...(answer ? [{ item: question, answer }] : []),
      ...parts.map(({ part, answer: ofPart }) => ({ item: part, answer: ofPart })),
    ])
    .filter(({ item }) => item.kind === "single")
    .map(({ item, answer }) => ({
      item,
      letter: answer.text,
      options: (answer.details.options as readonly unknown[]).length,
    }));
}

/** Between fewer options a run is nothing out of the ordinary. */
const OPTIONS_OF_RUN = 3;

/** The right letters that runs are counted in: those of questions with three options or more. */
export function lettersOfRuns(version: Version): RightLetter[] {
  return rightLetters(version).filter(({ options }) => options >= OPTIONS_OF_RUN);
}

/** In how many questions running one letter is right, at most; 0 where there is none to choose. */
export function longestRun(version: Version): number {
  let longest = 0;
  let run = 0;
  let before: string | undefined;
  for (const { letter } of lettersOfRuns(version)) {
    run = letter === before ? run + 1 : 1;
    before = letter;
    longest = Math.max(longest, run);
  }
  return longest;
}
