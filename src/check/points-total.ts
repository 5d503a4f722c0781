import { totalPoints } from "../model/exam.ts";
import type { Rule } from "./rule.ts";

/** `points.total` is what the questions add up to. */
export const pointsTotal: Rule = {
  id: "points-total",
  severity: "error",
  settings: ["points"],
  why: "The declared total is what students were promised; when it differs from the sum, one of them is a slip.",
  bad: "---\ntitle: Quiz\npoints: { open: 2, total: 5 }\n---\n\n## One\n\nWhy?\n\n## Two\n\nWhy not?\n",
  good: "---\ntitle: Quiz\npoints: { open: 2, total: 4 }\n---\n\n## One\n\nWhy?\n\n## Two\n\nWhy not?\n",
  check(exam) {
    const declared = exam.settings.points.total;
    const sum = totalPoints(exam);
    const place = exam.settingPlaces["points.total"];
    if (declared === undefined || declared === sum) return [];
    return [
      {
        message: `The questions add up to ${sum} points, the front matter says ${declared}`,
        hint: "Correct the points of a question or `points.total`. Bonus questions are left out of the sum.",
        ...(place && { place }),
      },
    ];
  },
};
