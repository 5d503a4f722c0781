import { type Exam, type Pool, pickedQuestions, type Question } from "../model/exam.ts";
import type { Finding, Rule } from "./rule.ts";

/** The questions of one pick are worth the same. */
export const pickPoints: Rule = {
  id: "pick-points",
  severity: "error",
  why: "Whichever questions are picked, every version is worth the same. So all questions of a pick have equal points, and either all of them are a bonus or none.",
  bad: "---\ntitle: Quiz\n---\n\n# Heat {pick=1}\n\n## Water {points=1}\n\nWhy does it boil?\n\n## Ice {points=2}\n\nWhy does it melt?\n",
  good: "---\ntitle: Quiz\n---\n\n# Heat {pick=1}\n\n## Water {points=2}\n\nWhy does it boil?\n\n## Ice {points=2}\n\nWhy does it melt?\n",
  check: (exam) => poolsOf(exam).flatMap(({ pool, questions }) => unequal(pool, questions)),
};

/** Every pool of an exam with all questions in it. */
export function poolsOf(exam: Exam): { readonly pool: Pool; readonly questions: readonly Question[] }[] {
  return exam.sections.flatMap((section) => {
    const pools: { pool: Pool; questions: readonly Question[] }[] = [];
    pickedQuestions(section, (pool, questions) => {
      pools.push({ pool, questions });
      return questions;
    });
    return pools;
  });
}

function unequal({ place }: Pool, [first, ...others]: readonly Question[]): Finding[] {
  const other = others.find(({ points, bonus }) => points !== first?.points || bonus !== first.bonus);
  if (!first || !other) return [];
  const isBonus = other.bonus !== first.bonus;
  const message = isBonus ? `this one is ${other.bonus ? "a bonus" : "none"}` : `this one has ${other.points}`;
  return [
    {
      message: isBonus
        ? "Unexpected pick from questions of which some are a bonus"
        : `Unexpected pick from questions with ${first.points} and with ${other.points} points`,
      hint: "Give all of them the same points, or pick from each sort by itself: with sections, or with tags=….",
      place,
      related: { message, place: other.place },
    },
  ];
}
