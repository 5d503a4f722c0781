import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { StarterKey, StarterSettings } from "../tasks/starter.ts";
import { printable } from "./cells.ts";
import { type AddCommand, examples } from "./command.ts";
import { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { localeOf } from "./locale.ts";
import { createReporter } from "./report.ts";
import { UsageError } from "./usage-error.ts";

interface Options {
  readonly lang?: string;
  /** True where the option stands without a name. */
  readonly template?: string | true;
  readonly ask?: boolean;
}

/** `exam new`: a first exam to change and to learn from. */
export const addNew: AddCommand = (program, io, finish) => {
  program
    .command("new")
    .summary("write a first exam that builds as it is")
    .description(
      "Write a first exam, with remarks that explain it, that builds as it is. Never over a file that is there.",
    )
    .argument("[file]", "where to write it")
    .option("--lang <tag>", "language of the exam, such as es or en-GB (default: that of the system)")
    .option("--template [name]", "how pages look: a built-in template or a folder; without a name, lists them")
    .option("--ask", "ask for title, course, date, duration and versions")
    .addHelpText("after", examples(["exam new quiz.md", "exam new quiz.md --lang es-PE --ask", "exam new --template"]))
    .action(async (file: string | undefined, options: Options) => finish(await writeNew(file, options, io)));
};

async function writeNew(given: string | undefined, { lang, template, ask }: Options, io: Io): Promise<number> {
  const starter = await import("../tasks/starter.ts");
  if (template === true) {
    io.stdout.write(
      starter
        .builtInTemplates()
        .map((name) => `${name}\n`)
        .join(""),
    );
    return ExitCode.done;
  }
  if (given === undefined) throw new UsageError("Missing required argument 'file'", "For example: exam new quiz.md");
  const file = /\.(md|markdown)$/i.test(given) ? given : `${given}.md`;
  if (existsSync(resolve(io.cwd, file)))
    throw new UsageError(`${file} is there already`, "Choose another name, or move that file away first.");

  const settings = {
    lang: lang ?? starter.starterLanguage(localeOf(io.env)),
    date: today(),
    ...(template !== undefined && { template }),
  };
  const expected = starter.starterFault("lang", settings.lang);
  if (expected) throw new UsageError(`Unexpected language ${settings.lang}, expected ${expected}`);
  const fault = template === undefined ? undefined : starter.templateFault(template, file, io.cwd);
  if (fault) throw new UsageError(fault.message, fault.hint);

  const answers = ask ? await askFor(settings, starter, io) : {};
  await starter.writeStarter(file, io.cwd, { ...settings, ...answers });
  // What it is printed with may not be there: Chinese, Japanese and Korean typefaces are packages of their own.
  const { examine } = await import("../examine.ts");
  const { problems, sources } = examine(file, io.cwd);
  const reporter = createReporter({ format: "human" }, io);
  reporter.add(problems, sources);
  reporter.finish();
  io.stdout.write(`${file}\n`);
  io.stderr.write(`Wrote ${printable(file)}. See it with: exam preview ${printable(file)}\n`);
  return ExitCode.done;
}

const QUESTIONS: readonly (readonly [key: StarterKey, question: string])[] = [
  ["title", "Title"],
  ["course", "Course"],
  ["date", "Date"],
  ["duration", "Duration"],
  ["versions", "Number of versions"],
];

type Starter = Pick<typeof import("../tasks/starter.ts"), "starterFault" | "starterValue">;

/** Asks key by key; an empty line, or none, leaves what the starter says. */
async function askFor(settings: StarterSettings, starter: Starter, io: Io): Promise<Partial<StarterSettings>> {
  const lines = io.lines();
  const answers: Partial<Record<StarterKey, string>> = {};
  const askOne = async (key: StarterKey, prompt: string): Promise<string> => {
    io.stderr.write(prompt);
    const { value } = await lines.next();
    io.signal.throwIfAborted();
    const answer = value?.trim() ?? "";
    const expected = answer && starter.starterFault(key, answer);
    if (!expected) return answer;
    io.stderr.write(`Expected ${expected}.\n`);
    return askOne(key, prompt);
  };
  try {
    for (const [key, question] of QUESTIONS) {
      const answer = await askOne(key, `${question} [${settings[key] ?? starter.starterValue(key, settings.lang)}]: `);
      if (answer !== "") answers[key] = answer;
    }
  } finally {
    await lines.return?.();
  }
  return answers;
}

/** The date where the user is, as ISO 8601 has it. */
function today(): string {
  const now = new Date();
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}
