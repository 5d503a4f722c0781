import type { Command } from "commander";
import type { Io } from "./io.ts";
import { oneOf } from "./option-values.ts";
import { FORMATS } from "./report.ts";

/** Adds a command to the program; `finish` takes its exit code. */
export type AddCommand = (program: Command, io: Io, finish: (exitCode: number) => void) => void;

/** The options of every command that reports problems. */
export function addReportOptions(command: Command): Command {
  return command
    .option("--strict", "let warnings fail like errors")
    .option("-q, --quiet", "say nothing but what fails")
    .option("--format <format>", "how problems are written: human, json or github", oneOf(FORMATS), "human");
}

/** The part of `--help` that shows what to type. */
export function examples(lines: readonly string[]): string {
  return `\n${lines.length > 1 ? "Examples" : "Example"}:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}
