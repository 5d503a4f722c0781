import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defineKind } from "../../src/index.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

/** All that an exam is made of, as it was saved for that time: a width is 100 points and as many. */
function sourcesOf(time: number): Record<string, string> {
  return {
    "quiz.md": `---
title: Quiz ${time}
template: ours
seed: s
---

::include[bank.md]

## {#two}

Second ${time}

![A corner](corner.svg)

## {#three kind=witness}

Third ${time}

Claimed
`,
    "bank.md": `## {#one}\n\nFirst ${time}\n`,
    "corner.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="${100 + time}" height="9"><path d="M0 0h99v9"/></svg>`,
    "ours/style.css": `h1 { letter-spacing: ${time}px }`,
    "class.csv": `name\nStudent ${time}\n`,
  };
}

let folder: ExamFolder;
beforeEach(() => {
  folder = examFolder(sourcesOf(0));
});
afterEach(() => folder.remove());

/** Saves all of them anew. */
function save(time: number): void {
  for (const [name, text] of Object.entries(sourcesOf(time))) {
    writeFileSync(join(folder.path, "saved"), text);
    renameSync(join(folder.path, "saved"), join(folder.path, name));
  }
}

/** A kind of question that does something whenever one is read: the exam's file, its bank and picture are known by then, no more. */
const witness = (act: () => void) =>
  defineKind<{ readonly asks: true }>({
    name: "witness",
    claim: (_, named) => (named ? [1] : []),
    read: () => {
      act();
      return { asks: true };
    },
    arrange: (body) => body,
    key: () => ({ text: "", details: {} }),
    texts: () => ({ printed: [], secret: [] }),
    render: () => ({ type: "root", children: [] }),
    style: "",
  });

const build = (options: Parameters<ExamFolder["build"]>[0], act = () => {}) =>
  folder.build({ roster: "class.csv", html: true, kinds: [witness(act)], ...options });

/** What was written, byte for byte. */
const written = (out: string) =>
  folder.written(out).map((name) => [name, Buffer.from(folder.bytes(name, out)).toString("latin1")]);

const noErrors = { problems: expect.not.arrayContaining([expect.objectContaining({ severity: "error" })]) };

test("sources saved while papers are printed are not those of any paper", async () => {
  expect(await build({ out: "before" })).toMatchObject(noErrors);
  let saves = 0;
  await build({ out: "meanwhile", onProgress: () => save(++saves) });
  expect(saves).toBeGreaterThan(1);
  expect(written("meanwhile")).toEqual(written("before"));
});

test("sources saved while they are read are read anew, all of them", async () => {
  let times = 0;
  const result = await build({ out: "meanwhile" }, () => {
    if (times++ === 0) save(7);
  });
  expect(times).toBe(2);
  expect(result).toMatchObject(noErrors);
  expect(folder.manifest("meanwhile").exam.title).toBe("Quiz 7");
  await build({ out: "after" });
  expect(written("meanwhile")).toEqual(written("after"));
});

test.each(["quiz.md", "bank.md", "corner.svg"])(
  "where %s never comes to rest it is said, and nothing written",
  async (name) => {
    let times = 0;
    const act = () => writeFileSync(join(folder.path, name), sourcesOf(++times)[name] ?? "");
    const { problems, written: files } = await build({}, act);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { rule: "changed-source", message: expect.stringContaining(`${name} changed`) },
    ]);
    expect(files).toEqual([]);
    expect(existsSync(join(folder.path, "out"))).toBe(false);
  },
);
