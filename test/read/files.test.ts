import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readExam } from "../../src/read/read.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** `repo/` is an exam's root with `exams/exam.md`; `outside/` lies beside it, and `link` leads to the whole. */
let folder: string;
beforeAll(() => {
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), "files-"))), "all");
  for (const path of ["repo/.git", "repo/exams/sub", "outside"]) mkdirSync(join(folder, path), { recursive: true });
  for (const path of ["repo/up.svg", "repo/exams/a.svg", "repo/exams/b c.svg", "repo/exams/ä.svg", "outside/o.svg"])
    writeFileSync(join(folder, path), SVG);
  symlinkSync("a.svg", join(folder, "repo/exams/inside.svg"));
  symlinkSync("../../outside/o.svg", join(folder, "repo/exams/outside.svg"));
  symlinkSync("../../outside", join(folder, "repo/exams/out"));
  symlinkSync("nowhere.svg", join(folder, "repo/exams/dangling.svg"));
  symlinkSync("all", join(folder, "../link"));
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true }));

function rulesFor(image: string, root = folder, cwd = "repo/exams"): string[] {
  writeFileSync(join(folder, "repo/exams/exam.md"), `---\ntitle: T\n---\n## A\n\n![a](${image})\n`);
  const path = cwd === "repo/exams" ? "exam.md" : "repo/exams/exam.md";
  return readExam(path, join(root, cwd)).problems.map(({ rule }) => rule);
}

test.each([
  "a.svg",
  "./a.svg",
  "sub/../a.svg",
  "../up.svg",
  "<b c.svg>",
  "b%20c.svg",
  "ä.svg",
  "%C3%A4.svg",
  "inside.svg",
])("%s is read", (image) => {
  expect(rulesFor(image)).toEqual([]);
  expect(rulesFor(image, folder, ".")).toEqual([]);
});

test.each(["a.svg", "../up.svg", "inside.svg"])("%s is read where the working folder is reached by a link", (image) => {
  expect(rulesFor(image, join(folder, "../link"))).toEqual([]);
  expect(rulesFor(image, join(folder, "../link"), ".")).toEqual([]);
});

test.each([
  "../../outside/o.svg",
  "%2e%2e/%2e%2e/outside/o.svg",
  "outside.svg",
  "out/o.svg",
  "/etc/passwd.svg",
  "a%00.svg",
  ".\\\\a.svg",
])("%s is outside", (image) => {
  expect(rulesFor(image)).toEqual(["outside-root"]);
  expect(rulesFor(image, join(folder, "../link"))).toEqual(["outside-root"]);
});

test.each(["b%2520c.svg", "A.svg", "dangling.svg"])("%s is missing", (image) => {
  // Where the file system takes A.svg for a.svg, the letter case is what is wrong.
  expect(["missing-file", "file-case"]).toContain(rulesFor(image)[0]);
});

test("a picture is read once and known by its content", () => {
  writeFileSync(join(folder, "repo/exams/exam.md"), "---\ntitle: T\n---\n## A\n\n![a](a.svg) ![b](inside.svg)\n");
  const { pictures } = readExam("exam.md", join(folder, "repo/exams"));
  expect([...pictures.keys()]).toEqual([expect.stringMatching(/^\/images\/[0-9a-f]{16}\.svg$/)]);
});

test("a hostile file is no SVG for long", { timeout: 5000 }, () => {
  writeFileSync(join(folder, "repo/exams/bomb.svg"), "<!-- -->".repeat(100_000));
  expect(rulesFor("bomb.svg")).toEqual(["image-format"]);
});

test.each([
  ["nowhere.md", "missing-file"],
  ["repo", "not-a-file"],
  ["/dev/null", "not-a-file"],
])("the exam %s is a problem, told in one sentence", (path, rule) => {
  const { exam, problems } = readExam(path, folder);
  expect(exam).toBeUndefined();
  expect(problems.map((problem) => problem.rule)).toEqual([rule]);
});

test.each([
  ["exam.md", "repo/exams"],
  ["./repo/exams/exam.md", "."],
  ["exams/../exams/exam.md", "repo"],
  ["../../link/repo/exams/exam.md", "outside"],
])("%s in %s is the same source", (path, cwd) => {
  writeFileSync(join(folder, "repo/exams/exam.md"), "---\ntitle: T\n---\n## A\n\nWhy?\n");
  expect(readExam(path, join(folder, cwd)).exam?.source).toBe("exams/exam.md");
});
