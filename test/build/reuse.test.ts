import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { openPrinter } from "../../src/print/index.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

const EXAM = `---
title: Quiz
versions: 2
---

## {#one}

What is it?

- [x] This
  > It is this.
- [ ] That

## {#two}

Why?

:::solution
Because it is.
:::
`;

let folder: ExamFolder;
let cache: string;
/** Another cache folder than the user's, with the browser that is unpacked there. */
beforeAll(async () => {
  folder = examFolder({ "quiz.md": EXAM });
  cache = mkdtempSync(join(tmpdir(), "exam-cache-"));
  const printer = await openPrinter({ jobs: 1 });
  await printer.close();
  const own = join(cache, "exams-as-code");
  mkdirSync(own);
  symlinkSync(dirname(printer.executable), join(own, basename(dirname(printer.executable))));
});
afterAll(() => {
  folder.remove();
  rmSync(cache, { recursive: true, force: true });
});

const build = (program = "1", options = {}) => {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  return folder.build({ env, program, ...options } as Parameters<ExamFolder["build"]>[0]);
};
const all = (out?: string) =>
  folder.written(out).map((name) => [name, Buffer.from(folder.bytes(name, out)).toString("latin1")]);

test("what did not change is neither printed nor proven again, and no byte of it is another", async () => {
  const first = await build();
  expect(first.prints).toEqual({ printed: 4, reused: 0 });
  expect(first.proof?.documents).toBe(4);
  const fresh = all();

  const second = await build("1", { out: "second" });
  expect(second.prints).toEqual({ printed: 0, reused: 4 });
  expect(second.proof?.documents).toBe(0);
  // Nothing can be said of a browser that was not started.
  expect(second.problems).toEqual([]);
  expect(all("second")).toEqual(fresh);

  const forced = await build("1", { out: "forced", force: true });
  expect(forced.prints).toEqual({ printed: 4, reused: 0 });
  expect(forced.proof?.documents).toBe(4);
  expect(all("forced")).toEqual(fresh);

  const other = await build("2", { out: "other" });
  expect(other.prints).toEqual({ printed: 4, reused: 0 });
});

test("a browser that started though nothing was to be printed leaves nothing behind", async () => {
  await build();
  const temporary = mkdtempSync(join(tmpdir(), "exam-none-"));
  onTestFinished(() => rmSync(temporary, { recursive: true }));
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const comment of ["first", "second", "third"]) {
    writeFileSync(join(folder.path, "quiz.md"), `${EXAM}\n<!-- ${comment} -->\n`);
    expect((await build()).prints).toEqual({ printed: 0, reused: 4 });
    expect(readdirSync(temporary)).toEqual([]);
  }
});

test("what changed is printed, and that alone", async () => {
  await build();
  writeFileSync(join(folder.path, "quiz.md"), EXAM.replace("Because it is.", "Because it was."));
  const changed = await build("1", { out: "changed" });
  expect(changed.prints).toEqual({ printed: 2, reused: 2 });
  await build("1", { out: "anew", force: true });
  expect(all("changed")).toEqual(all("anew"));
});

test("a paper with a fault is not taken for proven", async () => {
  const template = join(folder.path, "mine");
  cpSync("templates/default", template, { recursive: true });
  writeFileSync(join(template, "style.css"), ".choice-option:first-child { display: none }", { flag: "a" });
  for (let run = 0; run < 2; run++) {
    const { problems, written } = await build("1", { template: "mine" });
    expect(problems.map(({ rule }) => rule)).toContain("verify-text");
    expect(written).toEqual([]);
  }
});
