import type { Severity } from "./problem.ts";

/** What is known of a rule without running it: what the manual says of it, and `ignore` has to know. */
export interface RuleEntry {
  /** Kebab case; the `rule` of its problems, the same in reports, in `ignore` and in the manual. */
  readonly id: string;
  /** The gravest it reports. Only warnings and notes can be silenced. */
  readonly severity: Severity;
  /** Why it exists and, where that is not plain, what to do: one or two sentences. */
  readonly why: string;
  /** Small exams, front matter included: it speaks about these; absent where no source can show it. They are its tests. */
  readonly bad?: string | readonly string[];
  /** And about these it is silent. */
  readonly good?: string | readonly string[];
  /** More than the source decides whether it speaks: the seed, the number of versions, the browser. */
  readonly beyondSource?: boolean;
}
