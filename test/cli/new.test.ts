import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Interruption } from "../../src/cli/interruption.ts";
import { run } from "../../src/cli.ts";
import { examine } from "../../src/examine.ts";
import { fakeIo, type Surroundings } from "./fake-io.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "new-"));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function exam(line: string, surroundings: Surroundings = {}) {
  const io = fakeIo({ cwd, env: { LANG: "en_GB.UTF-8" }, ...surroundings });
  const code = await run(line.split(" "), io);
  return { code, out: io.stdout.text(), err: io.stderr.text() };
}

const read = (file: string) => readFileSync(join(cwd, file), "utf8");

test("a starter is written where it is asked for, with nothing asked", async () => {
  expect(await exam("new exams/first.md")).toEqual({
    code: 0,
    out: "exams/first.md\n",
    err: "Wrote exams/first.md. See it with: exam preview exams/first.md\n",
  });
  const { exam: written, problems } = examine("exams/first.md", cwd);
  expect(problems).toEqual([]);
  expect(written?.settings).toMatchObject({ title: "Quiz 1", lang: "en-GB" });
  const now = new Date();
  expect(written?.settings.date?.slice(0, 4)).toBe(String(now.getFullYear()));
  expect(read("exams/first.md")).toContain("  exam build exams/first.md ");
});

test("a name without an ending gets one", async () => {
  expect(await exam("new second")).toMatchObject({ code: 0, out: "second.md\n" });
});

test("a file that is there stays as it was", async () => {
  writeFileSync(join(cwd, "old.md"), "mine");
  expect(await exam("new old.md")).toEqual({
    code: 2,
    out: "",
    err: "error: old.md is there already\n  ╰─ Choose another name, or move that file away first.\n",
  });
  expect(read("old.md")).toBe("mine");
});

test("a folder that cannot be made is the machine's fault", async () => {
  expect(await exam("new old.md/quiz.md")).toMatchObject({ code: 3, out: "" });
});

test.each([
  [{ LANG: "es_PE.UTF-8" }, "es-PE"],
  [{ LANG: "en_US.UTF-8", LC_MESSAGES: "fr_FR@euro", LC_ALL: "" }, "fr-FR"],
  [{ LC_ALL: "C.UTF-8", LANG: "de_DE" }, "en"],
  [{ LANG: "sv_SE.UTF-8" }, "en"],
])("the locale %j makes an exam in %s", async (env, lang) => {
  const file = `locale-${lang}-${env.LANG}.md`;
  await exam(`new ${file}`, { env });
  expect(examine(file, cwd).exam?.settings.lang).toBe(lang);
});

test("--lang wins over the locale", async () => {
  await exam("new ja.md --lang ja");
  expect(examine("ja.md", cwd).exam?.settings.lang).toBe("ja");
});

test("what it lacks to be printed is told", async () => {
  // The only large faces that are installed for tests are other ones.
  const { code, err } = await exam("new lacking.md --lang ko --template modern");
  expect(code).toBe(0);
  expect(err).toContain("[missing-typeface]");
  expect(err).toContain("npm install @fontsource/noto-sans-kr");
  expect(existsSync(join(cwd, "lacking.md"))).toBe(true);
});

test("--template alone lists what there is, and takes what there is", async () => {
  const { code, out } = await exam("new --template");
  expect(code).toBe(0);
  expect(out.split("\n")).toContain("default");
  await exam("new looks.md --template default");
  expect(read("looks.md")).toContain("\ntemplate: default\n---");
});

test.each([
  ["new", "Missing required argument 'file'", "exam new quiz.md"],
  ["new a.md --lang sv", "Unexpected language sv, expected a language tag", ""],
  ["new a.md --template defualt", 'No template is called "defualt"', 'Did you mean "default"?'],
])("exam %s is wrong usage", async (line, message, hint) => {
  const { code, err } = await exam(line);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain(hint);
  expect(existsSync(join(cwd, "a.md"))).toBe(false);
});

test("--ask asks until an answer will do; an empty line leaves the starter's", async () => {
  const typed = ["Final: part 2", "", "2025-02-30", "2025-02-28", "90", "three", "3"];
  const { code, err } = await exam("new asked.md --ask", { typed });
  expect(code).toBe(0);
  expect(err).toMatch(/^Title \[Quiz 1\]: Course \[General Science\]: Date \[\d{4}-\d\d-\d\d\]: Expected a date such/);
  expect(err).toContain("Number of versions [2]: Expected a whole number from 1 to 10000");
  const { exam: written, problems } = examine("asked.md", cwd);
  expect(problems).toEqual([]);
  expect(written?.settings).toMatchObject({
    title: "Final: part 2",
    course: "General Science",
    date: "2025-02-28",
    duration: 90,
    versions: ["A", "B", "C"],
  });
});

test("--ask takes the end of what is typed for empty lines", async () => {
  expect(await exam("new half.md --ask", { typed: ["Half"] })).toMatchObject({ code: 0 });
  expect(examine("half.md", cwd).exam?.settings).toMatchObject({ title: "Half", course: "General Science" });
});

test("an interrupted --ask writes nothing", async () => {
  const controller = new AbortController();
  controller.abort(new Interruption("SIGINT"));
  expect(await exam("new never.md --ask", { typed: ["x"], signal: controller.signal })).toMatchObject({ code: 130 });
  expect(existsSync(join(cwd, "never.md"))).toBe(false);
});
