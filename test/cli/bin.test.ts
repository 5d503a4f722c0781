import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const quiz = join(root, "exams/quiz5.md");

/** The bundle under test: inside the repository, so that it finds its dependencies and templates. */
let bundle: string;
/** Where builds write. */
let out: string;

beforeAll(() => {
  bundle = mkdtempSync(join(root, "node_modules/.exam-bundle-"));
  out = join(bundle, "output");
  execFileSync(process.execPath, [join(root, "src/bundle.js"), bundle]);
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

/** Starts the bundled command as a process of its own. */
function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [join(bundle, "exam.js"), ...args], { env: { ...process.env, ...env } });
}

/** Waits for a process to end; what it wrote and how it ended. */
async function ending(child: ChildProcess) {
  const text = { out: "", err: "" };
  child.stdout?.on("data", (data) => {
    text.out += data;
  });
  child.stderr?.on("data", (data) => {
    text.err += data;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, ...text };
}

const GOOD = { code: 0, out: "", err: expect.stringMatching(/\nNo problems in quiz5\.md\n$/) };

test("the exit code and both outputs are those of the command", async () => {
  expect(await ending(start(["check", quiz]))).toEqual(GOOD);
  expect(await ending(start(["check", "nowhere.md"]))).toMatchObject({ code: 1, out: "" });
  expect(await ending(start(["chek", quiz]))).toMatchObject({ code: 2, out: "" });
});

test.each(["--version", "--help", "build --help"])("%s loads nothing heavy", async (line) => {
  const coverage = join(bundle, "coverage");
  await ending(start(line.split(" "), { NODE_V8_COVERAGE: coverage }));
  const [report] = readdirSync(coverage);
  const { result } = JSON.parse(readFileSync(join(coverage, report as string), "utf8"));
  rmSync(coverage, { recursive: true });
  const loaded: string[] = result
    .map(({ url }: { url: string }) => url)
    .filter((url: string) => url.startsWith("file:"));
  const bytes = loaded.map((url) => statSync(fileURLToPath(url)).size).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(150_000);
});

test("what is kept of the program is used again, made anew where it is damaged, and not needed", async () => {
  const cache = join(bundle, "cache");
  const folder = join(cache, "exams-as-code/code");
  const check = async (env = { XDG_CACHE_HOME: cache }) =>
    expect(await ending(start(["check", quiz], env))).toMatchObject(GOOD);
  await check();
  const [name = "", ...others] = readdirSync(folder).filter((entry) => entry !== "tally");
  expect(others).toEqual([]);
  const file = join(folder, name);
  const made = readFileSync(file);
  expect(made.length).toBeGreaterThan(500_000);
  await check();
  expect(readFileSync(file).equals(made)).toBe(true);

  writeFileSync(file, made.subarray(0, made.length / 2));
  await check();
  expect(readFileSync(file).length).toBeGreaterThan(500_000);
  const changed = Buffer.from(made);
  changed[made.length >> 1] = ~(made[made.length >> 1] ?? 0);
  writeFileSync(file, changed);
  await check();
  expect(readFileSync(file).equals(changed)).toBe(false);

  // A file stands where the folder would be.
  await check({ XDG_CACHE_HOME: file });
});

test("a reader that leaves early is no failure", async () => {
  const child = start(["inspect", quiz]);
  child.stdout?.destroy();
  expect(await ending(child)).toEqual({ code: 0, out: "", err: "" });
});

test.runIf(existsSync("/dev/full"))("an output that cannot be written is told", async () => {
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [join(bundle, "exam.js"), "inspect", quiz], {
    stdio: ["ignore", full, "pipe"],
  });
  const { code, err } = await ending(child);
  closeSync(full);
  expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/^error: Cannot write the output: .*\n$/) });
});

// Linux tells of all processes in /proc.
describe.skipIf(process.platform !== "linux")("a build that is stopped", () => {
  test.each([
    ["SIGINT", 130, 1],
    ["SIGINT", 130, 2],
    ["SIGTERM", 143, 1],
  ] as const)(
    "by %s ends with %i, sent %i times, and leaves no file and no process behind",
    async (signal, code, times) => {
      const mark = randomUUID();
      const child = start(["build", quiz, "--versions", "16", "--force", "--out", out], { EXAM_TEST_MARK: mark });
      const ended = ending(child);
      await until(() => processesWith(mark).length > 1);
      for (let time = 0; time < times; time++) child.kill(signal);
      expect(await ended).toMatchObject({ code, out: "" });
      await until(() => processesWith(mark).length === 0);
      expect(existsSync(out) ? readdirSync(out, { recursive: true }) : []).toEqual([]);
    },
  );
});

/** Waits until something holds. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Processes that inherited a mark in their environment; the kernel tells of those that are alive. */
function processesWith(mark: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(mark);
    } catch {
      return false;
    }
  });
}

test("what is typed is waited for, and nothing after the last answer", async () => {
  const file = join(out, "asked.md");
  const child = start(["new", file, "--ask", "--lang", "en"]);
  // The input stays open, as a terminal does.
  child.stdin?.write("Mine\n\n\n\n3\n");
  expect(await ending(child)).toMatchObject({ code: 0, out: `${file}\n` });
  expect(readFileSync(file, "utf8")).toMatch(/^title: Mine$[\s\S]*^versions: 3$/m);
});
