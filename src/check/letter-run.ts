import { lettersOfRuns, type RightLetter } from "../model/letter-shares.ts";
import type { Version } from "../model/version.ts";
import { andMore } from "./lopsided-key.ts";
import type { Rule } from "./rule.ts";
import { sumsQuiz } from "./sums.ts";

/** Questions in a row that make a run. */
const RUN = 4;

/** In no version is a letter right four times running. */
export const letterRun: Rule = {
  id: "letter-run",
  severity: "warning",
  why: "A student who has marked one letter three times running doubts a fourth that is right. Judged by the single-choice questions of each version that have three options or more, in printed order.",
  bad: sumsQuiz("acccc"),
  good: sumsQuiz("acccbc"),
  beyondSource: true,
  check(exam, versions) {
    const found = versions.flatMap((version) => {
      const last = endOfRun(version);
      return last ? [{ version, last }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const { version, last } = first;
    return [
      {
        message: `In version ${version.label}${andMore(found.length - 1)}, ${last.letter} is right in ${RUN} questions running, this the last of them`,
        hint: exam.settings.shuffle.options
          ? "Another `seed` gives other letters: `exam check --suggest-seed` looks for one."
          : "Move the right option, or let `shuffle: { options: true }` do it.",
        place: last.item.place,
      },
    ];
  },
};

/** The last of the first questions that make a run. */
export function endOfRun(version: Version): RightLetter | undefined {
  const letters = lettersOfRuns(version);
  return letters.find((right, index) => {
    const run = letters.slice(Math.max(0, index - RUN + 1), index + 1);
    return run.length === RUN && run.every(({ letter }) => letter === right.letter);
  });
}
