import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import type { PreviewOptions } from "../tasks/preview.ts";
import { printable } from "./cells.ts";
import { type AddCommand, examples } from "./command.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

interface Options {
  readonly port?: number;
  readonly open?: boolean;
  readonly editor?: string;
  readonly template?: string;
}

/** `exam preview`: the real pages in a browser, after every save. */
export const addPreview: AddCommand = (program, io) => {
  program
    .command("preview")
    .summary("show the pages of an exam while it is written")
    .description(
      "Show the real pages of an exam in your browser, papers and keys of all versions, with its problems; follows every save until it is stopped with Ctrl-C. Nobody but you can see it.",
    )
    .argument("<file>", "exam source")
    .option("--port <n>", "port of the page (default: one that is free)", port)
    .option("--open", "open the page in your browser")
    .option(
      "--editor <name|url>",
      "open questions in an editor: vscode, zed, … or an address with {path} and {line} (default: $EXAM_EDITOR)",
    )
    .option("--template <template>", "name of a built-in template, or a folder")
    .addHelpText("after", examples(["exam preview quiz.md --open", "exam preview quiz.md --editor vscode"]))
    .action((file: string, options: Options) => preview(file, options, io));
};

/** A port that an ordinary program may have. */
function port(value: string): number {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > 65535) throw new InvalidArgumentError("Expected a port from 1 to 65535.");
  return number;
}

/** Ends by the signal alone, which is the reason it throws. */
async function preview(file: string, options: Options, io: Io): Promise<never> {
  if (!existsSync(resolve(io.cwd, file)))
    throw new UsageError(`${file} does not exist`, `To write a first exam: exam new ${file}`);
  const { startPreview, openUrl } = await import("../tasks/preview.ts");
  const editor = await chosenEditor(options.editor ?? io.env.EXAM_EDITOR);
  const { port, template } = options;
  const shown = await startPreview(file, {
    cwd: io.cwd,
    env: io.env,
    ...(port !== undefined && { port }),
    ...(template !== undefined && { template }),
    ...(editor && { editor }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE")
      throw new UsageError(`Port ${port} is in use`, "Choose another one, or leave --port out.");
    if (error.code === "EACCES")
      throw new UsageError(`Port ${port} may not be used`, "Choose one above 1023, or leave --port out.");
    throw error;
  });
  try {
    io.stdout.write(`${shown.url}\n`);
    io.stderr.write(`Showing ${printable(file)} and following every save. Ctrl-C ends it.\n`);
    if (options.open && !(await openUrl(shown.url, io.env)))
      io.stderr.write("There is no program here that opens a browser: open the address above.\n");
    return await Promise.race([stopped(io.signal), shown.fault]);
  } finally {
    await shown.close();
  }
}

async function chosenEditor(named: string | undefined): Promise<PreviewOptions["editor"]> {
  if (!named) return undefined;
  const { EDITOR_NAMES, editorUrl } = await import("../tasks/preview.ts");
  const url = editorUrl(named);
  if (url) return url;
  const known = EDITOR_NAMES.join(", ");
  throw new UsageError(
    `Unexpected editor ${named}, expected ${known}, or an address with {path}`,
    "For example: emacs://open?file={path}&line={line}",
  );
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
