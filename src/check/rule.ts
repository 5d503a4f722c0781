import type { Exam } from "../model/exam.ts";
import type { Problem, Severity } from "../model/problem.ts";

/** One thing that can be wrong with an exam that was understood. One file a rule, named after its id. */
export interface Rule {
  /** Kebab case; the same in reports, in `ignore` and in the manual. */
  readonly id: string;
  readonly severity: Severity;
  /** Front-matter keys it judges by; it stays silent when one of them was not understood. */
  readonly settings?: readonly string[];
  /** Why the rule exists, for the manual: one or two sentences. */
  readonly why: string;
  /** Two small exams, front matter included: the rule speaks about the first and not about the second. They are its tests. */
  readonly bad: string;
  readonly good: string;
  /** Everything the rule finds. */
  check(exam: Exam): Finding[];
}

/** A problem without what its rule already says. */
export type Finding = Omit<Problem, "rule" | "severity">;
