import { checkRules } from "./check/check.ts";
import { type Problem, sortProblems } from "./model/problem.ts";
import { type ReadResult, readExam } from "./read/read.ts";
import type { SettingOverrides } from "./read/settings.ts";

/** The first two phases, which every command shares: read → check. No browser, nothing written. */
export function examine(file: string, cwd: string, overrides: SettingOverrides = {}): ReadResult {
  const read = readExam(file, cwd, overrides);
  const found: readonly Problem[] = read.exam ? checkRules(read.exam) : [];
  return { ...read, problems: sortProblems([...read.problems, ...found]) };
}
