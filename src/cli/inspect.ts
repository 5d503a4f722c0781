import { printedQuestions, type Version } from "../model/version.ts";
import { type AddCommand, examples } from "./command.ts";
import { ExitCode } from "./exit-code.ts";
import { jsonText } from "./format-json.ts";
import type { Io } from "./io.ts";
import { createReporter } from "./report.ts";

/** `exam inspect`: the exam as the program understood it. */
export const addInspect: AddCommand = (program, io, finish) => {
  program
    .command("inspect")
    .summary("print what was understood of an exam as JSON")
    .description(
      "Print what was understood of an exam as JSON: settings, sections, questions, answers and their places, and the " +
        "questions of each version in printed order.",
    )
    .argument("<file>", "exam source")
    .addHelpText("after", examples(["exam inspect exams/quiz5.md | jq '.sections[].questions[].id'"]))
    .action(async (file: string) => finish(await inspect(file, io)));
};

async function inspect(file: string, io: Io): Promise<number> {
  const { examine } = await import("../examine.ts");
  const reporter = createReporter({ format: "human" }, io);
  const { exam, versions, problems, sources } = examine(file, io.cwd);
  reporter.add(problems, sources);
  reporter.finish();
  if (exam) io.stdout.write(jsonText({ ...exam, versions: versions.map(dealt) }));
  return exam && !reporter.failed ? ExitCode.done : ExitCode.problems;
}

/** A version by position: the ids and answers of its questions. */
function dealt(version: Version) {
  const questions = printedQuestions(version).map(({ number, question, answer, parts }) => ({
    number,
    id: question.id,
    answer: answer?.text,
    ...(parts.length > 0 && {
      parts: parts.map(({ letter, part, answer: ofPart }) => ({ part: letter, id: part.id, answer: ofPart.text })),
    }),
  }));
  return { label: version.label, questions };
}
