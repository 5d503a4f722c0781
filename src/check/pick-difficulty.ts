import { poolsOf } from "./pick-points.ts";
import type { Rule } from "./rule.ts";

/** Where versions pick for themselves, either all questions say how difficult they are or none. */
export const pickDifficulty: Rule = {
  id: "pick-difficulty",
  severity: "warning",
  why: "With `pick-per=version`, every version's questions add up to the same difficulty. That takes the difficulty of all that are picked from.",
  bad: "---\ntitle: Quiz\n---\n\n# Heat {pick=1 pick-per=version}\n\n## Water {difficulty=1}\n\nWhy does it boil?\n\n## Ice\n\nWhy does it melt?\n",
  good: "---\ntitle: Quiz\n---\n\n# Heat {pick=1 pick-per=version}\n\n## Water {difficulty=1}\n\nWhy does it boil?\n\n## Ice {difficulty=1}\n\nWhy does it melt?\n",
  check: (exam) =>
    poolsOf(exam).flatMap(({ pool, questions }) => {
      const [first, ...others] = questions.filter(({ difficulty }) => difficulty === undefined);
      if (!pool.perVersion || !first || others.length + 1 === questions.length) return [];
      const who =
        others.length > 0 ? `${others.length + 1} questions of this pick have` : "A question of this pick has";
      return [
        {
          message: `${who} no difficulty, so versions may differ in it`,
          hint: "Write {difficulty=…} behind the headings of all of them, or of none.",
          place: pool.place,
          related: { message: "this one has none", place: first.place },
        },
      ];
    }),
};
