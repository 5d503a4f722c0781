import type { Finding } from "../tasks/doctor.ts";
import { printable } from "./cells.ts";
import { type Colors, colorsFor } from "./colors.ts";
import { type AddCommand, examples } from "./command.ts";
import { ExitCode } from "./exit-code.ts";
import { jsonText } from "./format-json.ts";
import type { Io } from "./io.ts";
import { oneOf } from "./option-values.ts";

const FORMATS = ["human", "json"] as const;

/** `exam doctor`: what a build depends on, and what is wrong with it. */
export const addDoctor: AddCommand = (program, io, finish) => {
  program
    .command("doctor")
    .summary("look at what a build depends on, and say what to do")
    .description(
      "Look at Node, browser, sandbox, typefaces and folders, build a small exam, and say what to do where something is wrong. Exit code 3 where no build could work.",
    )
    .option("--format <format>", "how it is written: human or json", oneOf(FORMATS), "human")
    .addHelpText("after", examples(["exam doctor", "exam doctor --format json"]))
    .action(async ({ format }: { format: (typeof FORMATS)[number] }) => finish(await doctor(format, io)));
};

async function doctor(format: (typeof FORMATS)[number], io: Io): Promise<number> {
  const { diagnose } = await import("../tasks/doctor.ts");
  const findings = await diagnose(io);
  const works = findings.every(({ state }) => state !== "fault");
  if (format === "json") io.stdout.write(jsonText({ works, findings }));
  else io.stdout.write(formatFindings(findings, colorsFor(io.stdout, io.env)));
  return works ? ExitCode.done : ExitCode.environment;
}

const NAMES: Readonly<Record<Finding["name"], string>> = {
  node: "Node",
  browser: "Browser",
  sandbox: "Sandbox",
  fonts: "Typefaces",
  "large-fonts": "Chinese, Japanese, Korean",
  cache: "Cache",
  folder: "Folder",
  trial: "Trial build",
};

/** A line for each, what to do below it, and the verdict. */
function formatFindings(findings: readonly Finding[], colors: Colors): string {
  const marks = { good: colors.green("✓"), advice: colors.yellow("!"), fault: colors.red("✗") };
  const width = Math.max(...Object.values(NAMES).map((name) => name.length));
  const lines = findings.flatMap(({ name, state, found, advice }) => [
    `${marks[state]} ${NAMES[name].padEnd(width)}  ${printable(found)}`,
    ...(advice ? [`${" ".repeat(width + 4)}${colors.dim("╰─")} ${printable(advice)}`] : []),
  ]);
  const works = findings.every(({ state }) => state !== "fault");
  const verdict = works ? colors.green("Exams can be built.") : colors.red("No exam can be built: see ✗ above.");
  return `${[...lines, "", verdict].join("\n")}\n`;
}
