import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { writeOutput } from "../../src/write.ts";
import { contents, files, manifestOf, temporaryFolder } from "./folders.ts";

/** What the build of a name writes: some files all builds have, and one of its own. */
function results(name: string): Record<string, string> {
  const papers = Object.fromEntries(["A", "B", name].map((label) => [`quiz-${label}.pdf`, name]));
  return { ...papers, "manifest.json": manifestOf("quiz", papers) };
}

/** Those results written into `o/quiz`. */
async function write(cwd: string, name: string): Promise<void> {
  await writeOutput({ out: "o", exam: "quiz", cwd }, files(results(name)));
}

describe("many builds at once into one folder", () => {
  test("leave the whole of one of them", async () => {
    const cwd = temporaryFolder();
    const names = Array.from({ length: 24 }, (_, index) => `build-${index}`);
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on("warning", note);
    await Promise.all(names.map((name) => write(cwd, name)));
    process.removeListener("warning", note);
    expect(names.map(results)).toContainEqual(contents(join(cwd, "o/quiz")));
    expect(warnings).toEqual([]);
  });

  test("do so from as many processes", async () => {
    const cwd = temporaryFolder();
    const program = await bundledWriter(cwd);
    const names = ["one", "two", "three", "four"];
    const ends = names.map((name) => run(program, { cwd, name, times: 40 }));
    expect(await Promise.all(ends)).toEqual([0, 0, 0, 0]);
    expect(names.map(results)).toContainEqual(contents(join(cwd, "o/quiz")));
  });
});

describe.concurrent("after a build was killed", () => {
  /** One stale file is removed, four are put in place, and the end is noted. */
  const steps = [1, 2, 3, 4, 5, 6];

  test("in the midst of its change, the next one takes that back before its own", async ({
    onTestFinished,
    expect,
  }) => {
    const program = await bundledWriter(temporaryFolder(onTestFinished));
    const cases = steps.map(async (dieAt) => {
      const cwd = temporaryFolder(onTestFinished);
      await write(cwd, "old");
      expect(await run(program, { cwd, name: "new", times: 1, dieAt })).toBe("SIGKILL");
      const { visible, hidden } = split(contents(join(cwd, "o/quiz")));
      if (dieAt > 1) expect(visible).not.toEqual(results("old"));
      if (dieAt < 6) expect(visible).not.toEqual(results("new"));
      expect(hidden.length).toBeGreaterThan(0);

      // It writes nothing but a manifest, so what it does not take back or remove would stay.
      const last = { "manifest.json": manifestOf("quiz", {}) };
      await writeOutput({ out: "o", exam: "quiz", cwd }, files(last));
      expect(split(contents(join(cwd, "o/quiz"))).visible).toEqual(last);
    });
    await Promise.all(cases);
  });

  test("a file that no manifest names comes back as it was", async ({ onTestFinished, expect }) => {
    const program = await bundledWriter(temporaryFolder(onTestFinished));
    const cwd = temporaryFolder(onTestFinished);
    const unnamed = { "quiz-A.pdf": "unnamed", "quiz-new.pdf": "unnamed" };
    await writeOutput({ out: "o", exam: "quiz", cwd }, files(unnamed));
    expect(await run(program, { cwd, name: "new", times: 1, dieAt: 4 })).toBe("SIGKILL");
    expect(split(contents(join(cwd, "o/quiz"))).visible).toMatchObject({ "quiz-A.pdf": "new", "quiz-new.pdf": "new" });
    await writeOutput({ out: "o", exam: "quiz", cwd }, files({ "keys.csv": "" }));
    expect(split(contents(join(cwd, "o/quiz"))).visible).toEqual({ ...unnamed, "keys.csv": "" });
  });

  test("its turn is over after ten seconds without a sign of life", async ({ onTestFinished, expect }) => {
    const cwd = temporaryFolder(onTestFinished);
    mkdirSync(join(cwd, "o/quiz/.exam-turn"), { recursive: true });
    const start = performance.now();
    const names = ["one", "two", "three"];
    await Promise.all(names.map((name) => write(cwd, name)));
    expect(performance.now() - start).toBeGreaterThan(10_000);
    expect(names.map(results)).toContainEqual(contents(join(cwd, "o/quiz")));
  });
});

interface Run {
  readonly cwd: string;
  readonly name: string;
  /** So often its results are written. */
  readonly times: number;
  /** The process kills itself before it removes or renames for that time in the output folder, from 1. */
  readonly dieAt?: number;
}

/** Runs the bundled writer; returns its exit code, or the signal it died of. */
async function run(program: string, { cwd, name, times, dieAt = 0 }: Run): Promise<number | string | null> {
  const all = [program, cwd, String(times), String(dieAt), JSON.stringify(results(name))];
  const child = spawn(process.execPath, all, { stdio: "inherit" });
  const [code, signal] = await once(child, "exit");
  return code ?? signal;
}

/** A program that writes results, and dies where it is told. */
async function bundledWriter(folder: string): Promise<string> {
  const program = join(folder, "writer.mjs");
  const contents = `
    import disk from "node:fs/promises";
    import { syncBuiltinESMExports } from "node:module";
    import { writeOutput } from ${JSON.stringify(join(import.meta.dirname, "../../src/write.ts"))};
    const [cwd, times, dieAt, results] = process.argv.slice(2);
    let steps = 0;
    for (const name of ["rm", "rename"]) {
      const real = disk[name];
      disk[name] = (...all) => {
        const isStep = name === "rename" || !all[0].includes(".exam-") || all[0].endsWith(".plan");
        if (isStep && ++steps === Number(dieAt)) process.kill(process.pid, "SIGKILL");
        return real(...all);
      };
    }
    syncBuiltinESMExports();
    const files = Object.entries(JSON.parse(results)).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
    for (let time = 0; time < Number(times); time++) await writeOutput({ out: "o", exam: "quiz", cwd }, files);
  `;
  await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
  });
  return program;
}

/** What a person sees of a folder, and the names of what is hidden. */
function split(all: Readonly<Record<string, string>> = {}): { visible: Record<string, string>; hidden: string[] } {
  const isVisible = ([name]: readonly [string, string]) => !name.startsWith(".");
  const entries = Object.entries(all);
  return {
    visible: Object.fromEntries(entries.filter(isVisible)),
    hidden: entries.filter((entry) => !isVisible(entry)).map(([name]) => name),
  };
}
