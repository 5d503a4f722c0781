import type { Exam } from "../model/exam.ts";
import type { Problem } from "../model/problem.ts";
import type { RuleEntry } from "../model/rule-entry.ts";
import type { Version } from "../model/version.ts";
import type { AnyKind } from "../questions/kind.ts";

/** One thing that can be wrong with an exam that was understood. One file a rule, named after its id. */
export interface Rule extends RuleEntry {
  /** Front-matter keys it judges by; it stays silent when one of them was not understood. */
  readonly settings?: readonly string[];
  readonly bad: string | readonly string[];
  readonly good: string | readonly string[];
  /** Everything the rule finds. `versions` is empty while the exam has errors, since it cannot be arranged then. */
  check(exam: Exam, versions: readonly Version[], kinds: readonly AnyKind[]): Finding[];
}

/** A problem without what its rule already says. */
export type Finding = Omit<Problem, "rule" | "severity">;
