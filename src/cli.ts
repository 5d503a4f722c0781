import { Command } from "commander";
import pc from "picocolors";
import packageJson from "../package.json" with { type: "json" };
import { addBuild } from "./cli/build.ts";
import { addCheck } from "./cli/check.ts";
import { hasColors } from "./cli/colors.ts";
import { type AddCommand, examples } from "./cli/command.ts";
import { addDoctor } from "./cli/doctor.ts";
import { ExitCode } from "./cli/exit-code.ts";
import { reportFailure } from "./cli/failure.ts";
import { addIds } from "./cli/ids.ts";
import { addInspect } from "./cli/inspect.ts";
import type { Io } from "./cli/io.ts";
import { addLock } from "./cli/lock.ts";
import { addMerge } from "./cli/merge.ts";
import { addNew } from "./cli/new.ts";
import { addPreview } from "./cli/preview.ts";
import { addVerify } from "./cli/verify.ts";

/** The commands in the order `--help` lists them. */
const COMMANDS: readonly AddCommand[] = [
  addBuild,
  addCheck,
  addPreview,
  addMerge,
  addVerify,
  addNew,
  addIds,
  addLock,
  addInspect,
  addDoctor,
];

/** Runs the command line `exam …argv`; returns its exit code (see `ExitCode`). Never throws, never ends the process. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const program = createProgram(io);
  let exitCode: number = ExitCode.done;
  for (const add of COMMANDS) {
    add(program, io, (code) => {
      exitCode = code;
    });
  }
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    const command = program.commands.find((candidate) => candidate.name() === argv[0]);
    return reportFailure(error, command ? `exam ${command.name()} --help` : "exam --help", io);
  }
}

function createProgram(io: Io): Command {
  return new Command("exam")
    .description("Exams as code: write an exam in Markdown, get shuffled papers and answer keys as PDFs.")
    .version(packageJson.version, "-v, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", examples(["exam build exams/quiz5.md"]))
    .configureHelp({ styleTitle: pc.createColors(true).bold })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns || 100,
      getErrHelpWidth: () => io.stderr.columns || 100,
      getOutHasColors: () => hasColors(io.stdout, io.env),
      getErrHasColors: () => hasColors(io.stderr, io.env),
    })
    .exitOverride();
}
