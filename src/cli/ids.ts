import type { Naming } from "../tasks/name-questions.ts";
import { printable } from "./cells.ts";
import { type AddCommand, examples } from "./command.ts";
import { plural } from "./count-problems.ts";
import { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { createReporter } from "./report.ts";

interface Options {
  readonly write?: boolean;
}

/** `exam ids`: questions that would lose their id with their wording, and ids that last. */
export const addIds: AddCommand = (program, io, finish) => {
  program
    .command("ids")
    .summary("list questions without an id of their own, or write one")
    .description(
      "List the questions of an exam, and of the files it includes, that have no id of their own: theirs is made from the " +
        "title or the text, and changes with it. With --write, ids are put into the sources; no other byte is touched.",
    )
    .argument("<file>", "exam source")
    .option("--write", "write {#…} behind the headings")
    .addHelpText("after", examples(["exam ids exams/quiz5.md", "exam ids exams/quiz5.md --write"]))
    .action(async (file: string, options: Options) => finish(await ids(file, options, io)));
};

async function ids(file: string, { write }: Options, io: Io): Promise<number> {
  const { findNameless, writeIds } = await import("../tasks/name-questions.ts");
  const reporter = createReporter({ format: "human", quiet: true }, io);
  const naming = findNameless(file, io.cwd);
  reporter.add(naming.problems, naming.sources);
  reporter.finish();
  if (reporter.failed) return ExitCode.problems;
  if (write) await writeIds(naming, io.cwd);
  io.stdout.write(naming.newIds.map(line).join(""));
  io.stderr.write(`${sentence(naming, file, write)}\n`);
  return ExitCode.done;
}

function line({ question, id }: Naming["newIds"][number]): string {
  const { file, start } = question.place;
  const change = id === question.id ? "" : ` instead of ${question.id}`;
  return printable(`${file}:${start.line}: {#${id}}${change}`).concat("\n");
}

function sentence({ newIds }: Naming, file: string, write = false): string {
  if (newIds.length === 0) return `Every question of ${printable(file)} has an id of its own`;
  if (write) return `Wrote ${plural(newIds.length, "id")}`;
  const [have, these] =
    newIds.length === 1
      ? ["1 question has no id of its", "this"]
      : [`${newIds.length} questions have no id of their`, "these"];
  return `${have} own. Write ${these} with: exam ids ${printable(file)} --write`;
}
