import { type Problem, sortProblems } from "../model/problem.ts";
import { colorsFor } from "./colors.ts";
import { countProblems } from "./count-problems.ts";
import { formatGithub } from "./format-github.ts";
import { formatHuman } from "./format-human.ts";
import { formatJson } from "./format-json.ts";
import type { Io } from "./io.ts";

/** The ways problems can be written: for people on stderr, for programs on stdout. */
export const FORMATS = ["human", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** What a command's user chose about problems. */
export interface ReportOptions {
  readonly format: Format;
  /** Warnings fail like errors. */
  readonly strict?: boolean;
  /** Nothing is said but what fails. */
  readonly quiet?: boolean;
}

/** Writes the problems of one command. */
export interface Reporter {
  /** Takes the problems of one exam; people and GitHub are shown them at once. */
  add(problems: readonly Problem[], sources: ReadonlyMap<string, string>): void;
  /** Ends the report: the whole JSON document, or how many problems there were. */
  finish(): void;
  /** Whether anything taken so far fails the command. */
  readonly failed: boolean;
}

/** Columns assumed where stderr is no terminal. */
const COLUMNS = 100;

/** A reporter for one command. */
export function createReporter({ format, strict, quiet }: ReportOptions, io: Io): Reporter {
  const taken: Problem[] = [];
  const colors = colorsFor(io.stderr, io.env);
  const columns = io.stderr.columns || COLUMNS;
  const fails = ({ severity }: Problem) => severity === "error" || (strict && severity === "warning");

  return {
    add(problems, sources) {
      const shown = sortProblems(problems).filter((problem) => !quiet || fails(problem));
      taken.push(...shown);
      for (const problem of shown) {
        if (format === "github") io.stdout.write(formatGithub(problem, io));
        if (format === "human") io.stderr.write(`${formatHuman(problem, { sources, colors, columns })}\n`);
      }
    },
    finish() {
      if (format === "json") io.stdout.write(formatJson(taken));
      else if (taken.length > 0) io.stderr.write(`${countProblems(taken, colors)}\n`);
    },
    get failed() {
      return taken.some(fails);
    },
  };
}
