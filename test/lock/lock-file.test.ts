import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { checkExam } from "../../src/index.ts";
import type { Lock } from "../../src/lock/lock.ts";
import { lockText } from "../../src/lock/lock-text.ts";
import { deal } from "./locked-exam.ts";

const QUIZ = `---
title: Quiz
versions: 2
---

## First {#first}

What is it?

- [x] this
- [ ] that
- [ ] neither
`;

const LOCK: Lock = {
  ...deal(QUIZ).lock(),
  generator: { name: packageJson.name, version: packageJson.version, browser: "Chrome/1" },
};
const TEXT = lockText(LOCK);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "exam-lock-"));
  mkdirSync(join(folder, "course/.git"), { recursive: true });
  writeFileSync(join(folder, "course/quiz.md"), QUIZ);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of the quiz with a lock beside it: `severity rule file:line:column message`. */
function told(lock: string, quiz = QUIZ): string[] {
  writeFileSync(join(folder, "course/quiz.md"), quiz);
  writeFileSync(join(folder, "course/quiz.lock.json"), lock);
  return problems();
}

function problems(): string[] {
  return checkExam("course/quiz.md", { cwd: folder }).problems.map(({ severity, rule, message, place }) => {
    const where = place ? `${place.file}:${place.start.line}:${place.start.column} ` : "";
    return `${severity} ${rule} ${where}${message}`;
  });
}

test("nothing is said of an exam that is as it was locked, whatever the file's line ends", () => {
  expect(told(TEXT)).toEqual([]);
  expect(told(`\uFEFF${TEXT.replaceAll("\n", "\r\n")}`)).toEqual([]);
});

test("a section with nothing of its own is an empty object", () => {
  expect(lockText({ ...LOCK, sections: [{}] })).toContain('\n  "sections": [\n    {}\n  ],\n');
});

describe("a lock that is not what was written", () => {
  const lineOf = (text: string) => TEXT.slice(0, TEXT.indexOf(text)).split("\n").length;

  test("was changed by hand", () => {
    expect(told(TEXT.replace('"this"', '"that one"'))).toEqual([
      expect.stringMatching(
        /^error lock-file course\/quiz\.lock\.json:\d+:\d+ The lock was changed by hand: it is not what its checksum says$/,
      ),
    ]);
  });

  test("has lost its checksum, or has another", () => {
    expect(told(TEXT.replace(/,\n {2}"checksum".*/, ""))).toEqual([expect.stringContaining("changed by hand")]);
    expect(told(TEXT.replace(/("checksum": ")./, "$1-"))).toEqual([
      expect.stringContaining(`course/quiz.lock.json:${lineOf('"checksum"')}:`),
    ]);
  });

  test("lacks a piece, or has one that nobody knows", () => {
    expect(told(TEXT.replace('"seed"', '"seeds"'))).toEqual([
      expect.stringContaining("error lock-file course/quiz.lock.json:1:1 The lock is broken at seed"),
    ]);
    expect(told(TEXT.replace('"pages": 2', '"pages": "2"'))).toEqual([
      expect.stringContaining(`course/quiz.lock.json:${lineOf('"pages": 2')}:`),
    ]);
  });

  test("is cut off, empty, or no JSON", () => {
    expect(told(TEXT.slice(0, 200))).toEqual([expect.stringMatching(/^error lock-file .*:\d+:\d+ The lock is broken/)]);
    expect(told("")).toEqual([expect.stringMatching(/^error lock-file .*:1:1 The lock is broken/)]);
    expect(told(TEXT.replace('"pages": 2', '"pages": two'))).toEqual([
      expect.stringContaining(`course/quiz.lock.json:${lineOf('"pages": 2')}:`),
    ]);
    expect(told("[]")).toEqual([expect.stringMatching(/^error lock-file .*:1:1 The lock is broken/)]);
    expect(told("null")).toEqual([expect.stringMatching(/^error lock-file .*:1:1 The lock is broken/)]);
    expect(told(`{"format":1,"head":${"[".repeat(100_000)}`)).toEqual([expect.stringMatching(/^error lock-file /)]);
  });

  test("is left in the middle of a merge", () => {
    const line = lineOf('"seed"');
    const merged = TEXT.replace(/^ {2}"seed".*$/m, '<<<<<<< HEAD\n$&\n=======\n  "seed": "x",\n>>>>>>> other');
    expect(told(merged)).toEqual([
      `error lock-file course/quiz.lock.json:${line}:1 Unexpected marks of a merge in the lock`,
    ]);
  });

  test("is of a newer format", () => {
    expect(told(TEXT.replace('"format": 1', '"format": 2'))).toEqual([
      "error lock-format course/quiz.lock.json:2:13 The lock has format 2, expected at most 1",
    ]);
  });

  test("is of another exam", () => {
    expect(told(lockText({ ...LOCK, exam: "midterm" }))).toEqual([
      "error lock-file course/quiz.lock.json:3:11 This is the lock of midterm, expected that of quiz",
    ]);
  });

  test("is a folder, or a link out of the exam's root", () => {
    mkdirSync(join(folder, "course/quiz.lock.json"));
    expect(problems()).toEqual([expect.stringMatching(/^error not-a-file course\/quiz\.lock\.json:1:1 /)]);
    rmSync(join(folder, "course/quiz.lock.json"), { recursive: true });
    writeFileSync(join(folder, "secret.json"), "the secret");
    symlinkSync(join(folder, "secret.json"), join(folder, "course/quiz.lock.json"));
    expect(problems()).toEqual([expect.stringMatching(/^error outside-root course\/quiz\.lock\.json:1:1 /)]);
  });

  test("is an error and no crash, whatever was done to it", () => {
    const edits = fc.tuple(fc.nat(TEXT.length), fc.nat(30), fc.string({ maxLength: 10 }));
    fc.assert(
      fc.property(edits, ([at, length, text]) => {
        const broken = TEXT.slice(0, at) + text + TEXT.slice(at + length);
        const isSame = (() => {
          try {
            return JSON.stringify(JSON.parse(broken)) === JSON.stringify(JSON.parse(TEXT));
          } catch {
            return false;
          }
        })();
        const found = told(broken);
        if (isSame) expect(found).toEqual([]);
        else expect(found).toEqual([expect.stringMatching(/^error (lock-|encoding|control-character)/)]);
      }),
      { numRuns: 40 },
    );
  });
});

test("with another version of the program words are compared, and it says so", () => {
  const lock = lockText({ ...LOCK, generator: { ...LOCK.generator, version: "0.0.1" } });
  const note = expect.stringMatching(/^note locked-look The papers were locked by exam 0\.0\.1, this is /);
  expect(told(lock)).toEqual([note]);
  expect(told(lock, QUIZ.replace("this", "those"))).toEqual([
    expect.stringMatching(
      /^error locked-text course\/quiz\.md:10:7 Version A, question 1: option . would read "those"/,
    ),
    note,
  ]);
});

test("the template and its styles are part of the look", () => {
  const other = {
    ...LOCK,
    versions: LOCK.versions.map((one) => ({ ...one, student: { ...one.student, html: "0".repeat(64) } })),
  };
  expect(told(lockText(other))).toEqual([
    expect.stringMatching(/^error locked-look Every version: it would look different, though all its words stay/),
  ]);
});
