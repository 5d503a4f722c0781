import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readPdf } from "../print/read-pdf.ts";
import { fencesOf } from "./fences.ts";

const root = join(import.meta.dirname, "../..");
const library = join(root, "src/index.ts");

/** A folder with the programs of the page, beside the exams they name; inside the repository, for its dependencies. */
let folder: string;
const before = process.cwd();
const said: unknown[][] = [];

beforeAll(() => {
  mkdirSync(join(root, "output"), { recursive: true });
  folder = mkdtempSync(join(root, "output/.library-"));
  for (const { lang, text } of fencesOf("library.md")) {
    const name = /^\/\/ (\S+\.js)$/m.exec(text)?.[1];
    if (lang === "js")
      writeFileSync(join(folder, name ?? "unnamed.js"), text.replace('"exams-as-code"', `"${library}"`));
    if (lang === "markdown") writeFileSync(join(folder, "programming.md"), `---\ntitle: Programming\n---\n\n${text}`);
  }
  writeFileSync(join(folder, "quiz.md"), "---\ntitle: Quiz\n---\n\n## Water\n\nIs it wet?\n\n- [x] Yes\n- [ ] No\n");
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words));
});

const run = (name: string) => import(/* @vite-ignore */ join(folder, name));

test("every program of the page is named and run below", () => {
  expect(readdirSync(folder).filter((file) => file.endsWith(".js"))).toEqual([
    "build-code.js",
    "build.js",
    "check.js",
    "code-kind.js",
  ]);
});

test("check.js tells the key and the title", async () => {
  await run("check.js");
  expect(said).toEqual([["A", 1, "a"], ["Quiz"]]);
});

test("build.js writes two versions and tells how far it is", async () => {
  await run("build.js");
  const [start, first, second, end] = said;
  expect([start, first, second]).toEqual([["0 of 2"], ["1 of 2"], ["2 of 2"]]);
  expect(end?.slice(1)).toEqual([expect.any(Number), 2]);
  expect(readdirSync(join(folder, "print/quiz"))).toEqual(expect.arrayContaining(["quiz-Monday.pdf", "keys.csv"]));
});

test("the kind of the page is printed, proven and in the key, and is secret on the paper", async () => {
  await run("build-code.js");
  const [[problems, written]] = said as [[{ rule: string }[], string[]]];
  expect(problems.filter(({ rule }) => rule !== "no-sandbox")).toEqual([]);
  expect(written).toContain("output/programming/programming-A-key.pdf");
  const keys = readFileSync(join(folder, "output/programming/keys.csv"), "utf8");
  expect(keys).toContain("A,1,,mean,code,4,");
  expect(keys).toContain("return sum(numbers)");
  const textOf = async (name: string) =>
    (await readPdf(readFileSync(join(folder, "output/programming", name)))).pages.map(({ text }) => text).join(" ");
  const paper = await textOf("programming-A.pdf");
  const key = await textOf("programming-A-key.pdf");
  expect(paper).toContain("Write a function");
  expect(paper).not.toMatch(/sum ?\(/);
  expect(key).toMatch(/sum ?\(numbers\)/);
});

test("the paper has lines for it, and no more than five at a time tell how many", async () => {
  const { buildExam } = await import("../../src/index.ts");
  const { code } = await run("code-kind.js");
  await buildExam("programming.md", { kinds: [code], html: true, out: "html" });
  const html = readFileSync(join(folder, "html/programming/programming-A.html"), "utf8");
  expect(html.match(/class="code-line"/g)).toHaveLength(5);
});

test("without the kind its exam is an error, and nothing is printed", async () => {
  const { checkExam } = await import("../../src/index.ts");
  const { problems } = checkExam("programming.md");
  expect(problems.map(({ rule }) => rule)).toContain("attribute-value");
  const { code } = await run("code-kind.js");
  expect(checkExam("programming.md", { kinds: [code] }).problems).toEqual([]);
});

test("points by kind may name the kind", async () => {
  const { checkExam } = await import("../../src/index.ts");
  const { code } = await run("code-kind.js");
  const source = readFileSync("programming.md", "utf8")
    .replace(" points=4", "")
    .replace("title:", "points: { code: 7 }\ntitle:");
  writeFileSync("points.md", source);
  const { exam, problems } = checkExam("points.md", { kinds: [code] });
  expect(problems).toEqual([]);
  expect(exam?.sections[0]?.questions[0]?.points).toBe(7);
  expect(checkExam("points.md").problems.map(({ rule }) => rule)).toContain("unknown-key");
});

test.each([
  ["single", 'There is a kind of question "single" already'],
  ["total", 'There is a kind of question "total" already'],
  ["My kind", 'Unexpected kind of question "My kind", expected small letters, digits and -'],
])("no kind may be called %s", async (name, message) => {
  const { checkExam } = await import("../../src/index.ts");
  const { code } = await run("code-kind.js");
  expect(() => checkExam("quiz.md", { kinds: [{ ...code, name }] })).toThrow(message);
});
