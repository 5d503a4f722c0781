import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { EXPORTS, exportFiles } from "../../src/export/index.ts";
import type { Exam } from "../../src/model/exam.ts";
import { printedQuestions } from "../../src/model/version.ts";
import { choice, exam, exams, part, question, section, single } from "../arrange/exams.ts";
import { built, withAnswers } from "./built.ts";

/** A small exam with a bonus question and one in parts. */
const quiz = exam(
  [
    section([
      { ...single("backbone", ["vit", "swin", "any"], "swin"), points: 1.5 },
      question("signs", "multiple", choice(["plus", "minus", "none"], "plus", "minus"), { bonus: true }),
    ]),
    section([
      question("proof", "parts", undefined, {
        points: 2,
        parts: [part("claim", "open", { ownSpace: true }), part("verdict", "single", choice(["yes", "no"], "no"))],
      }),
    ]),
  ],
  { title: "Quiz N°5", course: "Deep Learning", lang: "es", seed: "quiz5", versions: ["A", "B"] },
);

function textOf(name: string, source: ReturnType<typeof built>): string {
  const file = exportFiles(source).find(({ path }) => path === name);
  if (!file) throw new Error(`${name} is not exported`);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
}

test("every format in the folder is in the list, the manifest last", async () => {
  const folder = new URL("../../src/export/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== "index.ts");
  const modules: object[] = await Promise.all(files.map((name) => import(new URL(name, folder).pathname)));
  const formats = modules.flatMap((module) => Object.values(module)).filter((value) => value?.file && value?.text);
  expect(new Set(formats)).toEqual(new Set(EXPORTS));
  expect(exportFiles(built(quiz)).at(-1)?.path).toBe("manifest.json");
});

describe("keys.csv", () => {
  test("has a line for each question and each part", () => {
    expect(textOf("keys.csv", built(quiz))).toMatchInlineSnapshot(`
      "version,number,part,id,kind,points,answer
      A,1,,backbone,single,1.5,c
      A,2,,signs,multiple,1,b;c
      A,3,a,proof.claim,open,1,
      A,3,b,proof.verdict,single,1,a
      B,1,,backbone,single,1.5,a
      B,2,,signs,multiple,1,a;c
      B,3,a,proof.claim,open,1,
      B,3,b,proof.verdict,single,1,b
      "
    `);
  });

  test("adds up to the points of a paper", () => {
    fc.assert(
      fc.property(exams, (source) => {
        const paper = worthItsParts(source);
        for (const label of paper.settings.versions) {
          const lines = table(textOf("keys.csv", built(paper))).filter(([version]) => version === label);
          const points = paper.sections.flatMap(({ questions }) => questions.map((one) => one.points));
          expect(lines.reduce((sum, line) => sum + Number(line[5]), 0)).toBe(points.reduce((a, b) => a + b, 0));
        }
      }),
    );
  });

  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[\s'"=+\-@;,|＝0-9ea.]{0,8}$/),
    fc.constantFrom(
      "-9.81",
      "=1+1",
      "@SUM(A1)",
      "'tis",
      "1-c;2-a",
      " =1",
      "\t=1",
      "a\r\nb",
      "+5",
      "-x",
      '=" ,"',
      "＝1",
    ),
  );

  test("gives every text back, less an apostrophe at its start", () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), (answers) => {
        const questions = answers.map((_, index) => question(`q${index}`, "open", {}));
        const source = withAnswers(built(exam([section(questions)])), answers);
        const rows = table(textOf("keys.csv", source)).slice(1);
        expect(rows.map((row) => row.length)).toEqual(answers.map(() => 7));
        expect(rows.map((row) => row[6]?.replace(/^'/, ""))).toEqual(answers);
      }),
    );
  });

  test("holds nothing a spreadsheet would compute", () => {
    fc.assert(
      fc.property(texts, (answer) => {
        const source = withAnswers(built(exam([section([question("q", "open", {})])])), [answer]);
        const cell = table(textOf("keys.csv", source))[1]?.[6] as string;
        const computed = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);
        expect(computed && !Number.isFinite(Number(cell))).toBe(false);
      }),
    );
  });

  test.each([
    ["-9.81", "-9.81"],
    ["+1e-3", "+1e-3"],
    ["=1+1", "'=1+1"],
    ["-x", "'-x"],
    ["@a", "'@a"],
    ["'tis", "''tis"],
    ['say "no", or', '"say ""no"", or"'],
    ["a;c", "a;c"],
  ])("writes %s as %s", (answer, cell) => {
    const source = withAnswers(built(exam([section([question("q", "open", {})])])), [answer]);
    expect(textOf("keys.csv", source).split("\n")[1]).toBe(`A,1,,q,open,1,${cell}`);
  });
});

describe("manifest.json", () => {
  test("tells what was built", async () => {
    await expect(textOf("manifest.json", built(quiz))).toMatchFileSnapshot("golden/manifest.json");
  });

  test("names the included files, and of each version what it picked", () => {
    const questions = ["a", "b", "c"].map((id) => single(id, ["x", "y"]));
    const { place } = section([]);
    const pool = { place, pick: 1, perVersion: true, questionIds: ["a", "b", "c"], level: 0 };
    const banks = [{ source: "bank/x.md", sha256: "c".repeat(64) }];
    const source = { ...exam([section(questions, { pools: [pool] })]), banks };
    const { exam: told, versions } = JSON.parse(textOf("manifest.json", built(source)));
    expect(told).toMatchObject({ banks, points: 1 });
    expect(versions).toMatchObject(
      arrange(source).map((version) => ({
        label: version.label,
        questions: printedQuestions(version).map(({ question }) => ({ number: 1, id: question.id, page: 1 })),
      })),
    );
  });

  test("names no key where none was made", () => {
    const { versions } = JSON.parse(textOf("manifest.json", built(quiz, false)));
    expect(versions.map((version: object) => "key" in version)).toEqual([false, false]);
  });

  test("is the same each time, whatever the exam", () => {
    fc.assert(
      fc.property(exams, (source) => {
        const text = textOf("manifest.json", built(source));
        expect(textOf("manifest.json", built(structuredClone(source)))).toBe(text);
        expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).toBe(text);
      }),
    );
  });

  test("refuses a paper with a question on no page", () => {
    const source = built(quiz);
    const versions = source.versions.map((each) => ({ ...each, student: { ...each.student, itemPages: [1, 2] } }));
    expect(() => exportFiles({ ...source, versions })).toThrow("No page of quiz-A.pdf is known to hold question 3");
  });
});

/** The exam with each question in parts worth their sum, as reading sees to. */
function worthItsParts(source: Exam): Exam {
  const sections = source.sections.map((one) => ({
    ...one,
    questions: one.questions.map((each) => (each.kind === "parts" ? { ...each, points: each.parts.length } : each)),
  }));
  return { ...source, sections };
}

/** Reads RFC 4180, with any line ending: written apart from the program's writer, to check it. */
function table(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== "," && end !== "") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}
