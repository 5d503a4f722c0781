import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { partOf } from "../../src/model/shard.ts";
import { cacheFolder } from "../../src/print/index.ts";
import { mergeParts } from "../../src/tasks/merge-parts.ts";

const root = join(import.meta.dirname, "../..");
const manual = readFileSync(join(root, "docs/many-machines.md"), "utf8");

const EXAM = `---
title: Final
course: Signals
versions: 2
---

## {#one}

What is it?

- [x] This
  > It is this.
- [ ] =That

## {#two}

Why?

:::solution
Because it is.
:::
`;
const STUDENTS = "surname,name,code\nLovelace,Ada,1\nGauß,Carl,2\nNoether,Emmy,3\nSilva,José,4\nTuring,Alan,5\n";

/** A repository as the manual has it, with the program, and a command `npx` that runs it. */
let repository: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  repository = mkdtempSync(join(root, "node_modules/.shards-"));
  execFileSync(process.execPath, [join(root, "src/bundle.js"), join(repository, "dist")]);
  cpSync(join(root, "templates"), join(repository, "templates"), { recursive: true });
  mkdirSync(join(repository, "exams"));
  mkdirSync(join(repository, "bin"));
  writeFileSync(join(repository, "exams/final.md"), EXAM);
  writeFileSync(join(repository, "students.csv"), STUDENTS);
  const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" "${repository}/dist/exam.js" "$@" --quiet\n`;
  writeFileSync(join(repository, "bin/npx"), npx, { mode: 0o755 });
  // Nothing that was printed before is found, but the browser is.
  const known = cacheFolder(process.env);
  const own = join(repository, "cache/exams-as-code");
  mkdirSync(own, { recursive: true });
  for (const name of existsSync(known) ? readdirSync(known).filter((name) => name.startsWith("chromium-")) : [])
    symlinkSync(join(known, name), join(own, name));
  env = {
    ...process.env,
    PATH: `${join(repository, "bin")}:${process.env.PATH}`,
    XDG_CACHE_HOME: join(repository, "cache"),
  };
  await run("npx exam build exams/final.md --roster students.csv --merge --force -o whole");
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of ["parts", "output"]) rmSync(join(repository, name), { recursive: true, force: true });
});

const run = (command: string, variables: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)("bash", ["-euc", command], { cwd: repository, env: { ...env, ...variables } });

function filesOf(folder: string): [string, string][] {
  return readdirSync(join(repository, folder))
    .sort()
    .map((name) => [name, readFileSync(join(repository, folder, name), "latin1")]);
}

/** What the manual's section does with papers; the variables that the system sets for each part are given. */
function commandOf(heading: string): string {
  const section = manual.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  const command = /npx exam build .*/.exec(section)?.[0];
  if (!command) throw new Error(`Expected a section "${heading}" with a build`);
  return command;
}

const PARTS = [1, 2, 3, 4];
test.each<[heading: string, variables: (part: number) => Record<string, string>]>([
  ["A GitHub matrix", (part) => ({ PART: `${part}` })],
  ["GitLab, `parallel`", (part) => ({ CI_NODE_INDEX: `${part}`, CI_NODE_TOTAL: "4" })],
  ["A Slurm array", (part) => ({ SLURM_ARRAY_TASK_ID: `${part}`, SLURM_ARRAY_TASK_COUNT: "4" })],
  ["A Kubernetes indexed Job", (part) => ({ JOB_COMPLETION_INDEX: `${part - 1}` })],
])("%s: its parts, each built by a process of its own, are one build byte for byte", async (heading, variables) => {
  const command = commandOf(heading);
  await Promise.all(PARTS.map((part) => run(command, variables(part))));
  expect(readdirSync(join(repository, "parts"))).toHaveLength(4);
  await run("npx exam merge parts/*");
  expect(filesOf("output/final").map(([name]) => name)).toContain("final-print.pdf");
  expect(filesOf("output/final")).toEqual(filesOf("whole/final"));
});

test("versions without a class list are parted too, and each part can be proven", async () => {
  const build = "npx exam build exams/final.md --html --draft";
  await run(`${build} -o all`);
  await Promise.all([1, 2].map((part) => run(`${build} --shard ${part}/2 -o parts/${part}`)));
  await run("npx exam verify parts/1/final parts/2/final; npx exam merge parts/*");
  expect(filesOf("output/final")).toEqual(filesOf("all/final"));
});

describe("refused is", () => {
  beforeAll(async () => {
    const build = (out: string, options: string) => run(`npx exam build exams/final.md ${options} -o ${out}`);
    await Promise.all([
      build("two/1", "--shard 1/2"),
      build("two/2", "--shard 2/2"),
      build("two/other", "--shard 2/2 --seed other"),
    ]);
  });
  beforeEach(() => cpSync(join(repository, "two"), join(repository, "parts"), { recursive: true }));
  const merge = async (...folders: string[]) => {
    const { problems, written } = await mergeParts(folders, { cwd: repository });
    expect(written).toEqual([]);
    expect(existsSync(join(repository, "output"))).toBe(false);
    return problems.map(({ rule, message }) => `${rule} ${message}`);
  };

  test("a part that is missing, and one that is there twice", async () => {
    expect(await merge("parts/2")).toEqual(["merge-parts parts/2/final: Of its 2 parts 1 is missing"]);
    expect(await merge("parts/1", "parts/2", "parts/1/final")).toEqual([
      "merge-parts parts/1/final: Part 1 of 2 is there twice",
    ]);
  });

  test("a part of other sources", async () => {
    expect(await merge("parts/1", "parts/other")).toEqual([
      'merge-parts parts/other/final: Its "seed" in the manifest is not that of parts/1/final',
    ]);
  });

  test("a file that was changed or is gone", async () => {
    const file = join(repository, "parts/2/final/final-B.pdf");
    writeFileSync(file, "changed", { flag: "a" });
    expect(await merge("parts/1", "parts/2")).toEqual([
      "merge-parts parts/2/final: final-B.pdf is not the file that was built",
    ]);
    rmSync(file);
    expect(await merge("parts/1", "parts/2")).toEqual(["merge-parts parts/2/final: final-B.pdf: It is missing"]);
    const keys = join(repository, "parts/2/final/keys.csv");
    writeFileSync(keys, "changed", { flag: "a" });
    expect(await merge("parts/1", "parts/2")).toEqual([
      "merge-parts parts/2/final: keys.csv is not the file that was built",
    ]);
    rmSync(keys);
    expect(await merge("parts/1", "parts/2")).toEqual(["merge-parts parts/2/final: keys.csv: It is missing"]);
  });

  test("what is no part", async () => {
    expect(await merge("whole", "exams")).toEqual([
      "merge-parts whole/final: It is no part of an exam: it was built without --shard",
      "merge-parts exams: There is no manifest.json in it",
    ]);
  });

  test("more parts than there are papers", async () => {
    await expect(run("npx exam build exams/final.md --shard 1/3 -o parts")).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There are 2 papers, which do not make 3 parts"),
    });
  });
});

test("parts are the whole, in order, and as large as each other", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, of) => {
      const parts = Array.from({ length: of }, (_, index) => partOf(items, { part: index + 1, of }));
      expect(parts.flat()).toEqual(items);
      const sizes = parts.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
