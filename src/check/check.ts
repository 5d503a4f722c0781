import type { Exam } from "../model/exam.ts";
import type { Problem } from "../model/problem.ts";
import { RULES } from "./index.ts";
import type { Rule } from "./rule.ts";

/** Everything the rules find in an exam. Warnings and notes that its front matter silences are left out. */
export function checkRules(exam: Exam): Problem[] {
  return RULES.filter((rule) => applies(rule, exam)).flatMap(({ id, severity, check }) =>
    check(exam).map((finding): Problem => ({ severity, rule: id, ...finding })),
  );
}

function applies({ id, severity, settings = [] }: Rule, { settings: { ignore }, faultySettings }: Exam): boolean {
  const silenced = severity !== "error" && ignore.includes(id);
  return !silenced && !settings.some((key) => faultySettings.includes(key));
}
