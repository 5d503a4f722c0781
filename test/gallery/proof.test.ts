import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { wordsFor } from "../../src/languages/words.ts";
import type { Exam } from "../../src/model/exam.ts";
import type { Page, View } from "../../src/model/page.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Template } from "../../src/model/template.ts";
import type { Version } from "../../src/model/version.ts";
import { planOf } from "../../src/press/plan-exam.ts";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { readExam } from "../../src/read/read.ts";
import { builtInTemplates } from "../../src/read/template.ts";
import { chooseTypefaces } from "../../src/read/typefaces.ts";
import { render } from "../../src/render/render.ts";
import { expectationOf } from "../../src/verify/expectation-of.ts";
import { verify } from "../../src/verify/verify.ts";
import { readPdf } from "../print/read-pdf.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

/** An exam of the gallery, printed in a template as a draft, and all that a proof finds wrong with it. */
async function printDraft(lang: string, template: string, view: View) {
  const cwd = join(import.meta.dirname, "../..");
  const read = readExam(`test/gallery/${lang}.md`, cwd, { template });
  const exam = read.exam as Exam;
  const problems: Problem[] = read.problems.filter(({ severity }) => severity === "error");
  const { typefaces, problems: glyphs } = chooseTypefaces(exam, read.template as Template, read.sources);
  const kit = { template: read.template as Template, typefaces, pictures: read.pictures, draft: true };
  const [version] = arrange(exam) as [Version];
  const page = render(exam, version, view, { ...kit, report: (problem) => problems.push(problem) }) as Page;
  const pdf = await printer.print(page);
  const { metadata } = page;
  const { pages, layout } = pdf;
  const document = { file: "exam-A.pdf", view, pages, itemPages: layout.itemPages, title: metadata.title };
  const words = wordsFor(exam.settings.lang);
  const plan = planOf(exam);
  const expectation = expectationOf(plan.texts, plan.version(version), document);
  const found = [...problems, ...glyphs, ...pdf.problems, ...(await verify(pdf.bytes, expectation))];
  return { pdf, draft: words.language.labels.draft, found: found.map(({ rule, message }) => `${rule} ${message}`) };
}

describe.each(builtInTemplates())("a draft in the template %s", (template) => {
  test.each(["es", "ar", "ja"])("in %s is proven like any other paper", async (lang) => {
    for (const view of ["student", "key"] as const) expect((await printDraft(lang, template, view)).found).toEqual([]);
  });
});

test("a draft says so on every page", async () => {
  const { pdf, draft } = await printDraft("es", "default", "key");
  const { pages } = await readPdf(pdf.bytes);
  expect(pages.length).toBeGreaterThan(1);
  for (const { text } of pages) expect(text).toContain(draft);
});
