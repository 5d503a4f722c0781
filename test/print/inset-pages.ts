import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import type { Page, View } from "../../src/model/page.ts";
import { readPages } from "../../src/print/outline.ts";
import { SkiaPdf } from "../../src/print/skia-pdf.ts";
import { readExam } from "../../src/read/read.ts";
import { loadTypefaces } from "../../src/read/typefaces.ts";
import { render } from "../../src/render/render.ts";

/** An exam's documents, which share their formulas and pictures. */
export interface Documents {
  readonly versions: number;
  page(version?: number, view?: View): Page;
}

/** Reads an exam's source, with the files it names. */
export function documentsOf(source: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Documents {
  const folder = mkdtempSync(join(tmpdir(), "insets-"));
  try {
    for (const [name, content] of Object.entries({ ...files, "exam.md": source }))
      writeFileSync(join(folder, name), content);
    const { exam, template, pictures, problems } = readExam("exam.md", folder);
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!exam || !template || errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
    const versions = arrange(exam);
    const kit = { template, pictures, typefaces: loadTypefaces(), versions, report: () => {} };
    return {
      versions: versions.length,
      page: (version = 0, view = "student") => render(exam, versions[version] as never, view, kit) as Page,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same document, to be printed without insets. */
export function withoutCommon({ common: _, ...page }: Page): Page {
  return page;
}

/** A document and those it has something in common with, with other HTML, as another template makes them. */
export function changed({ common = [], ...page }: Page, change: (html: string) => string): Page {
  const other = <T extends Page>(each: T): T => ({ ...each, html: change(each.html) });
  return { ...other(page), common: common.map(other) };
}

/** What the pages of a printed document paint with, without the forms they paint. */
export function contentsOf(bytes: Uint8Array): string[] {
  const pdf = new SkiaPdf(bytes);
  return readPages(pdf).map((page) => pdf.content(Number(/\/Contents (\d+) 0 R/.exec(pdf.object(page))?.[1])));
}

/** How many insets a document has; each may be painted many times. */
export function insetsIn(bytes: Uint8Array): number {
  return new Set(
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/N\d+ \d+ 0 R/g),
  ).size;
}

/** A text of a page, and where it begins, in points. */
interface PlacedText {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What pdf.js reads in a document, and what it warns of. */
async function readTexts(bytes: Uint8Array): Promise<{ texts: PlacedText[]; warnings: string[] }> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const warnings: string[] = [];
  const { log, warn } = console;
  console.log = console.warn = (message: string) => void warnings.push(message);
  const loading = getDocument({ data: new Uint8Array(bytes) });
  try {
    const document = await loading.promise;
    const texts: PlacedText[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getOperatorList();
      const { items } = await page.getTextContent();
      for (const item of items)
        if ("str" in item) texts.push({ page: number, text: item.str, x: item.transform[4], y: item.transform[5] });
    }
    return { texts, warnings };
  } finally {
    await loading.destroy();
    Object.assign(console, { log, warn });
  }
}

/**
 * Expects two prints to have the same words in the same lines, on pages without a fault. In its line a word may be some points
 * (`near`) aside: the browser makes the letters of a formula on paper as wide as whole pixels.
 */
export async function expectAlike(one: Uint8Array, other: Uint8Array, near = 2): Promise<void> {
  const [first, second] = [await readTexts(one), await readTexts(other)];
  expect([...first.warnings, ...second.warnings]).toEqual([]);
  const letters = ({ texts }: typeof first) =>
    texts.flatMap(({ page, text }) => [...text].filter((sign) => sign.trim()).map((sign) => `${page} ${sign}`)).sort();
  expect(letters(second)).toEqual(letters(first));
  // A formula is read in other pieces, and words before it with another end.
  const words = first.texts.filter(({ text }) => text.length > 3);
  const moved = words.filter(({ page, text, x, y }) => {
    const found = second.texts.filter((other) => other.page === page && other.text === text);
    return found.length > 0 && found.every((other) => Math.abs(other.x - x) > near || Math.abs(other.y - y) > 1.5);
  });
  expect(moved).toEqual([]);
}
