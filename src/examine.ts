import { arrange } from "./arrange/arrange.ts";
import { checkRules } from "./check/check.ts";
import { silence } from "./check/silence.ts";
import { hasErrors, sortProblems } from "./model/problem.ts";
import type { Version } from "./model/version.ts";
import { type ReadResult, readExam } from "./read/read.ts";
import type { SettingOverrides } from "./read/settings.ts";
import { ALL_RULES } from "./rules/index.ts";

/** An exam that was read and checked. */
export interface Examined extends ReadResult {
  /** Its versions, since a key can only be judged as it is dealt; none while there are errors. */
  readonly versions: readonly Version[];
}

/** What every command begins with: read → check. No browser, nothing written. */
export function examine(file: string, cwd: string, overrides: SettingOverrides = {}): Examined {
  const read = readExam(file, cwd, overrides);
  const { exam } = read;
  if (!exam) return { ...read, versions: [] };
  const versions = hasErrors(read.problems) ? [] : arrange(exam);
  const problems = silence(exam, [...read.problems, ...checkRules(exam, versions)], ALL_RULES);
  return { ...read, versions: hasErrors(problems) ? [] : versions, problems: sortProblems(problems) };
}
