import { allQuestions, sumPoints } from "../model/exam.ts";
import type { Rule } from "./rule.ts";

/** The points of a rubric are those of its question or part. */
export const rubricSum: Rule = {
  id: "rubric-sum",
  severity: "error",
  settings: ["points"],
  why: "A grader who follows the rubric must be able to give full marks, and no more than that.",
  bad: "---\ntitle: Quiz\n---\n\n## Proof {points=5}\n\nProve it.\n\n:::rubric\n- 2: states it\n- 2: proves it\n:::\n",
  good: "---\ntitle: Quiz\n---\n\n## Proof {points=5}\n\nProve it.\n\n:::rubric\n- 2: states it\n- 3: proves it\n:::\n",
  check: (exam) =>
    allQuestions(exam)
      .flatMap((question) => [question, ...question.parts])
      .flatMap(({ rubric, points }) => {
        const sum = sumPoints(rubric.map((criterion) => criterion.points));
        const [first] = rubric;
        if (!first || sum === points) return [];
        return [
          {
            message: `The rubric adds up to ${sum} points, the question is worth ${points}`,
            hint: "Correct a line of the rubric or the question's points.",
            place: first.place,
          },
        ];
      }),
};
