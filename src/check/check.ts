import type { Exam } from "../model/exam.ts";
import type { Problem } from "../model/problem.ts";
import { RULES } from "./index.ts";

/** Everything the rules find in an exam. Warnings and notes that its front matter silences are left out. */
export function checkRules(exam: Exam): Problem[] {
  return RULES.flatMap(({ id, severity, check }) =>
    severity !== "error" && exam.settings.ignore.includes(id)
      ? []
      : check(exam).map((finding): Problem => ({ severity, rule: id, ...finding })),
  );
}
