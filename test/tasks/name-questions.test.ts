import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { allQuestions, type Exam } from "../../src/model/exam.ts";
import { readExam } from "../../src/read/read.ts";
import { findNameless, writeIds } from "../../src/tasks/name-questions.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { exam, type FilesByPath, inFolder, makeFolder, open } from "../read/bank-folder.ts";

/** Writes ids into `exam.md` among other files; what the files are then. */
async function named(files: FilesByPath): Promise<FilesByPath> {
  const { folder, remove } = makeFolder(files);
  try {
    const naming = findNameless("exam.md", folder);
    expect(naming.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    await writeIds(naming, folder);
    return Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  } finally {
    remove();
  }
}

/** The heading line of an exam with one question, before and after. */
async function heading(line: string, text = "Why is the sky blue?"): Promise<string | undefined> {
  const files = await named({ "exam.md": exam(`${line}\n\n${text}\n`) });
  return files["exam.md"]?.split("\n")[4];
}

describe("an id is put into a heading", () => {
  test.each([
    ["##", "## {#why-is-the-sky-blue}"],
    ["## ", "## {#why-is-the-sky-blue} "],
    ["##\t", "## {#why-is-the-sky-blue}\t"],
    ["## ##", "## {#why-is-the-sky-blue} ##"],
    ["## Blue sky", "## Blue sky {#blue-sky}"],
    ["## Blue sky  ", "## Blue sky {#blue-sky}  "],
    ["## Blue sky ## ", "## Blue sky {#blue-sky} ## "],
    ["## C#", "## C# {#c}"],
    ["## Sky \\#", "## Sky \\# {#sky}"],
    ["  ## Sky", "  ## Sky {#sky}"],
    ["## {points=2}", "## {#why-is-the-sky-blue points=2}"],
    ["## Sky { points=2 bonus } ##", "## Sky {#sky points=2 bonus } ##"],
    ['## Sky {tags="a {b} c"}', '## Sky {#sky tags="a {b} c"}'],
    ["## The set \\{1, 2\\}", "## The set \\{1, 2\\} {#the-set-1-2}"],
    ["## The set {1, 2}", "## The set {1, 2} {#the-set-1-2}"],
    ["## Sky <!-- later -->", "## Sky <!-- later --> {#sky}"],
    ["## *Sky* and `code`", "## *Sky* and `code` {#sky-and-code}"],
    ["## $E = mc^2$", "## $E = mc^2$ {#e-mc-2}"],
    ["## Entropía cruzada", "## Entropía cruzada {#entropía-cruzada}"],
    ["## エントロピーとは", "## エントロピーとは {#エントロピーとは}"],
    ["## ما هي الإنتروبيا؟", "## ما هي الإنتروبيا؟ {#ما-هي-الإنتروبيا}"],
    ["## Что такое энтропия?", "## Что такое энтропия? {#что-такое-энтропия}"],
    ["## एन्ट्रॉपी क्या है", "## एन्ट्रॉपी क्या है {#एन्ट्रॉपी-क्या-है}"],
    ["## Sky {#sky}", "## Sky {#sky}"],
    ["## Sky {id=sky points=2}", "## Sky {id=sky points=2}"],
  ])("%j → %j", async (before, after) => expect(await heading(before)).toBe(after));

  test("made of a few words of the text", async () => {
    const text = "Although it is long, this question about *entropy* has a short id.\n";
    expect(await heading("##", text)).toBe("## {#although-it-is-long-this-question}");
    expect(await heading("##", "熵".repeat(100))).toBe(`## {#${"熵".repeat(20)}}`);
    expect(await heading("##", "a".repeat(100))).toBe(`## {#${"a".repeat(20)}}`);
  });

  test("that is never made of an answer", async () => {
    expect(await heading("##", "- [x] Right\n- [ ] Wrong")).toBe("## {#question-1}");
    expect(await heading("##", "The largest planet is :blank[Jupiter].")).toBe("## {#the-largest-planet-is}");
    expect(await heading("##", "::short[Paris]")).toBe("## {#question-1}");
  });
});

test("a picture keeps its braces", async () => {
  const files = {
    "exam.md": exam("## ![a rising line](a.svg){width=3cm}\n\nWhy?\n"),
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  expect((await named(files))["exam.md"]).toContain("\n## ![a rising line](a.svg){width=3cm} {#a-rising-line}\n");
});

describe("no id is one that there is", () => {
  const idsIn = (text = "") => [...text.matchAll(/\{#([^\s}]+)/g)].map(([, id]) => id);

  test("in the exam, in its banks, or in what they leave out", async () => {
    const files = await named({
      "exam.md": exam("::include[x.md]{tags=t}\n\n##\n\nWhy?\n\n##\n\nWhy?!\n\n## Why\n\nSo.\n"),
      "x.md": `##\n\nWhy…\n\n## {tags=t}\n\nWhy??\n\n${open("why-2")}`,
    });
    expect(idsIn(files["exam.md"])).toEqual(["why-5", "why-6", "why"]);
    expect(idsIn(files["x.md"])).toEqual(["why-3", "why-4", "why-2"]);
  });

  test("of two titles with one slug", async () => {
    const { "exam.md": text } = await named({ "exam.md": exam("## Why?\n\nA.\n\n## Why!\n\nB.\n") });
    expect(idsIn(text)).toEqual(["why", "why-2"]);
  });

  test("of an option, a part or a section, which references may name", async () => {
    const source =
      "# S {#entropy}\n\n##\n\nEntropy\n\n- [x] a {#why}\n- [ ] b\n\n##\n\nWhy?\n\n### {#how}\n\nA.\n\n### \n\nB.\n\n##\n\nHow?\n";
    const { "exam.md": text } = await named({ "exam.md": exam(source) });
    expect(idsIn(text)).toEqual(["entropy", "entropy-2", "why", "why-2", "how", "how-2"]);
  });

  test("but one that a reference names stays", async () => {
    const hash = inFolder({ "exam.md": exam("##\n\nWhy?\n") }, (folder) => findNameless("exam.md", folder).newIds[0]);
    const id = hash?.question.id;
    const { "exam.md": text } = await named({ "exam.md": exam(`##\n\nWhy?\n\n## B\n\nAs in :ref[#${id}].\n`) });
    expect(idsIn(text)).toEqual([id, "b"]);
  });
});

describe("any exam", () => {
  const title = fc.constantFrom(
    "",
    " ",
    " Sky",
    " Why?",
    " Größe",
    " 日本",
    " a \\{b\\}",
    " *x* `y`",
    " $x$",
    " C#",
    " Sky ",
  );
  const attributes = fc.constantFrom("", "", " {points=2}", " { bonus }", " {tags=t}", ' {tags="t u"}', " {#own}");
  const closing = fc.constantFrom("", "", " ", " ##", " # ", "\t");
  const text = fc.constantFrom(
    "Why?",
    "Why so?\n\n- [x] a\n- [ ] b {#b}",
    "日本",
    "::numeric[1]",
    "How?\n\n### P\n\nA\n\n### \n\nB",
    "",
  );
  const questions = fc
    .array(fc.tuple(title, attributes, closing, text), { minLength: 1, maxLength: 6 })
    .map((all) => all.map(([a, b, c, d]) => `##${a}${b}${c}\n\n${d}\n`).join("\n"));
  const endings = fc.constantFrom("\n", "\r\n");

  test("is the same with ids, and every other byte too", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(questions, questions, endings, fc.boolean(), async (own, bank, ending, hasMark) => {
        const write = (source: string) => (hasMark ? "\ufeff" : "") + source.replaceAll("\n", ending);
        const files = { "exam.md": write(exam(`# S\n\n${own}\n::include[x.md]`)), "x.md": write(bank) };
        const before = inFolder(files, (folder) => readExam("exam.md", folder));
        fc.pre(!before.problems.some(({ severity }) => severity === "error"));
        const written = await named(files);
        for (const [path, source] of Object.entries(files)) {
          const lines = written[path]?.split("\n") ?? [];
          for (const [index, line] of source.split("\n").entries()) expectId(line, lines[index] ?? "");
          expect(lines).toHaveLength(source.split("\n").length);
        }
        const after = inFolder(written, (folder) => readExam("exam.md", folder));
        expect(contentOf(after.exam as Exam)).toEqual(contentOf(before.exam as Exam));
        const found = allQuestions(after.exam as Exam);
        expect(found.map(({ idFrom }) => idFrom)).toEqual(found.map(() => "author"));
        const given = new Set(
          allQuestions(before.exam as Exam).flatMap(({ id, idFrom }) => (idFrom === "author" ? id : [])),
        );
        const fresh = found.map(({ id }) => id).filter((id) => !given.has(id));
        expect(new Set(fresh).size).toBe(fresh.length);
        expect(await named(written)).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });
});

/** A line is what it was, or got an id somewhere. */
function expectId(before: string, after: string): void {
  if (after === before) return;
  const prefix = [...before].findIndex((_, index) => before[index] !== after[index]);
  const begin = prefix < 0 ? before.length : prefix;
  const end = after.length - (before.length - begin);
  expect(after.slice(0, begin) + after.slice(end)).toBe(before);
  expect(after.slice(begin, end)).toMatch(/^[ {]*#[^\s{}]+[ }]*$/);
}

/** An exam's content as plain data, without ids and places. */
function contentOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(contentOf);
  if (typeof data !== "object" || data === null) return data;
  const left = ["id", "idFrom", "place", "position", "includes", "sha256", "questionIds", "settingPlaces"];
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (left.includes(key) ? [] : [[key, contentOf(value)]])),
  );
}

describe("a source", () => {
  test("keeps its permissions, stays a link, and has nothing beside it", async () => {
    const { folder, remove } = makeFolder({ "real.md": exam("## Sky\n\nWhy?") });
    symlinkSync("real.md", join(folder, "exam.md"));
    chmodSync(join(folder, "real.md"), 0o640);
    await writeIds(findNameless("exam.md", folder), folder);
    expect(readFileSync(join(folder, "real.md"), "utf8")).toContain("## Sky {#sky}");
    expect(lstatSync(join(folder, "exam.md")).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, "real.md")).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual([".git", "exam.md", "real.md"]);
    remove();
  });

  test("that was changed meanwhile is left alone", async () => {
    const { folder, remove } = makeFolder({ "exam.md": exam("## Sky\n\nWhy?") });
    const naming = findNameless("exam.md", folder);
    writeFileSync(join(folder, "exam.md"), "other");
    await expect(writeIds(naming, folder)).rejects.toThrow("Cannot write exam.md: it was changed meanwhile");
    expect(readFileSync(join(folder, "exam.md"), "utf8")).toBe("other");
    remove();
  });
});

describe("exam ids", () => {
  const files = {
    "exam.md": exam("::include[b/x.md]\n\n## Sky\n\nWhy?\n\n##\n\nHow blue is it?\n"),
    "b/x.md": `${open("x")}\n## Sea\n\nWhy?\n`,
  };
  const ids = async (line: string, given: FilesByPath = files) => {
    const { folder, remove } = makeFolder(given);
    const io = fakeIo({ cwd: folder });
    const code = await run(line.split(" "), io);
    const text = readFileSync(join(folder, "exam.md"), "utf8");
    remove();
    return { code, out: io.stdout.text(), err: io.stderr.text(), text };
  };

  test("lists what has none, and touches nothing", async () => {
    const { code, out, err, text } = await ids("ids exam.md");
    expect({ code, out, err, text }).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^b\/x\.md:5: \{#sea\}\nexam\.md:7: \{#sky\}\nexam\.md:11: \{#how-blue-is-it\} instead of q-[0-9a-f]{8}\n$/,
      ),
      err: "3 questions have no id of their own. Write these with: exam ids exam.md --write\n",
      text: files["exam.md"],
    });
  });

  test("writes them", async () => {
    const { code, err, text } = await ids("ids exam.md --write");
    expect({ code, err }).toEqual({ code: 0, err: "Wrote 3 ids\n" });
    expect(text).toContain("## Sky {#sky}");
  });

  test("says when there is nothing to do", async () => {
    const { code, out, err } = await ids("ids exam.md", { "exam.md": exam(open("a")) });
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "Every question of exam.md has an id of its own\n" });
  });

  test("does not guess at what was not understood", async () => {
    const source = exam("## Sky {point=2}\n\nWhy?");
    const { code, out, err, text } = await ids("ids exam.md --write", { "exam.md": source });
    expect({ code, out, text }).toEqual({ code: 1, out: "", text: source });
    expect(err).toContain("unknown-attribute");
  });
});
