import type { Proven } from "../tasks/verify-output.ts";
import { printable } from "./cells.ts";
import { colorsFor } from "./colors.ts";
import { type AddCommand, addReportOptions, examples } from "./command.ts";
import { plural } from "./count-problems.ts";
import { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { createReporter, type ReportOptions } from "./report.ts";

/** `exam verify`: finished PDFs read back, and proven by their manifest alone. */
export const addVerify: AddCommand = (program, io, finish) => {
  const command = program
    .command("verify")
    .summary("prove the finished PDFs of a folder")
    .description(
      "Read the finished PDFs of one output folder or more, and prove them by the manifest beside them: every question, option, letter, number and point is there once and in its place, nothing of the key is on a paper, and key and paper agree. Needs no source and no browser.",
    )
    .argument("<dir...>", "folders that builds wrote into")
    .addHelpText("after", examples(["exam verify output/quiz5", "exam verify --format github output/*"]));
  addReportOptions(command).action(async (folders: string[], options: ReportOptions) =>
    finish(await verify(folders, options, io)),
  );
};

async function verify(folders: readonly string[], options: ReportOptions, io: Io): Promise<number> {
  const { verifyOutput } = await import("../tasks/verify-output.ts");
  const reporter = createReporter(options, io);
  for (const folder of folders) {
    io.signal.throwIfAborted();
    const start = performance.now();
    const { problems, sources, proven } = await verifyOutput(folder, { cwd: io.cwd, signal: io.signal });
    reporter.add(problems, sources);
    if (options.quiet || !proven || problems.some(({ severity }) => severity === "error")) continue;
    const seconds = (performance.now() - start) / 1000;
    const { green } = colorsFor(io.stderr, io.env);
    io.stderr.write(`${green(printable(`Proved ${summary(folder, proven)} (${seconds.toFixed(1)} s)`))}\n`);
  }
  reporter.finish();
  return reporter.failed ? ExitCode.problems : ExitCode.done;
}

function summary(folder: string, { papers, keys, pages, searched }: Proven): string {
  const documents = [plural(papers, "paper"), ...(keys > 0 ? [plural(keys, "key")] : [])].join(" and ");
  const leaks = searched ? "nothing of the key on a paper" : "not searched for words of the key";
  return `${documents} in ${folder}, ${plural(pages, "page")}: all that was planned is in its place, ${leaks}`;
}
