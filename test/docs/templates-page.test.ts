import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { constants, inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExam } from "../../src/build.ts";
import type { BuildResult } from "../../src/build-result.ts";
import { builtInTemplates } from "../../src/read/template.ts";
import { readPdf } from "../print/read-pdf.ts";
import { DOCS, fencesOf } from "./fences.ts";

const ROOT = join(DOCS, "..");
const page = readFileSync(join(DOCS, "templates.md"), "utf8");
const section = (title: string) => page.split(/^##+ /m).find((part) => part.startsWith(title)) ?? "";
const TOP = page.split(/^## /m)[0] ?? "";
/** Names in the first cell of each row of a table. */
const named = (text: string) =>
  [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
    [...(cell ?? "").matchAll(/`(\w+)`/g)].map((name) => name[1]),
  );

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "exam-templates-"));
  for (const { meta, text } of fencesOf("templates.md")) {
    const file = /\bfile=(\S+)/.exec(meta)?.[1];
    if (!file) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const EXAM =
  "---\ntitle: Quiz\ncourse: Physics\ninstitution: Our University\ntemplate: ./ours\n---\n\n## {#q}\n\nAsk.\n";

describe("the template of one's own", () => {
  let result: BuildResult;
  let html: string;
  beforeAll(async () => {
    writeFileSync(join(folder, "quiz.md"), EXAM);
    result = await buildExam("quiz.md", { cwd: folder, out: "out", html: true });
    html = readFileSync(join(folder, "out/quiz/quiz-A.html"), "utf8");
  });

  test("prints without a complaint", () => {
    expect(result.problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(result.written).toHaveLength(6);
  });

  test("has its logo and its notice on the default's page", async () => {
    expect(html).toContain('<img class="ours-logo" src="/template/logo.svg"');
    expect(html).toContain('class="exam-form"');
    const [first] = (await readPdf(readFileSync(join(folder, "out/quiz/quiz-A.pdf")))).pages;
    expect(first?.text).toContain("Our University · Physics – Version A");
  });

  test("prints in its colour", () => {
    const bytes = readFileSync(join(folder, "out/quiz/quiz-A.pdf"));
    // #7a0019 as PDF writes it.
    expect(contentOf(bytes)).toMatch(/\.478\d* 0 \.098\d* (rg|RG)/);
  });
});

/** The drawing of every page. */
function contentOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/\/Filter \/FlateDecode[^>]*>>\s*stream\r?\n/g)]
    .map(({ index, 0: { length } }) =>
      inflateSync(bytes.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }),
    )
    .join("\n");
}

test("every block of the default's page has its row, and every row its block", () => {
  const source = readFileSync(join(ROOT, "templates/default/paper.liquid"), "utf8");
  const blocks = [...source.matchAll(/\{%-? block (\w+) -?%\}/g)].map(([, name]) => name);
  expect(named(section("Blocks")).filter((name) => name !== "block")).toEqual(blocks);
});

test("every value is there", async () => {
  const values = named(section("Values")).filter((name) => name !== "value");
  expect(values.length).toBeGreaterThan(20);
  const all = values.map((name) => `{{ ${name} }}`).join("");
  mkdirSync(join(folder, "all"));
  writeFileSync(join(folder, "all/paper.liquid"), `<!doctype html><body>${all}</body>`);
  writeFileSync(join(folder, "all.md"), EXAM.replace("./ours", "./all"));
  const { problems } = await buildExam("all.md", { cwd: folder, out: "out", key: false });
  expect(problems.filter(({ rule }) => rule === "template")).toEqual([]);
});

test("the sheets are counted, not claimed", async () => {
  const rows = [...TOP.matchAll(/^\| `(exams\/\S+)` \| (\d+) \| (\d+) \| (\d+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(2);
  for (const [, exam = "", ...claimed] of rows) {
    const counted: string[] = [];
    for (const template of ["default", "modern", "compact"]) {
      const { summary } = await buildExam(exam, { cwd: ROOT, out: join(folder, template), template, key: false });
      counted.push(String(summary.sheets / summary.versions));
      expect(summary.saved).toBe(template === "compact" ? Number(claimed[0]) - Number(claimed[2]) : undefined);
    }
    expect({ exam, sheets: counted }).toEqual({ exam, sheets: claimed });
  }
});

test("every built-in template has its row", () => {
  expect(
    named(TOP)
      .filter((name) => builtInTemplates().includes(name as string))
      .sort(),
  ).toEqual(builtInTemplates());
});
