import { type LetterShare, letterShares } from "../model/letter-shares.ts";
import type { Version } from "../model/version.ts";
import type { Rule } from "./rule.ts";
import { sumsQuiz } from "./sums.ts";

/** Fewer single-choice questions are too few to judge by. */
const QUESTIONS = 8;

/** In no version is a letter right more than twice as often as its fair share. */
export const lopsidedKey: Rule = {
  id: "lopsided-key",
  severity: "warning",
  why: "Where one letter is right more than twice as often as its fair share, guessing it pays. Judged from eight single-choice questions on.",
  bad: sumsQuiz("bbdbabbc"),
  good: sumsQuiz("bcdaabdc"),
  beyondSource: true,
  check(exam, versions) {
    const found = versions.flatMap((version) => {
      const favoured = favouredLetter(version);
      return favoured ? [{ version, favoured }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const { version, favoured } = first;
    const { seed, versions: labels, title } = exam.settingPlaces;
    const place = seed ?? labels ?? title;
    return [
      {
        message: `In version ${version.label}${andMore(found.length - 1)}, ${favoured.letter} is right ${favoured.count} times; ${Math.round(favoured.fair * 10) / 10} would be fair`,
        hint: exam.settings.shuffle.options
          ? "Another `seed` gives other letters: `exam check --suggest-seed` looks for one."
          : "Move some of the right options, or let `shuffle: { options: true }` do it.",
        ...(place && { place }),
      },
    ];
  },
};

/** A letter that is right more than twice as often as would be fair, in a version with questions enough to say so. */
export function favouredLetter(version: Version): LetterShare | undefined {
  const shares = letterShares(version);
  const questions = shares.reduce((sum, { count }) => sum + count, 0);
  return questions < QUESTIONS ? undefined : shares.find(({ count, fair }) => count > 2 * fair);
}

/** " and 3 more versions". */
export function andMore(versions: number): string {
  return versions === 0 ? "" : ` and ${versions} more`;
}
