import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPrinter } from "../../src/print/index.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

const EXAM = "---\ntitle: Quiz\n---\n\n## {#one}\n\nWhat is it?\n\n- [x] This\n- [ ] That\n";

let folder: ExamFolder;
let cache: string;
/** A browser that writes a line with the number of its process when it is started. */
let browser: string;
let log: string;

// A shell stands before the browser.
const isPosix = process.platform !== "win32";

beforeAll(async () => {
  folder = examFolder({ "quiz.md": EXAM });
  cache = mkdtempSync(join(tmpdir(), "exam-cache-"));
  browser = join(cache, "browser");
  log = join(cache, "log");
  const printer = await openPrinter({ jobs: 1, force: true });
  await printer.close();
  const fonts = join(printer.executable, "../fonts.conf");
  const script = `#!/bin/sh\necho $$ >>"${log}"\nexport FONTCONFIG_FILE="${fonts}"\nexec "${printer.executable}" "$@"\n`;
  writeFileSync(browser, script);
  chmodSync(browser, 0o755);
});
afterAll(() => {
  folder.remove();
  rmSync(cache, { recursive: true, force: true });
});

/** Builds a source, and counts the browsers that were started for it; returns when all have ended. */
async function build(source: string, options = {}) {
  writeFileSync(join(folder.path, "quiz.md"), source);
  writeFileSync(log, "");
  const env = { ...process.env, XDG_CACHE_HOME: cache, PUPPETEER_EXECUTABLE_PATH: browser };
  const { prints, problems } = await folder.build({ env, program: "1", ...options } as Parameters<
    ExamFolder["build"]
  >[0]);
  const started = readFileSync(log, "utf8").split("\n").slice(0, -1);
  while (started.some((id) => isAlive(Number(id)))) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    started: started.length,
    printed: prints?.printed ?? 0,
    errors: problems.flatMap(({ severity, rule }) => (severity === "error" ? [rule] : [])),
  };
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

test.runIf(isPosix)("one browser is started for a source that is new, and none for one that was built", async () => {
  const BUILT = { started: 1, printed: 2, errors: [] };
  expect(await build(EXAM)).toEqual(BUILT);
  expect(await build(EXAM)).toEqual({ ...BUILT, started: 0, printed: 0 });
  expect(await build(EXAM, { force: true })).toEqual(BUILT);
  const other = EXAM.replace("This", "These");
  expect(await build(other)).toEqual(BUILT);
  // What is started for nothing may be ended before it has written its line.
  expect(await build(`${other}\n`)).toMatchObject({ printed: 0, errors: [] });
  const broken = EXAM.replace("title: Quiz", "title: Quiz\nversions: none");
  expect(await build(broken)).toMatchObject({ printed: 0, errors: ["front-matter-value"] });
  expect(await build(broken)).toEqual({ started: 0, printed: 0, errors: ["front-matter-value"] });
  // That all is new here is known too late to start early.
  expect(await build(EXAM, { out: "again", draft: true })).toEqual(BUILT);
});
