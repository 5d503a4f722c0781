import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ReadPdf, readPdf } from "../print/read-pdf.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

const EXAM = `---
title: Quiz
course: Course
term: Term
fields: [surname, name, code, group, score]
versions: 3
---

## {#first}

What is asked first?

- [x] this
- [ ] that
- [ ] neither

::pagebreak

## {#second}

What is asked next?

- [x] yes
- [ ] no
`;

const LONG = "Wilhelmina Anastasia Bartholomea Clementina".repeat(7);

const ROSTER = `Surname;Name;Code;Group;Version
García López;Ana;u1;G1;
"<b>""Bold""</b></style><script>alert(1)</script>";{{ title }}{% raw %};u2;G2;
=HYPERLINK("x");@SUM;"../u3";G1;A
Paz;Ana;;G2;
${LONG};${LONG};u5;G1;
`.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"');

const text = ({ pages }: ReadPdf) => pages.map(({ text }) => text).join("\n");
const plain = (text: string) => text.replace(/[\s\u200b\u2068\u2069]+/g, "");

describe("a build with a roster", () => {
  let folder: ExamFolder;
  const papers = new Map<string, ReadPdf>();
  beforeAll(async () => {
    folder = examFolder({ "quiz.md": EXAM, "class.csv": ROSTER });
    const { problems, summary } = await folder.build({ roster: "class.csv", html: true });
    expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(summary).toEqual({ versions: 3, copies: 5, pages: 22, sheets: 5 });
    for (const name of folder.written().filter((name) => name.endsWith(".pdf")))
      papers.set(name, await readPdf(folder.bytes(name)));
  });
  afterAll(() => folder.remove());

  const copies = ["quiz-u1.pdf", "quiz-u2.pdf", "quiz-u3.pdf", "quiz-Paz-Ana.pdf", "quiz-u5.pdf"];

  test("adds a paper for each student to those of the versions, and no keys", () => {
    const versions = ["A", "B", "C"].flatMap((label) => [`quiz-${label}.pdf`, `quiz-${label}-key.pdf`]);
    expect([...papers.keys()].sort()).toEqual([...versions, ...copies].sort());
  });

  test("gives versions in turn, or as the roster says", () => {
    const { students } = folder.manifest();
    expect(students.map(({ file, version }: Record<string, string>) => [file, version])).toEqual([
      ["quiz-u1.pdf", "A"],
      ["quiz-u2.pdf", "B"],
      ["quiz-u3.pdf", "A"],
      ["quiz-Paz-Ana.pdf", "A"],
      ["quiz-u5.pdf", "B"],
    ]);
  });

  test("tells of each student in the manifest", () => {
    const [first, , third, fourth] = folder.manifest().students;
    const sha256 = (file: string) => createHash("sha256").update(folder.bytes(file)).digest("hex");
    const title = "Course · Quiz · A · García López, Ana";
    const paper = { version: "A", file: "quiz-u1.pdf", title, pages: 2, sha256: sha256("quiz-u1.pdf") };
    const html = sha256("quiz-u1.html");
    expect(first).toEqual({ code: "u1", surname: "García López", name: "Ana", group: "G1", ...paper, html });
    expect(third).toMatchObject({ surname: '=HYPERLINK("x")', name: "@SUM", code: "../u3" });
    expect(fourth).not.toHaveProperty("code");
  });

  test("prints who each is in the header's boxes and at the foot of every page", () => {
    const pages = papers.get("quiz-u1.pdf")?.pages ?? [];
    expect(plain(pages[0]?.text ?? "")).toContain("Lastname:GarcíaLópezFirstname:AnaStudentID:u1Group:G1");
    for (const { text } of pages) expect(plain(text)).toContain("u1·GarcíaLópez,Ana");
    expect(papers.get("quiz-u1.pdf")?.info.Title).toBe("Course · Quiz · A · García López, Ana");
  });

  test("prints names as they are, whatever stands in them", () => {
    const page = plain(papers.get("quiz-u2.pdf")?.pages[0]?.text ?? "");
    expect(page).toContain('<b>"Bold"</b></style><script>alert(1)</script>');
    expect(page).toContain("{{title}}{%raw%}");
    expect(plain(papers.get("quiz-u3.pdf")?.pages[0]?.text ?? "")).toContain('=HYPERLINK("x")Firstname:@SUM');
    const html = Buffer.from(folder.bytes("quiz-u2.html")).toString();
    expect(html).not.toMatch(/<b>|<script|<\/style>[^\n]/);
  });

  test("tells nobody's paper who the others are", () => {
    for (const [name, paper] of papers)
      if (name !== "quiz-u1.pdf") expect(plain(text(paper)), name).not.toMatch(/García|u1/);
  });

  test("changes nothing else on a page, however long a name is", () => {
    const { versions, students } = folder.manifest();
    for (const { version, file } of students) {
      const unnamed = papers.get(`quiz-${version}.pdf`) as ReadPdf;
      const named = papers.get(file) as ReadPdf;
      expect(named.pages).toHaveLength(unnamed.pages.length);
      for (const [index, { text }] of unnamed.pages.entries()) {
        const questions = (text: string) =>
          plain(text.slice(text.indexOf("What is asked")).split(/page \d of/)[0] ?? "");
        expect(plain(named.pages[index]?.text ?? "")).toContain(questions(text).replace(/Quiz$/, ""));
      }
      const planned = versions.find(({ label }: { label: string }) => label === version);
      expect(planned.student.pages).toBe(named.pages.length);
    }
  });

  test("leaves the table of keys as it is without one", async () => {
    const keys = folder.bytes("keys.csv");
    await folder.build({ out: "plain" });
    expect(folder.bytes("keys.csv", "plain")).toEqual(keys);
    expect(folder.bytes("quiz-A.pdf", "plain")).toEqual(folder.bytes("quiz-A.pdf"));
  });

  test("makes the same bytes again, also for some of the versions", async () => {
    const { summary } = await folder.build({ roster: "class.csv", only: ["B"], key: false, jobs: 1, out: "some" });
    expect(summary).toMatchObject({ versions: 1, copies: 2 });
    const names = folder.written("some").filter((name) => name.endsWith(".pdf"));
    expect(names).toEqual(["quiz-B.pdf", "quiz-u2.pdf", "quiz-u5.pdf"]);
    for (const name of names) expect(folder.bytes(name, "some"), name).toEqual(folder.bytes(name));
  });
});

describe("a roster", () => {
  const folder = examFolder({
    "quiz.md": EXAM,
    "class.csv": "name\nAna Paz\nEva Ruiz\n",
    "bad.csv": "name,version\nAna,D\n,A\n",
    "moving/paper.liquid":
      '<!doctype html><html lang="{{ lang }}"><head><title>{{ document_title }}</title>' +
      '{% for style in styles %}<link rel="stylesheet" href="{{ style }}">{% endfor %}</head><body>' +
      // As many pages either way.
      '<p>{{ student.name }}</p>{% if student.name == "Eva Ruiz" %}<div style="height: 25cm">.</div>{% endif %}' +
      '{{ sections }}{% if student.name != "Eva Ruiz" %}<p style="break-before: page">.</p>{% endif %}</body></html>',
  });
  afterAll(() => folder.remove());

  test("without surnames has one box for whole names on every paper", async () => {
    await folder.build({ roster: "class.csv", out: "whole" });
    const first = async (name: string) => plain((await readPdf(folder.bytes(name, "whole"))).pages[0]?.text ?? "");
    expect(await first("quiz-Ana-Paz.pdf")).toContain("Name:AnaPazStudentID:Group:");
    for (const name of ["quiz-A.pdf", "quiz-A-key.pdf"])
      expect(await first(name)).toMatch(/(?<!Last|First)Name:StudentID:Group:/i);
  });

  test("at fault stops the build, with all that is wrong told at its row", async () => {
    const { problems, written, sources } = await folder.build({ roster: "bad.csv", out: "bad" });
    expect(written).toEqual([]);
    expect(problems.map(({ rule, place }) => [rule, place?.file, place?.start.line, place?.start.column])).toEqual([
      ["roster-version", "bad.csv", 2, 5],
      ["roster-name", "bad.csv", 3, 1],
    ]);
    expect(sources.get("bad.csv")).toContain("Ana,D");
    expect(() => folder.written("bad")).toThrow("ENOENT");
  });

  test("is no match for a template in which a name moves the questions", async () => {
    const { problems, written } = await folder.build({ roster: "class.csv", template: "moving", out: "moved" });
    expect(written).toEqual([]);
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([{ rule: "roster-breaks", place: { file: "class.csv", start: { line: 3 } } }]);
    expect(errors[0]?.message).toContain("Eva Ruiz");
  });

  test("that is left out the next time takes its papers with it", async () => {
    await folder.build({ roster: "class.csv", merge: true, out: "again" });
    expect(folder.written("again")).toContain("quiz-Ana-Paz.pdf");
    await folder.build({ out: "again" });
    const papers = folder.written("again").filter((name) => !name.includes("-key"));
    expect(papers).toEqual(["keys.csv", "manifest.json", "quiz-A.pdf", "quiz-B.pdf", "quiz-C.pdf"]);
  });
});
