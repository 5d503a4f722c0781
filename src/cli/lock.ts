import { buildFiles } from "./build.ts";
import { type AddCommand, addReportOptions, examples } from "./command.ts";
import { count } from "./option-values.ts";
import type { ReportOptions } from "./report.ts";

interface Options extends ReportOptions {
  readonly relock?: boolean;
  readonly out?: string;
  readonly roster?: string;
  readonly merge?: boolean;
  readonly jobs?: number;
}

/** `exam lock`: the papers that go to print, and the file that keeps them what they are. */
export const addLock: AddCommand = (program, io, finish) => {
  const command = program
    .command("lock")
    .summary("build an exam for print, and keep its papers from changing")
    .description(
      "Build all versions of an exam with their keys, and write what is printed into <name>.lock.json beside the source, to be " +
        "committed. From then on build and check fail when a printed paper would change, and say what would; what touches " +
        "no paper, such as a solution, may change. With --relock, changes are accepted: the papers have to be printed anew.",
    )
    .argument("<file>", "exam source")
    .option("--relock", "accept what would change on printed papers, and list it")
    .option("-o, --out <dir>", "write the papers into <dir>/<name>/")
    .option("--roster <csv>", "class list: lock a paper for each student too")
    .option("--merge", "write all papers in one file too, each beginning a sheet")
    .option("--jobs <n>", "browsers at work at once", count)
    .addHelpText("after", examples(["exam lock exams/quiz5.md", "exam lock exams/quiz5.md --relock"]));
  addReportOptions(command).action(async (file: string, { relock, ...options }: Options) =>
    finish(await buildFiles([file], { ...options, lock: relock ? "rewrite" : "write" }, io)),
  );
};
