import { arrange } from "../arrange/arrange.ts";
import { checkRules } from "../check/check.ts";
import { endOfRun } from "../check/letter-run.ts";
import { favouredLetter } from "../check/lopsided-key.ts";
import type { Examined } from "../examine.ts";
import { allQuestions, type Exam } from "../model/exam.ts";
import { hasErrors } from "../model/problem.ts";
import type { Version } from "../model/version.ts";

/** A seed whose versions have better keys. */
export interface Suggestion {
  readonly seed: string;
  readonly versions: readonly Version[];
}

/** The most seeds tried, and the most questions dealt by all of them together: some seconds. */
const MOST_SEEDS = 500;
const MOST_QUESTIONS = 500_000;

/**
 * Tries the seeds `name-1`, `name-2` … for one whose versions are never lopsided and have no run of one letter; failing
 * that, the one with the fewest that are. Undefined where none is better than the exam's own. The same at each call.
 */
export function suggestSeed({ exam, versions, kinds }: Examined): Suggestion | undefined {
  if (!exam) return undefined;
  let fewest = faults(versions);
  let best: Suggestion | undefined;
  const dealt = allQuestions(exam).length * exam.settings.versions.length;
  const tries = Math.max(1, Math.min(MOST_SEEDS, Math.floor(MOST_QUESTIONS / dealt)));
  const name = exam.settings.seed.replace(/-\d+$/, "");
  for (let count = 1; count <= tries && fewest > 0; count++) {
    const seed = `${name}-${count}`;
    const other: Exam = { ...exam, settings: { ...exam.settings, seed } };
    const dealtAnew = arrange(other, kinds);
    const found = faults(dealtAnew);
    // Another seed may pick other questions, and leave one out that another refers to.
    if (found >= fewest || hasErrors(checkRules(other, dealtAnew, kinds))) continue;
    fewest = found;
    best = { seed, versions: dealtAnew };
  }
  return best;
}

/** What the rules on keys would warn of, version by version. */
function faults(versions: readonly Version[]): number {
  return versions.reduce((sum, version) => sum + Number(!!favouredLetter(version)) + Number(!!endOfRun(version)), 0);
}
