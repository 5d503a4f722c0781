import { colorsFor } from "./colors.ts";
import { type AddCommand, addReportOptions, examples } from "./command.ts";
import { plural } from "./count-problems.ts";
import { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { createReporter, type ReportOptions } from "./report.ts";

interface MergeOptions extends ReportOptions {
  readonly out?: string;
}

/** `exam merge`: parts that were built apart, joined. */
export const addMerge: AddCommand = (program, io, finish) => {
  const command = program
    .command("merge")
    .summary("join the parts of an exam that were built with --shard")
    .description(
      "Join all parts of an exam, built with --shard by several machines, into what one build of all writes: the same files, byte for byte. Needs no source and no browser.",
    )
    .argument("<dir...>", "folders of the parts, or folders that hold them")
    .option("-o, --out <dir>", "write into <dir>/<name>/")
    .addHelpText("after", examples(["exam merge part-1 part-2 part-3", "exam merge parts/* -o print"]));
  addReportOptions(command).action(async (folders: string[], options: MergeOptions) =>
    finish(await merge(folders, options, io)),
  );
};

async function merge(folders: readonly string[], { out, ...options }: MergeOptions, io: Io): Promise<number> {
  const { mergeParts } = await import("../tasks/merge-parts.ts");
  const reporter = createReporter(options, io);
  const settings = { cwd: io.cwd, signal: io.signal, ...(out !== undefined && { out }) };
  const { problems, sources, written } = await mergeParts(folders, settings);
  reporter.add(problems, sources);
  reporter.finish();
  if (written.length > 0 && !options.quiet) {
    if (options.format !== "json") io.stdout.write(written.map((path) => `${path}\n`).join(""));
    const { green } = colorsFor(io.stderr, io.env);
    io.stderr.write(`${green(`Merged ${plural(sources.size, "part")} into ${plural(written.length, "file")}`)}\n`);
  }
  return reporter.failed ? ExitCode.problems : ExitCode.done;
}
