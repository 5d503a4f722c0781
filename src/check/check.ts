import type { Exam } from "../model/exam.ts";
import type { Problem } from "../model/problem.ts";
import type { Version } from "../model/version.ts";
import type { AnyKind } from "../questions/kind.ts";
import { RULES } from "./index.ts";

/** Everything the rules find in an exam and its versions; of an exam with errors there are none. */
export function checkRules(exam: Exam, versions: readonly Version[], kinds: readonly AnyKind[]): Problem[] {
  return RULES.filter(({ settings = [] }) => !settings.some((key) => exam.faultySettings.includes(key))).flatMap(
    ({ id, severity, check }) =>
      check(exam, versions, kinds).map((finding): Problem => ({ severity, rule: id, ...finding })),
  );
}
