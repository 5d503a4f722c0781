import { createHash } from "node:crypto";
import { type BuiltCopy, type BuiltVersion, type PrintedFile, pdfName } from "../export/built.ts";
import type { Exam } from "../model/exam.ts";
import type { OutFile } from "../model/out-file.ts";
import type { Layout, Metadata, View } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";
import { fullName, type Student } from "../model/student.ts";
import type { Version } from "../model/version.ts";
import type { Printer } from "../print/index.ts";
import { layoutProblems } from "../print/layout-problems.ts";
import { type Kit, render } from "../render/render.ts";
import { expectationOf } from "../verify/expectation-of.ts";
import { planOf } from "./plan-exam.ts";
import type { Proof } from "./proof.ts";

/** Documents that were printed together. */
interface Prints {
  /** The paper first. */
  readonly files: readonly OutFile[];
  /** What the paper says of itself. */
  readonly metadata: Metadata;
  /** What was found wrong with them. */
  readonly problems: readonly Problem[];
}

/** What documents are printed with. */
export interface Press {
  readonly kit: Kit;
  readonly printer: Printer;
  /** What reads each document back. Default: none is. */
  readonly proof?: Proof | undefined;
  /** Whether a key is printed. Default true. */
  readonly key?: boolean;
  /** Whether the pages are given as HTML too. Default false. */
  readonly html?: boolean;
}

/**
 * A version on paper: render → print → verify, first for its students and then for its key, which follows the paper
 * page by page. Undefined when the template is at fault; its report has said so.
 */
export async function printVersion(
  exam: Exam,
  version: Version,
  press: Press,
): Promise<(BuiltVersion & Prints) | undefined> {
  const file = (view: View) => pdfName(exam, version.label, view);
  const paper = await printDocument(exam, version, "student", press, { file: file("student") });
  const paperLayout = paper?.layout;
  const key = paperLayout && press.key !== false && { file: file("key"), paperLayout };
  const printedKey = key && (await printDocument(exam, version, "key", press, key));
  if (!paper || (key && !printedKey)) return undefined;
  return {
    version,
    planned: planOf(exam, press.kit.kinds).version(version),
    student: paper.printed,
    ...(printedKey && { key: printedKey.printed }),
    files: [...paper.files, ...(printedKey ? printedKey.files : [])],
    metadata: paper.metadata,
    problems: [...paper.problems, ...(printedKey ? printedKey.problems : [])],
  };
}

/**
 * A version's paper made out to a student. It has to break its pages where the version's own paper does, for they share a
 * key. Undefined when the template is at fault; its report has said so.
 */
export async function printCopy(
  exam: Exam,
  { version, student: unnamed }: BuiltVersion,
  { student, file }: { readonly student: Student; readonly file: string },
  press: Press,
): Promise<(BuiltCopy & Prints) | undefined> {
  const paper = await printDocument(exam, version, "student", press, { file, student });
  if (!paper) return undefined;
  const breaks = ({ pages, itemPages }: PrintedFile) => [pages, ...itemPages].join();
  const { printed, files, metadata, problems } = paper;
  const moved = breaks(printed) === breaks(unnamed) ? [] : [movedBreaks(student)];
  return { student, paper: printed, files, metadata, problems: [...problems, ...moved] };
}

function movedBreaks(student: Student): Problem {
  return {
    severity: "error",
    rule: "roster-breaks",
    message: `The paper of ${fullName(student)} breaks its pages elsewhere than version ${student.version}, whose key it shares`,
    hint: "The template has to give names a place of a fixed height, such as one line with `data-fit`.",
    place: student.place,
  };
}

/** A document that was printed. */
export interface PrintedDocument extends Prints {
  readonly printed: PrintedFile;
  readonly layout: Layout;
}

/** A version's paper or key as a document: render → print → verify. Undefined when the template is at fault; its report has said so. */
export async function printDocument(
  exam: Exam,
  version: Version,
  view: View,
  { kit, printer, proof, html }: Press,
  { file, ...own }: { readonly file: string } & Pick<Kit, "paperLayout" | "student">,
): Promise<PrintedDocument | undefined> {
  const page = render(exam, version, view, { ...kit, ...own });
  if (!page) return undefined;
  const pdf = await printer.print(page);
  const { pages, layout } = pdf;
  const { student } = own;
  const { title } = page.metadata;
  const plan = planOf(exam, kit.kinds);
  const document = { file, view, pages, itemPages: layout.itemPages, title, ...(student && { student }) };
  const faults = [...layoutProblems(page, layout), ...pdf.problems];
  // What does not fit is cut, and would be missed once more.
  const proven =
    faults.length > 0
      ? []
      : await proof?.of(pdf.bytes, expectationOf(plan.texts, plan.version(version), document), printer.store);
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const source = { path: file.replace(/\.pdf$/, ".html"), bytes: new TextEncoder().encode(page.html) };
  return {
    printed: {
      file,
      title,
      pages,
      sha256: hash(pdf.bytes),
      ...(html && { html: hash(source.bytes) }),
      itemPages: layout.itemPages,
    },
    layout,
    files: [{ path: file, bytes: pdf.bytes }, ...(html ? [source] : [])],
    metadata: page.metadata,
    problems: [...faults, ...(proven ?? [])],
  };
}
