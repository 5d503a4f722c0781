import { createHash } from "node:crypto";
import { type BuiltVersion, type PrintedFile, pdfName } from "./export/built.ts";
import type { Exam } from "./model/exam.ts";
import type { OutFile } from "./model/out-file.ts";
import type { Layout, View } from "./model/page.ts";
import type { Problem } from "./model/problem.ts";
import type { Version } from "./model/version.ts";
import type { Printer } from "./print/index.ts";
import { layoutProblems } from "./print/layout-problems.ts";
import { type Kit, render } from "./render/render.ts";

/** A version with its documents and what was found wrong with them. */
export interface PrintedVersion extends BuiltVersion {
  readonly files: readonly OutFile[];
  readonly problems: readonly Problem[];
}

/** What a version is printed with. */
export interface Press {
  readonly kit: Kit;
  readonly printer: Printer;
  /** Whether a key is printed. Default true. */
  readonly key?: boolean;
  /** Whether the pages are given as HTML too. Default false. */
  readonly html?: boolean;
}

/**
 * A version on paper: render → print → verify, first for its students and then for its key, which follows the paper
 * page by page. Undefined when the template is at fault; its report has said so.
 */
export async function printVersion(exam: Exam, version: Version, press: Press): Promise<PrintedVersion | undefined> {
  const paper = await printDocument(exam, version, "student", press);
  const key = paper && press.key !== false && (await printDocument(exam, version, "key", press, paper.layout));
  if (!paper || key === undefined) return undefined;
  return {
    version,
    student: paper.printed,
    ...(key && { key: key.printed }),
    files: [...paper.files, ...(key ? key.files : [])],
    problems: [...paper.problems, ...(key ? key.problems : [])],
  };
}

interface PrintedDocument {
  readonly printed: PrintedFile;
  readonly layout: Layout;
  readonly files: readonly OutFile[];
  readonly problems: readonly Problem[];
}

async function printDocument(
  exam: Exam,
  version: Version,
  view: View,
  { kit, printer, html }: Press,
  paperLayout?: Layout,
): Promise<PrintedDocument | undefined> {
  const page = render(exam, version, view, { ...kit, ...(paperLayout && { paperLayout }) });
  if (!page) return undefined;
  const pdf = await printer.print(page);
  const file = pdfName(exam, version.label, view);
  const sha256 = createHash("sha256").update(pdf.bytes).digest("hex");
  const source = { path: file.replace(/\.pdf$/, ".html"), bytes: new TextEncoder().encode(page.html) };
  return {
    printed: { file, pages: pdf.pages, sha256, itemPages: pdf.layout.itemPages },
    layout: pdf.layout,
    files: [{ path: file, bytes: pdf.bytes }, ...(html ? [source] : [])],
    problems: [...layoutProblems(page, pdf.layout), ...pdf.problems],
  };
}
