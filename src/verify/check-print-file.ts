import { createHash } from "node:crypto";
import type { Problem } from "../model/problem.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkLeaks } from "./check-leaks.ts";
import type { Expectation } from "./expectation.ts";
import { contentOf } from "./painted-text.ts";
import { PdfFile } from "./pdf-file.ts";
import { PdfReference } from "./pdf-value.ts";
import { pagesOf } from "./read-pdf.ts";
import { verifyProblem } from "./verify-problem.ts";

/** What each page of a document paints, as a hash: two pages that paint the same have the same. */
export function pageHashes(bytes: Uint8Array): string[] {
  return hashesOf(new PdfFile(bytes));
}

/**
 * Proves that a file holds papers one behind the other, each as it was printed and beginning on an odd page; that all its
 * typefaces are embedded; and that nothing of the key is in it. `papers` are the papers' pages by `pageHashes`.
 */
export function checkPrintFile(
  bytes: Uint8Array,
  papers: readonly { readonly file: string; readonly pages: readonly string[] }[],
  expectation: Pick<Expectation, "file" | "secrets" | "allowed">,
): Problem[] {
  const { file } = expectation;
  let pdf: PdfFile;
  let pages: string[];
  try {
    pdf = new PdfFile(bytes);
    pages = hashesOf(pdf);
  } catch (error) {
    return [verifyProblem("verify-readable", file, `It cannot be read: ${(error as Error).message}`)];
  }
  const planned = papers.flatMap(({ file, pages }) => {
    const own = pages.map((hash, index) => ({ hash, what: `page ${index + 1} of ${file}` }));
    return own.length % 2 === 0 ? own : [...own, { hash: BLANK, what: `a blank page behind ${file}` }];
  });
  const wrong = planned.findIndex(({ hash }, index) => pages[index] !== hash);
  const fault = (message: string, page?: number) => verifyProblem("verify-print-file", file, message, { page });
  return [
    ...(wrong >= 0 ? [fault(`Expected ${planned[wrong]?.what}`, wrong + 1)] : []),
    ...(pages.length === planned.length ? [] : [fault(`It has ${pages.length} pages, expected ${planned.length}`)]),
    ...checkFonts(pdf, file),
    ...checkLeaks([], pdf.words, expectation),
  ];
}

function hashesOf(file: PdfFile): string[] {
  const catalog = file.dictionary(file.trailer.get("Root"));
  return pagesOf(file, catalog.get("Pages")).map((number) => {
    const content = contentOf(file.dictionary(new PdfReference(number)), file);
    return content.length === 0 ? BLANK : createHash("sha256").update(content).digest("hex");
  });
}

/** Stands for the hash of a page that paints nothing. */
const BLANK = "";
