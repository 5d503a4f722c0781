import type { Problem } from "../model/problem.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkGlyphs } from "./check-glyphs.ts";
import { checkLeaks, inOrders } from "./check-leaks.ts";
import { checkPlaces } from "./check-places.ts";
import { checkQuestions } from "./check-questions.ts";
import type { Expectation } from "./expectation.ts";
import { PdfFile } from "./pdf-file.ts";
import { searchForm } from "./plain-text.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { verifyProblem } from "./verify-problem.ts";

/**
 * Reads a finished PDF back and proves it: that it has the planned pages, every planned question, text and option once, in
 * the planned order, behind the planned numbers and letters; that all typefaces are embedded; that it says of itself what
 * it should; and that a student's paper holds nothing of the key. All that is wrong is an error.
 */
export function verify(bytes: Uint8Array, expectation: Expectation): Problem[] {
  const { file, view } = expectation;
  let objects: PdfFile;
  let pdf: ReadPdf;
  try {
    objects = new PdfFile(bytes);
    pdf = readPdf(objects);
  } catch (error) {
    return [verifyProblem("verify-readable", file, `It cannot be read: ${(error as Error).message}`)];
  }
  const glyphs = checkGlyphs(pdf.boxes, file);
  const { problems, unplanned } = checkQuestions(pdf.lines, expectation);
  const outside = pdf.outside.map((text, index) => ({ page: index + 1, text }));
  return [
    ...checkDocument(pdf, expectation),
    ...checkStudent(pdf, expectation),
    ...checkFonts(objects, file),
    ...checkPlaces(pdf.places, file),
    // Words that are not printed as letters cannot be compared.
    ...(glyphs.length > 0 ? glyphs : problems),
    ...(view === "student" ? checkLeaks([...unplanned, ...outside], [...objects.words, pdf.xmp], expectation) : []),
  ];
}

/** Letters of a name by which it is recognised: a template may cut a long one. */
const NAME_LENGTH = 12;

function checkStudent({ lines, outside }: ReadPdf, { file, whom }: Expectation): Problem[] {
  if (whom === undefined) return [];
  const painted = searchForm([...lines.map(({ words }) => words), ...outside].join("\n"));
  const isThere = inOrders(whom).some((name) => painted.includes(name.slice(0, NAME_LENGTH)));
  return isThere ? [] : [verifyProblem("verify-student", file, `It is made out to ${whom} and does not say so`)];
}

function checkDocument(pdf: ReadPdf, { file, pages, metadata }: Expectation): Problem[] {
  const differ = (what: string, found: string, planned: string) =>
    found === planned
      ? []
      : [verifyProblem("verify-metadata", file, `Its ${what} is "${found}", expected "${planned}"`)];
  return [
    ...(pdf.pages === pages
      ? []
      : [verifyProblem("verify-pages", file, `Its number of pages is ${pdf.pages}, expected ${pages}`)]),
    ...differ("title", pdf.title, metadata.title),
    ...differ("author", pdf.author, metadata.author),
    ...differ("language", pdf.lang, metadata.lang),
    ...pdf.attachments.map((name) => verifyProblem("verify-attachment", file, `The file ${name} is attached to it`)),
  ];
}
