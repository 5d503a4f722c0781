import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BuildOptions } from "../../src/build-options.ts";
import { checkExam } from "../../src/index.ts";
import type { Lock } from "../../src/lock/lock.ts";
import { lockText } from "../../src/lock/lock-text.ts";
import { findNameless, writeIds } from "../../src/tasks/name-questions.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

const QUIZ = `---
title: Quiz
versions: 2
---

## First {#first}

What is it?

- [x] this
- [ ] that
- [ ] neither

:::solution
So it is.
:::

## Second {#second}

Why?
`;

const KEPT = "note quiz.md changed since the papers were locked; no printed paper changes by that";

let folder: ExamFolder;
let locked: string;

const read = (name: string) => readFileSync(join(folder.path, name), "utf8");
const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
const lock = (): Lock => JSON.parse(read("quiz.lock.json"));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const snapshot = () => folder.written().map((name) => [name, sha256(folder.bytes(name))]);

/** Builds the quiz; what is said of its lock, and what was written. */
async function build(options: Partial<BuildOptions> = {}) {
  const { problems, written } = await folder.build({ verify: false, ...options });
  const told = problems.filter(({ rule }) => rule !== "no-sandbox").map((one) => `${one.severity} ${one.message}`);
  return { told, written };
}

/** The quiz with something changed. */
const edit = (before: string, after: string) => write("quiz.md", QUIZ.replace(before, after));

/** The lock as another program, or one that printed other bytes, would have written it. */
function relocked(change: (lock: Lock) => Lock): void {
  const { checksum: _, ...content } = JSON.parse(locked);
  write("quiz.lock.json", lockText(change(content)));
}

beforeAll(async () => {
  folder = examFolder({ "quiz.md": QUIZ, "named.csv": "name;code\nAda;u1\nBo;u2\n" });
  expect(await build({ lock: "require" })).toEqual({
    told: ["error quiz.md is not locked: there is no quiz.lock.json"],
    written: [],
  });
  const { told, written } = await build({ lock: "write" });
  expect(told).toEqual([]);
  expect(written.at(-1)).toBe("quiz.lock.json");
  locked = read("quiz.lock.json");
});
beforeEach(() => {
  write("quiz.md", QUIZ);
  write("quiz.lock.json", locked);
});
afterAll(() => folder.remove());

test("a lock knows the prints, their order, their answers and what made them", () => {
  const { versions, generator, seed } = lock();
  const manifest = folder.manifest();
  expect({ seed, generator }).toEqual({ seed: manifest.seed, generator: manifest.generator });
  for (const [index, { label, student, key, questions }] of versions.entries()) {
    expect(student).toMatchObject({ sha256: sha256(folder.bytes(`quiz-${label}.pdf`)), pages: 1 });
    expect(key).toMatchObject({ sha256: sha256(folder.bytes(`quiz-${label}-key.pdf`)), pages: 1 });
    const [first] = manifest.versions[index].questions;
    const letters = first.options.map(({ letter, id }: { letter: string; id: string }) => [letter, id]);
    expect(questions[0]).toMatchObject({ id: "first", answer: first.answer, options: Object.fromEntries(letters) });
  }
});

describe("a build of a locked exam", () => {
  test("makes the same bytes, and may be asked to be wholly locked", async () => {
    const before = snapshot();
    expect((await build({ lock: "require" })).told).toEqual([]);
    expect(snapshot()).toEqual(before);
    expect(read("quiz.lock.json")).toBe(locked);
  });

  test("that would change a paper says what would, and leaves the output as it was", async () => {
    const before = snapshot();
    edit("[ ] that", "[ ] those");
    const { told, written } = await build();
    expect(told).toEqual([expect.stringContaining('would read "those" instead of "that"')]);
    expect(written).toEqual([]);
    expect(snapshot()).toEqual(before);
  });

  test("is made where no paper changes, and says so", async () => {
    edit("So it is.", "So it must be.");
    const { told, written } = await build();
    expect(told).toEqual([KEPT]);
    expect(written).not.toEqual([]);
  });

  test("knows by its prints whether a look makes a difference", async () => {
    edit("{#second}", "{#second keep=false}");
    expect((await build()).told).toEqual([KEPT]);
    edit("{#second}", "{#second newpage}");
    expect((await build({ only: ["A"] })).told).toEqual([
      "error Version A, question 2: it would begin a new page",
      "error Version A: it would have 2 pages instead of 1",
    ]);
  });

  test("compares the versions that are asked for", async () => {
    edit("versions: 2", "versions: 3");
    expect((await build({ only: ["A"] })).told).toEqual([]);
    expect((await build({ only: ["C"], lock: "require" })).told).toEqual(["error Version C is not locked yet"]);
    expect((await build({ versions: ["A", "X"] })).told).toEqual([
      "error Version B is printed and would be no more",
      "note Version X is not locked yet",
    ]);
  });

  test("is refused another seed, sheet or template", async () => {
    expect((await build({ seed: "other" })).told).toEqual([
      'error The seed "other" in place of "quiz" would deal versions A and B anew',
    ]);
    expect((await build({ paper: "A5" })).told).toEqual([
      'error Every version: "paper" would read "A5" instead of "A4"',
    ]);
  });

  test("may be a draft, also of what would change", async () => {
    const out = "draft";
    expect((await build({ draft: true, only: ["A"], out })).told).toEqual([]);
    edit("[ ] that", "[ ] those");
    const { told, written } = await build({ draft: true, only: ["A"], out });
    expect(told).toEqual([expect.stringMatching(/^warning Version A, question 1: option . would read "those"/)]);
    expect(written).toContain("draft/quiz/quiz-A.pdf");
  });

  test("says why a print is another, though its words stay", async () => {
    const sha = "0".repeat(64);
    const other = (lock: Lock): Lock => ({
      ...lock,
      generator: { ...lock.generator, browser: "Chromium 1" },
      versions: lock.versions.map((one) => ({ ...one, student: { ...one.student, sha256: sha } })),
    });
    relocked(other);
    const { told, written } = await build({ only: ["A"] });
    expect(told).toEqual([
      expect.stringMatching(
        /^error Version A: its words and pages stay, but it would not be the same print; it was printed with Chromium 1, this is /,
      ),
    ]);
    expect(written).toEqual([]);
  });

  test("is not made while its lock is broken, and may be locked anew", async () => {
    write("quiz.lock.json", locked.replace('"this"', '"that"'));
    expect((await build()).told).toEqual(["error The lock was changed by hand: it is not what its checksum says"]);
    expect((await build({ lock: "write" })).written).toEqual([]);
    const { told } = await build({ lock: "rewrite" });
    expect(told).toEqual(["note The lock was changed by hand: it is not what its checksum says"]);
    expect(read("quiz.lock.json")).toBe(locked);
  });
});

test("ids that are written into a locked exam change no paper", async () => {
  const nameless = examFolder({ "quiz.md": QUIZ.replaceAll(/ (First|Second) \{.*\}/g, "") });
  try {
    await nameless.build({ lock: "write", verify: false });
    const naming = findNameless("quiz.md", nameless.path);
    expect(naming.newIds).toHaveLength(2);
    await writeIds(naming, nameless.path);
    expect(readFileSync(join(nameless.path, "quiz.md"), "utf8")).toMatch(/^## \{#q-[0-9a-f]+\}$/m);
    const { problems } = checkExam("quiz.md", { cwd: nameless.path });
    expect(problems.map(({ rule }) => rule)).toEqual(["lock-kept"]);
  } finally {
    nameless.remove();
  }
});

describe("locking again", () => {
  test("does not write through a link to elsewhere", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
    try {
      writeFileSync(join(elsewhere, "profile"), locked);
      rmSync(join(folder.path, "quiz.lock.json"));
      symlinkSync(join(elsewhere, "profile"), join(folder.path, "quiz.lock.json"));
      edit("[ ] that", "[ ] those");
      const { told, written } = await build({ lock: "rewrite" });
      expect(told).toEqual([expect.stringMatching(/^error quiz\.lock\.json lies outside the exam's folder/)]);
      expect(written).toEqual([]);
      expect(readFileSync(join(elsewhere, "profile"), "utf8")).toBe(locked);
    } finally {
      rmSync(join(folder.path, "quiz.lock.json"));
      rmSync(elsewhere, { recursive: true });
    }
  });

  test("takes in what changes no paper", async () => {
    edit("versions: 2", "versions: 3");
    expect((await build({ lock: "write" })).told).toEqual([KEPT]);
    expect(lock().versions.map(({ label }) => label)).toEqual(["A", "B", "C"]);
    expect((await build({ lock: "require" })).told).toEqual([]);
  });

  test("fails where a paper would change, unless that is accepted", async () => {
    edit("[ ] that", "[ ] those");
    const { told, written } = await build({ lock: "write" });
    expect(told).toEqual([expect.stringMatching(/^error .*would read "those" instead of "that"/)]);
    expect(written).toEqual([]);
    expect(read("quiz.lock.json")).toBe(locked);
    const again = await build({ lock: "rewrite" });
    expect(again.told).toEqual(told.map((problem) => problem.replace("error", "note")));
    expect(read("quiz.lock.json")).not.toBe(locked);
    expect((await build({ lock: "require" })).told).toEqual([]);
  });

  test("wants all versions, as they are handed out", async () => {
    await expect(build({ lock: "write", only: ["A"] })).rejects.toThrow(TypeError);
    await expect(build({ lock: "rewrite", draft: true })).rejects.toThrow(TypeError);
  });

  test("with a class list keeps each student's paper", async () => {
    const oneBox = "names would have one box";
    expect((await build({ roster: "named.csv", lock: "write" })).told).toEqual([`error Every version: ${oneBox}`]);
    expect((await build({ roster: "named.csv", lock: "rewrite" })).told).toEqual([`note Every version: ${oneBox}`]);
    expect(lock().copies).toEqual([
      { file: "quiz-u1.pdf", pages: 1, sha256: sha256(folder.bytes("quiz-u1.pdf")), version: "A" },
      { file: "quiz-u2.pdf", pages: 1, sha256: sha256(folder.bytes("quiz-u2.pdf")), version: "B" },
    ]);
    // Without it, the papers are those of the class, and its copies stay locked.
    expect((await build({ lock: "write" })).told).toEqual([]);
    expect(lock().copies).toHaveLength(2);
    write("moved.csv", "name;code\nNew;u0\nAda;u1\nBo;u3\n");
    expect((await build({ roster: "moved.csv" })).told).toEqual([
      "error quiz-u1.pdf would be of version B instead of A",
    ]);
    write("renamed.csv", "name;code\nAda L.;u1\nBo;u2\n");
    expect((await build({ roster: "renamed.csv", only: ["A"] })).told).toEqual([
      "error quiz-u1.pdf would not be the same print, though version A is",
    ]);
    expect((await build({ lock: "rewrite" })).told).toContain("note The papers of 2 students are locked no more");
  });

  test("tells of a class list that was shifted where that is, and of many students together", async () => {
    const students = ["u1", "u2", "u3", "u4", "u5", "u6", "u7"].map((code) => `Student ${code};${code}\n`);
    write("class.csv", `name;code\n${students.join("")}`);
    await build({ roster: "class.csv", lock: "rewrite" });
    write("class.csv", `name;code\nNew;u0\n${students.join("")}`);
    const { problems } = await folder.build({ roster: "class.csv", verify: false });
    const told = problems.filter(({ rule }) => rule === "locked-copy");
    expect(told.map(({ place, message }) => `${place?.file}:${place?.start.line} ${message}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((count) => {
        const [now, before] = count % 2 === 1 ? ["B", "A"] : ["A", "B"];
        return `class.csv:${count + 2} quiz-u${count}.pdf would be of version ${now} instead of ${before}`;
      }),
      "undefined:undefined The papers of 2 more students would change",
    ]);
  });
});
