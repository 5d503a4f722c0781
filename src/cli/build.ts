import { basename, dirname } from "node:path";
import type { BuildOptions } from "../build-options.ts";
import type { BuildResult } from "../build-result.ts";
import { PAPER_NAMES, type PaperName } from "../model/page.ts";
import type { Shard } from "../model/shard.ts";
import { printable } from "./cells.ts";
import { colorsFor } from "./colors.ts";
import { type AddCommand, addReportOptions, examples } from "./command.ts";
import { plural } from "./count-problems.ts";
import { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { count, labels, oneOf, shard, text, versions } from "./option-values.ts";
import { createProgressBar } from "./progress.ts";
import { createReporter, type ReportOptions } from "./report.ts";
import { UsageError } from "./usage-error.ts";

interface Options extends ReportOptions {
  readonly out?: string;
  readonly versions?: number | string[];
  readonly seed?: string;
  readonly only?: string[];
  readonly roster?: string;
  readonly key: boolean;
  readonly merge?: boolean;
  readonly template?: string;
  readonly paper?: PaperName;
  readonly jobs?: number;
  readonly force?: boolean;
  readonly shard?: Shard;
  readonly html?: boolean;
  readonly draft?: boolean;
  readonly verify: boolean;
  readonly locked?: boolean;
}

/** `exam build`: papers and keys. */
export const addBuild: AddCommand = (program, io, finish) => {
  const command = program
    .command("build")
    .summary("write the papers and keys of an exam")
    .description(
      "Write the papers and keys of one exam or more: PDF files, keys.csv and manifest.json, into output/<name>/.",
    )
    .argument("<file...>", "exam sources")
    .option("-o, --out <dir>", "write into <dir>/<name>/")
    .option("--versions <n|labels>", "how many versions, or their labels: 4, or A,B,C", versions)
    .option("--seed <text>", "what every shuffle depends on", text)
    .option("--only <labels>", "build only these versions: A,C", labels)
    .option("--roster <csv>", "class list: write a paper for each student too")
    .option("--no-key", "write no keys")
    .option("--merge", "write all papers in one file too, each beginning a sheet")
    .option("--template <template>", "name of a built-in template, or a folder")
    .option("--paper <size>", `size of the sheet: ${PAPER_NAMES.join(", ")}`, oneOf(PAPER_NAMES))
    .option("--jobs <n>", "browsers at work at once", count)
    .option("--shard <part/of>", "build one part of all papers, 2/8; `exam merge` joins the parts", shard)
    .option("--force", "print every paper anew, changed or not")
    .option("--html", "write the pages as HTML too")
    .option("--draft", "mark every page as a draft")
    .option("--locked", "fail unless every version is locked by exam lock")
    .option("--no-verify", "write the papers without reading them back")
    .addHelpText(
      "after",
      examples([
        "exam build exams/quiz5.md",
        "exam build exams/quiz5.md --versions 4 -o print",
        "exam build exams/quiz5.md --roster students.csv --merge",
      ]),
    );
  addReportOptions(command).action(async (files: string[], { locked, ...options }: Options) =>
    finish(await buildFiles(files, { ...options, ...(locked && { lock: "require" }) }, io)),
  );
};

/** Builds one exam or more and says what came of each; returns the exit code. */
export async function buildFiles(
  files: readonly string[],
  options: Omit<Partial<Options>, "locked"> & ReportOptions & Pick<BuildOptions, "lock">,
  io: Io,
): Promise<number> {
  refuseNamesakes(files);
  const { buildExam } = await import("../build.ts");
  const { format, quiet, ...chosen } = options;
  const isLocking = options.lock === "write" || options.lock === "rewrite";
  const reporter = createReporter(options, io);
  try {
    for (const file of files) {
      io.signal.throwIfAborted();
      const start = performance.now();
      const bar = quiet ? undefined : createProgressBar(examName(file), io);
      const result = await buildExam(file, {
        ...chosen,
        ...(bar && { onProgress: bar.update }),
        signal: io.signal,
        cwd: io.cwd,
        env: io.env,
      }).finally(() => bar?.clear());
      reporter.add(result.problems, result.sources);
      if (quiet || result.written.length === 0) continue;
      if (format !== "json") io.stdout.write(result.written.map((path) => `${path}\n`).join(""));
      const seconds = (performance.now() - start) / 1000;
      io.stderr.write(
        `${colorsFor(io.stderr, io.env).green(printable(summaryLine(result, isLocking ? "Locked" : "Built", examName(file), seconds)))}\n`,
      );
    }
  } finally {
    reporter.finish();
  }
  return reporter.failed ? ExitCode.problems : ExitCode.done;
}

/** Two sources of one name would write into one folder. */
function refuseNamesakes(files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const name = examName(file).toLowerCase();
    const other = seen.get(name);
    if (other !== undefined)
      throw new UsageError(
        other === file ? `${file} is given twice` : `${other} and ${file} would write into the same folder`,
        "Build them one by one, each with its own -o.",
      );
    seen.set(name, file);
  }
}

function examName(file: string): string {
  return basename(file).replace(/\.(md|markdown)$/i, "");
}

function summaryLine(result: BuildResult, done: "Built" | "Locked", name: string, seconds: number): string {
  const { versions, copies, pages, sheets, saved } = result.summary;
  const { proof } = result;
  const warnings = result.problems.filter(({ severity }) => severity === "warning").length;
  const size = `${plural(pages, "page")} in all, ${plural(sheets, "sheet")} of paper for students${saved === undefined ? "" : savedPaper(saved)}`;
  const { reused = 0 } = result.prints ?? {};
  const same = reused > 0 ? `; reused ${plural(reused, "PDF")} that did not change` : "";
  const proven =
    proof && proof.documents > 0 ? `; proved ${plural(proof.documents, "PDF")} in ${proof.seconds.toFixed(1)} s` : "";
  const doubts = warnings > 0 ? `, ${plural(warnings, "warning")}` : "";
  const folder = dirname(result.written[0] as string);
  const what = `${plural(versions, "version")} of ${name}${copies > 0 ? ` for ${plural(copies, "student")}` : ""}`;
  return `${done} ${what} into ${folder} in ${seconds.toFixed(1)} s: ${size}${doubts}${same}${proven}`;
}

function savedPaper(sheets: number): string {
  if (sheets === 0) return ", as many as in the template default";
  return `, ${plural(Math.abs(sheets), "sheet")} a paper ${sheets > 0 ? "fewer" : "more"} than in the template default`;
}
