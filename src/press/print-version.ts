import { createHash } from "node:crypto";
import { type BuiltCopy, type BuiltVersion, type PrintedFile, pdfName } from "../export/built.ts";
import type { Exam } from "../model/exam.ts";
import type { OutFile } from "../model/out-file.ts";
import type { Layout, Metadata, View } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";
import { fullName, type Student } from "../model/student.ts";
import type { Version } from "../model/version.ts";
import { layoutProblems } from "../print/layout-problems.ts";
import type { Printer } from "../print/printer.ts";
import { commonPages, type Kit, render } from "../render/render.ts";
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
  const { kit, printer, key: hasKey = true } = press;
  const file = (view: View) => pdfName(exam, version.label, view);
  // What its key needs is made ready while the browser writes the paper, and the paper proven while it writes the key.
  const prepareKey = () => printer.prepare(commonPages(exam, "key", kit));
  const paper = await printUnproven(
    exam,
    version,
    "student",
    press,
    { file: file("student") },
    hasKey ? prepareKey : undefined,
  );
  if (!paper) return undefined;
  let provenPaper: Promise<PrintedDocument> | undefined;
  const provePaper = () => {
    provenPaper = proven(paper);
    // Who waits for both is told.
    provenPaper.catch(() => {});
  };
  const own = { file: file("key"), paperLayout: paper.layout };
  const key = hasKey ? await printUnproven(exam, version, "key", press, own, provePaper) : undefined;
  if (hasKey && !key) return undefined;
  const documents = await Promise.all([provenPaper ?? proven(paper), ...(key ? [proven(key)] : [])]);
  return {
    version,
    planned: planOf(exam, kit.kinds).version(version),
    student: paper.printed,
    ...(key && { key: key.printed }),
    files: documents.flatMap(({ files }) => files),
    metadata: paper.metadata,
    problems: documents.flatMap(({ problems }) => problems),
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

/** What a document is made with beside its exam: the name of its file too. */
type OwnKit = { readonly file: string } & Pick<Kit, "paperLayout" | "student">;

/** A version's paper or key as a document: render → print → verify. Undefined when the template is at fault; its report has said so. */
export async function printDocument(
  exam: Exam,
  version: Version,
  view: View,
  press: Press,
  own: OwnKit,
): Promise<PrintedDocument | undefined> {
  const unproven = await printUnproven(exam, version, view, press, own);
  return unproven && proven(unproven);
}

/** A document that is still to be proven. */
interface UnprovenDocument extends PrintedDocument {
  /** What is wrong with it beside what was found so far. */
  readonly prove: () => Promise<readonly Problem[]>;
}

async function proven({ prove, ...document }: UnprovenDocument): Promise<PrintedDocument> {
  return { ...document, problems: [...document.problems, ...(await prove())] };
}

/** `meanwhile` is called while the browser prints. */
async function printUnproven(
  exam: Exam,
  version: Version,
  view: View,
  { kit, printer, proof, html }: Press,
  { file, ...own }: OwnKit,
  meanwhile?: () => void,
): Promise<UnprovenDocument | undefined> {
  const page = render(exam, version, view, { ...kit, ...own });
  if (!page) return undefined;
  const pdf = await printer.print(page, meanwhile);
  const { pages, layout } = pdf;
  const { student } = own;
  const { title } = page.metadata;
  const plan = planOf(exam, kit.kinds);
  const document = { file, view, pages, itemPages: layout.itemPages, title, ...(student && { student }) };
  const faults = [...layoutProblems(page, layout), ...pdf.problems];
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const sha256 = hash(pdf.bytes);
  const source = html && { path: file.replace(/\.pdf$/, ".html"), bytes: new TextEncoder().encode(page.html) };
  return {
    printed: {
      file,
      title,
      pages,
      sha256,
      ...(source && { html: hash(source.bytes) }),
      itemPages: layout.itemPages,
    },
    layout,
    files: [{ path: file, bytes: pdf.bytes }, ...(source ? [source] : [])],
    metadata: page.metadata,
    problems: faults,
    async prove() {
      // What does not fit is cut, and would be missed once more.
      if (!proof || faults.length > 0) return [];
      const expectation = expectationOf(plan.texts, plan.version(version), document);
      return proof.of(pdf.bytes, expectation, { store: printer.store, sha256 });
    },
  };
}
