import { colorsFor } from "./colors.ts";
import { type AddCommand, addReportOptions, examples } from "./command.ts";
import { nameFiles } from "./count-problems.ts";
import { ExitCode } from "./exit-code.ts";
import { formatShares } from "./format-shares.ts";
import type { Io } from "./io.ts";
import { createReporter, type ReportOptions } from "./report.ts";

/** `exam check`: every problem of the exams at once, without a browser. */
export const addCheck: AddCommand = (program, io, finish) => {
  const command = program
    .command("check")
    .summary("find every problem of an exam at once")
    .description(
      "Find every problem of one exam or more at once, and say where it is and what to do. Needs no browser.",
    )
    .argument("<file...>", "exam sources")
    .addHelpText("after", examples(["exam check exams/quiz5.md", "exam check --strict exams/*.md"]));
  addReportOptions(command).action(async (files: string[], options: ReportOptions) =>
    finish(await check(files, options, io)),
  );
};

async function check(files: readonly string[], options: ReportOptions, io: Io): Promise<number> {
  const { examine } = await import("../examine.ts");
  const reporter = createReporter(options, io);
  const isTold = options.format === "human" && !options.quiet;
  let count = 0;
  for (const file of files) {
    io.signal.throwIfAborted();
    const { exam, versions, problems, sources } = examine(file, io.cwd);
    reporter.add(problems, sources);
    if (exam && isTold) io.stderr.write(formatShares(exam.name, versions, colorsFor(io.stderr, io.env)));
    count += problems.length;
  }
  reporter.finish();
  if (count === 0 && isTold) io.stderr.write(`No problems in ${nameFiles(files)}\n`);
  return reporter.failed ? ExitCode.problems : ExitCode.done;
}
