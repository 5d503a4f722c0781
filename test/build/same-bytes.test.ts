import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExam } from "../../src/build.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

const EXAM = `---
title: Quiz
versions: 2
---

# Part

## Capital {#capital}

Which city?

- [x] Paris
- [ ] Lyon
- [ ] Nice

## Fall {#fall}

### {#speed}

How fast?

::numeric[9.81]{tolerance=0.01 unit="m/s"}

### {#reason}

Why?

::short[gravity]{accept="gravitation"}

## Planets {#planets kind=ordering}

From the sun outwards:

1. Mercury
2. Venus
3. Earth

:::solution
By distance.
:::
`;

let folder: ExamFolder;
beforeAll(() => {
  folder = examFolder({ "quiz.md": EXAM });
});
afterAll(() => folder.remove());

test("a build makes the same bytes from every working directory", { timeout: 120_000 }, async () => {
  await folder.build();
  mkdirSync(join(folder.path, "deep/er"), { recursive: true });
  const cwd = join(folder.path, "deep/er");
  const { written } = await buildExam("../../quiz.md", { cwd, out: join(folder.path, "far"), html: false });
  expect(written.map((path) => path.slice(folder.path.length + "/far/quiz/".length)).sort()).toEqual(folder.written());
  for (const name of folder.written()) expect(folder.bytes(name, "far"), name).toEqual(folder.bytes(name));
});

describe("without keys", { timeout: 120_000 }, () => {
  test("nothing that is written tells an answer", async () => {
    await folder.build({ key: false, html: true, out: "keyless" });
    expect(folder.written("keyless")).toEqual(
      ["manifest.json", ...["A", "B"].flatMap((label) => [`quiz-${label}.html`, `quiz-${label}.pdf`])].sort(),
    );
    const manifest = Buffer.from(folder.bytes("manifest.json", "keyless")).toString();
    expect(manifest).not.toMatch(/answer|correct|rank|9\.81|gravit|tolerance|accepted|options/);
    expect(folder.manifest("keyless").versions[0].questions).toMatchObject([
      { number: 1, id: "capital", kind: "single", points: 1, page: 1 },
      { number: 2, id: "fall", parts: [{ part: "a", kind: "numeric" }, { part: "b" }] },
      { number: 3, id: "planets", kind: "ordering" },
    ]);
  });

  test("those of an earlier build are gone", async () => {
    await folder.build({ html: true, out: "both" });
    expect(folder.written("both")).toContain("keys.csv");
    await folder.build({ key: false, out: "both" });
    expect(folder.written("both")).toEqual(["manifest.json", "quiz-A.pdf", "quiz-B.pdf"]);
    expect(readFileSync(join(folder.path, "quiz.md"), "utf8")).toBe(EXAM);
  });
});
