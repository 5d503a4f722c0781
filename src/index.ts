/** The library: exams built and checked from a program of one's own. */
export { type BuildOptions, type BuildResult, buildExam, type Summary } from "./build.ts";
export { examine as checkExam } from "./examine.ts";
export type { Exam, Item, Part, Question, Section } from "./model/exam.ts";
export type { Place, Point } from "./model/place.ts";
export type { Problem, Severity } from "./model/problem.ts";
export type { Settings } from "./model/settings.ts";
export { EnvironmentError } from "./print/index.ts";
export { WriteError } from "./write.ts";
