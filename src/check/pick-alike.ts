import { printedQuestions, type Version } from "../model/version.ts";
import { poolsOf } from "./pick-points.ts";
import type { Rule } from "./rule.ts";

/** Versions that pick for themselves do not all pick the same. */
export const pickAlike: Rule = {
  id: "pick-alike",
  severity: "warning",
  why: "With `pick-per=version`, every version's questions add up to the same difficulty. Where few are as difficult as others, only one pick may be left.",
  bad: "---\ntitle: Quiz\nversions: 4\n---\n\n# Heat {pick=1 pick-per=version}\n\n## Water {difficulty=1}\n\nWhy does it boil?\n\n## Ice {difficulty=2}\n\nWhy does it melt?\n",
  good: "---\ntitle: Quiz\nversions: 4\n---\n\n# Heat {pick=1 pick-per=version}\n\n## Water {difficulty=1}\n\nWhy does it boil?\n\n## Ice {difficulty=1}\n\nWhy does it melt?\n",
  beyondSource: true,
  check: (exam, versions) =>
    poolsOf(exam).flatMap(({ pool, questions }) => {
      const ids = new Set(pool.questionIds);
      const picks = new Set(versions.map((version) => pickOf(version, ids)));
      if (!pool.perVersion || versions.length < 2 || questions.length === pool.pick || picks.size > 1) return [];
      return [
        {
          message: "Every version picks the same questions: no others are together as difficult",
          hint: "Write difficulties in fewer steps, e.g. from 1 to 3, or take pick-per=version away.",
          place: pool.place,
        },
      ];
    }),
};

function pickOf(version: Version, ids: ReadonlySet<string>): string {
  const picked = printedQuestions(version).filter(({ question }) => ids.has(question.id));
  return JSON.stringify(picked.map(({ question }) => question.id).sort());
}
