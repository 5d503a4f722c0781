/** The library: exams built and checked from a program of one's own. */
import { buildExam as build } from "./build.ts";
import type { BuildOptions } from "./build-options.ts";
import type { BuildResult } from "./build-result.ts";
import type { LockOptions } from "./exam-lock.ts";
import { type ExamineOptions, examine } from "./examine.ts";
import type { Exam } from "./model/exam.ts";
import type { Problem } from "./model/problem.ts";
import type { Version } from "./model/version.ts";

export type { BuildOptions, Progress } from "./build-options.ts";
export type { BuildResult, Summary } from "./build-result.ts";
export type { AnswerTexts, LabelledText } from "./model/answer-texts.ts";
export type { Attributes } from "./model/attributes.ts";
export type { Block, Inline } from "./model/content.ts";
export type { Exam, Item, Part, Question, Section } from "./model/exam.ts";
export type { View } from "./model/page.ts";
export type { Place, Point } from "./model/place.ts";
export type { Problem, Report, Severity } from "./model/problem.ts";
export type { Settings } from "./model/settings.ts";
export type { Answer, ArrangedPart, ArrangedQuestion, ArrangedSection, Version } from "./model/version.ts";
export { EnvironmentError } from "./print/environment-error.ts";
export {
  type AnswerSource,
  type AnyKind,
  defineKind,
  type Kind,
  type Order,
  type RenderContext,
} from "./questions/kind.ts";
export { WriteError } from "./write.ts";

/** What an exam is checked with, beside its source. */
export interface CheckOptions extends Omit<ExamineOptions, keyof LockOptions> {
  /** Absolute path of the working directory. Default: the process's. */
  readonly cwd?: string;
}

/** What came of a check. */
export interface CheckResult {
  /** The exam understood; absent when too little of its source could be. */
  readonly exam?: Exam;
  /** Its versions with their answers; none while there are errors. */
  readonly versions: readonly Version[];
  readonly problems: readonly Problem[];
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Finds every problem of an exam at once; needs no browser and writes nothing. What is wrong with the exam is never thrown. */
export function checkExam(file: string, { cwd = process.cwd(), ...options }: CheckOptions = {}): CheckResult {
  const { exam, versions, problems, sources } = examine(file, cwd, options);
  return { ...(exam && { exam }), versions, problems, sources };
}

/**
 * Builds an exam: its papers, keys, `keys.csv` and `manifest.json`. What is wrong with the exam is in the result's
 * `problems`, and with an error among them nothing is written.
 *
 * @param options - `cwd` is the process's where it is left out.
 * @throws {EnvironmentError} when no browser can be started.
 * @throws {WriteError} when results cannot be written.
 */
export function buildExam(
  file: string,
  options: Omit<BuildOptions, "cwd"> & Partial<Pick<BuildOptions, "cwd">> = {},
): Promise<BuildResult> {
  return build(file, { cwd: process.cwd(), ...options });
}
