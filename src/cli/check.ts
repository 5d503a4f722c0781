import type { Examined } from "../examine.ts";
import { colorsFor } from "./colors.ts";
import { type AddCommand, addReportOptions, examples } from "./command.ts";
import { nameFiles } from "./count-problems.ts";
import { ExitCode } from "./exit-code.ts";
import { formatShares } from "./format-shares.ts";
import type { Io } from "./io.ts";
import { createReporter, type ReportOptions } from "./report.ts";

interface CheckOptions extends ReportOptions {
  readonly suggestSeed?: boolean;
}

/** `exam check`: every problem of the exams at once, without a browser. */
export const addCheck: AddCommand = (program, io, finish) => {
  const command = program
    .command("check")
    .summary("find every problem of an exam at once")
    .description(
      "Find every problem of one exam or more at once, and say where it is and what to do. Needs no browser.",
    )
    .argument("<file...>", "exam sources")
    .option("--suggest-seed", "name a seed that deals the right answers more evenly, if there is one")
    .addHelpText("after", examples(["exam check exams/quiz5.md", "exam check --strict exams/*.md"]));
  addReportOptions(command).action(async (files: string[], options: CheckOptions) =>
    finish(await check(files, options, io)),
  );
};

async function check(files: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const { examine } = await import("../examine.ts");
  const reporter = createReporter(options, io);
  const isTold = options.format === "human" && !options.quiet;
  let count = 0;
  for (const file of files) {
    io.signal.throwIfAborted();
    const examined = examine(file, io.cwd);
    const { exam, versions, problems, sources } = examined;
    reporter.add(problems, sources);
    if (exam && isTold) io.stderr.write(formatShares(exam.name, versions, colorsFor(io.stderr, io.env)));
    if (options.suggestSeed && versions.length > 0) await suggest(examined, options, io);
    count += problems.length;
  }
  reporter.finish();
  if (count === 0 && isTold) io.stderr.write(`No problems in ${nameFiles(files)}\n`);
  return reporter.failed ? ExitCode.problems : ExitCode.done;
}

/** Says it on stderr; for people and scripts alike, the line for the front matter goes to stdout. */
async function suggest(examined: Examined, { format }: CheckOptions, io: Io): Promise<void> {
  const { suggestSeed } = await import("../tasks/suggest-seed.ts");
  const { exam } = examined;
  if (examined.lock?.isLocked) {
    io.stderr.write("The papers are locked, so they keep their seed\n");
    return;
  }
  const found = suggestSeed(examined);
  if (!exam || !found) {
    io.stderr.write("No seed tried deals the right answers more evenly\n");
    return;
  }
  const name = `${exam.name} with the seed ${found.seed}`;
  io.stderr.write(formatShares(name, found.versions, colorsFor(io.stderr, io.env)));
  const others = exam.sections.some(({ pools }) => pools.length > 0) ? "; it picks other questions too" : "";
  io.stderr.write(`Write this into the front matter${others}:\n`);
  if (format === "human") io.stdout.write(`seed: ${found.seed}\n`);
  else io.stderr.write(`seed: ${found.seed}\n`);
}
