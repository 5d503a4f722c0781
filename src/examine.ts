import { arrange } from "./arrange/arrange.ts";
import { checkRules } from "./check/check.ts";
import { silence, silencer } from "./check/silence.ts";
import { ExamLock, type LockOptions } from "./exam-lock.ts";
import { hasErrors, type Problem, sortProblems } from "./model/problem.ts";
import type { Typefaces } from "./model/typefaces.ts";
import type { Version } from "./model/version.ts";
import { withKinds } from "./questions/index.ts";
import type { AnyKind } from "./questions/kind.ts";
import { type ReadResult, readExam } from "./read/read.ts";
import { NOBODY, type Roster, readRoster } from "./read/roster.ts";
import type { SettingOverrides } from "./read/settings.ts";
import { chooseTypefaces } from "./read/typefaces.ts";
import { ALL_RULES } from "./rules/index.ts";

/** What an exam is examined with, beside its source. */
export interface ExamineOptions extends SettingOverrides, LockOptions {
  /** Kinds of question of one's own, beside those every exam has. */
  readonly kinds?: readonly AnyKind[];
  /** Class list, a CSV file, relative to the working directory: whom papers are made out to. */
  readonly roster?: string;
}

/** An exam that was read and checked. */
export interface Examined extends ReadResult {
  /** Its versions, since a key can only be judged as it is dealt; none while there are errors. */
  readonly versions: readonly Version[];
  /** Every kind its questions may be of. */
  readonly kinds: readonly AnyKind[];
  readonly roster: Roster;
  /** What it is printed in; absent without an exam or a template. */
  readonly typefaces?: Typefaces;
  /** What is locked of it; absent without an exam. */
  readonly lock?: ExamLock;
}

/** How often an exam is read that is saved again and again meanwhile. */
const ATTEMPTS = 3;

/**
 * What every command begins with: read → check. No browser, nothing written. All its files are as they were at one time: where
 * one is saved meanwhile, all are read anew. Throws a TypeError for `kinds` whose names are taken or unfit.
 */
export function examine(file: string, cwd: string, options: ExamineOptions = {}): Examined {
  for (let attempt = 1; ; attempt++) {
    const examined = examineOnce(file, cwd, options);
    const changed = examined.files.changed().map(examined.files.shown);
    if (changed.length === 0) return examined;
    if (attempt < ATTEMPTS) continue;
    const unsteady: Problem = {
      severity: "error",
      rule: "changed-source",
      message: `${changed.join(", ")} changed while the exam was read, ${ATTEMPTS} times`,
      hint: "Wait until nothing writes to it any more, and run again.",
    };
    return { ...examined, versions: [], problems: sortProblems([...examined.problems, unsteady]) };
  }
}

function examineOnce(file: string, cwd: string, options: ExamineOptions): Examined {
  const kinds = withKinds(options.kinds);
  const read = readExam(file, cwd, options, kinds);
  const { exam, template } = read;
  const roster =
    options.roster === undefined ? NOBODY : readRoster(options.roster, read.files, exam?.settings.versions);
  const examined = { ...read, kinds, roster };
  const sources = [...read.sources, ...roster.sources];
  if (!exam) {
    return { ...examined, versions: [], problems: [...read.problems, ...roster.problems], sources: new Map(sources) };
  }
  const dealt = hasErrors(read.problems) ? [] : arrange(exam, kinds);
  const glyphs = template && chooseTypefaces(exam, template, read.sources, roster.students);
  const found = [...read.problems, ...checkRules(exam, dealt, kinds), ...(glyphs?.problems ?? [])];
  const problems = [...silence(exam, found, ALL_RULES), ...roster.problems];
  const versions = hasErrors(problems) ? [] : dealt;
  const wholeNames = options.roster === undefined ? {} : { wholeNames: roster.isWhole };
  const lock = new ExamLock({ ...examined, exam, versions, ...wholeNames }, cwd, options);
  const isSilent = silencer(exam);
  return {
    ...examined,
    ...(glyphs && { typefaces: glyphs.typefaces }),
    lock,
    versions,
    problems: sortProblems([...problems, ...lock.problems.filter((problem) => !isSilent(problem))]),
    sources: new Map([...sources, ...lock.sources]),
  };
}
