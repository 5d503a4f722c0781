import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrange } from "../../src/arrange/arrange.ts";
import type { Exam } from "../../src/model/exam.ts";
import type { Page, View } from "../../src/model/page.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Version } from "../../src/model/version.ts";
import { planOf } from "../../src/press/plan-exam.ts";
import { openPrinter, type PrintedPdf } from "../../src/print/index.ts";
import { readExam } from "../../src/read/read.ts";
import { loadTypefaces } from "../../src/read/typefaces.ts";
import { render } from "../../src/render/render.ts";
import type { Expectation } from "../../src/verify/expectation.ts";
import { expectationOf } from "../../src/verify/expectation-of.ts";
import { verify } from "../../src/verify/verify.ts";

/** An exam, ready to be printed as it should be or otherwise. */
export interface Sample {
  readonly exam: Exam;
  readonly versions: readonly Version[];
  page(version: Version, view?: View): Page;
}

/** Reads an exam's source, with the files it names. */
export function sampleOf(source: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Sample {
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, "exam.md"), source);
    const { exam, template, pictures, problems } = readExam("exam.md", folder);
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!exam || !template || errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
    const kit = {
      template,
      pictures,
      typefaces: loadTypefaces(),
      report: (problem: Problem) => console.error(problem),
    };
    return {
      exam,
      versions: arrange(exam),
      page: (version, view = "student") => render(exam, version, view, kit) as Page,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a print of a version has to be. */
export function expectation(
  { exam, page }: Sample,
  version: Version,
  pdf: PrintedPdf,
  view: View = "student",
): Expectation {
  const { metadata } = page(version, view);
  const { pages, layout } = pdf;
  const { title } = metadata;
  const plan = planOf(exam);
  const document = { file: `exam-${version.label}.pdf`, view, pages, itemPages: layout.itemPages, title };
  return expectationOf(plan.texts, plan.version(version), document);
}

/** Prints pages and proves them. */
export async function openPrintShop() {
  const printer = await openPrinter();
  return {
    print: (page: Page) => printer.print(page),
    /** What is wrong with a version that was printed as it should be. */
    async prove(sample: Sample, version: Version, view: View = "student"): Promise<Problem[]> {
      const pdf = await printer.print(sample.page(version, view));
      return verify(pdf.bytes, expectation(sample, version, pdf, view));
    },
    /** What is found when another page is printed in its place. */
    async proveOther(sample: Sample, version: Version, other: Page): Promise<Problem[]> {
      const right = await printer.print(sample.page(version));
      const wrong = await printer.print(other);
      return verify(wrong.bytes, expectation(sample, version, right));
    },
    close: () => printer.close(),
  };
}

export type PrintShop = Awaited<ReturnType<typeof openPrintShop>>;
