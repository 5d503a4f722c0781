import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { openPrinter } from "../../src/print/index.ts";

const root = join(import.meta.dirname, "../..");

/** The program as it is installed: bundled, inside the repository, so that it finds its dependencies. */
export interface Installed {
  readonly program: string;
  remove(): void;
}

export function install(): Installed {
  const folder = mkdtempSync(join(root, "node_modules/.preview-bundle-"));
  execFileSync(process.execPath, [join(root, "src/bundle.js"), folder]);
  return { program: join(folder, "exam.js"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A browser to look with, not the one that prints. */
export async function openBrowser(): Promise<Browser> {
  const printer = await openPrinter({ jobs: 1 });
  await printer.close();
  const { executable: executablePath } = printer;
  return puppeteer.launch({ executablePath, headless: "shell", args: ["--no-sandbox", "--disable-gpu"] });
}

/** A running `exam preview` and the folder of its exam. */
export interface Session {
  readonly url: string;
  readonly child: ChildProcess;
  /** A file's text. */
  read(name: string): string;
  /** Saves a file as an editor does that writes into it. */
  save(name: string, text: string): void;
  /** Saves a file as an editor does that puts a new one into its place. */
  replace(name: string, text: string): void;
  /** Numbers of the processes it has started. */
  children(): number[];
  /** Presses Ctrl-C; how the process ends, and what it had to say. */
  stop(): Promise<{ readonly code: number | null; readonly said: string }>;
}

/** Starts to preview an exam in a new folder, which holds these files or the repository's own exams. */
export async function startSession(
  { program }: Installed,
  args: readonly string[],
  files?: Readonly<Record<string, string>>,
): Promise<Session> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "exam-preview-")));
  if (files) for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  else cpSync(join(root, "exams"), folder, { recursive: true });
  const child = spawn(process.execPath, [program, "preview", ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, EXAM_EDITOR: "" },
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    void ended.then(() => reject(new Error(said)));
  });
  return {
    url,
    child,
    read: (name) => readFileSync(join(folder, name), "utf8"),
    save: (name, text) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    replace: (name, text) => {
      writeFileSync(join(folder, `.${name}.new`), text);
      renameSync(join(folder, `.${name}.new`), join(folder, name));
    },
    children: () => childrenOf(child.pid as number),
    async stop() {
      child.kill("SIGINT");
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return { code, said };
    },
  };
}

/** Waits until the pages on the desk satisfy something; `{}` are the edition, the version and the view that are shown. */
export async function untilShown(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById("desk")?.dataset.shown ?? ""),
    { polling: "mutation" },
    pattern.source,
  );
}

/** Waits until the text of the pages that are painted holds, or does not hold, some words. */
export async function untilRead(page: Page, words: string, isThere = true): Promise<void> {
  await page.waitForFunction(
    (sought, wanted) => {
      const text = [...document.querySelectorAll(".textLayer")].map((layer) => layer.textContent).join(" ");
      return text !== "" && text.includes(sought) === wanted;
    },
    { polling: "mutation" },
    words,
    isThere,
  );
}

/** Waits until an element is in the same place in two pictures one after the other; where it is. */
export async function untilStill(page: Page, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const place = await page.waitForFunction(
    (sought) => {
      const { x, y } = document.querySelector(sought)?.getBoundingClientRect() ?? {};
      const before = document.body.dataset.seen;
      document.body.dataset.seen = `${x} ${y}`;
      return x !== undefined && before === document.body.dataset.seen && { x, y };
    },
    { polling: "raf" },
    selector,
  );
  return (await place.jsonValue()) as { x: number; y: number };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

/** Whether a process is there (Linux). */
export function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}
