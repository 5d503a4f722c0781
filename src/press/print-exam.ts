import type { Built, BuiltCopy, BuiltVersion } from "../export/built.ts";
import type { Exam } from "../model/exam.ts";
import type { OutFile } from "../model/out-file.ts";
import type { Metadata } from "../model/page.ts";
import type { Student } from "../model/student.ts";
import type { Version } from "../model/version.ts";
import { AllPapers } from "./all-papers.ts";
import { inOrder } from "./in-order.ts";
import { planOf } from "./plan-exam.ts";
import { type Press, printCopy, printVersion } from "./print-version.ts";
import { unequalPages } from "./unequal-pages.ts";

/** What is to be printed of an exam. */
export interface PrintOrder {
  readonly versions: readonly Version[];
  /** Who gets a paper made out to them, and the name of its file; all sit one of `versions`. */
  readonly copies: readonly { readonly student: Student; readonly file: string }[];
  /** Whether all papers to be handed out are given in one file too. */
  readonly merge: boolean;
  /** Called before the first paper and after each, with the number of those that are printed, their keys with them. */
  readonly onPaper?: (done: number) => void;
  /** Called between the steps; what it throws ends the printing. */
  readonly proceed: () => void;
}

/**
 * Prints an exam: each version with its key, then the students' copies, then all papers as one file. Files are given as they
 * are printed and are not kept, so there may be thousands; what is known of them is returned at the end.
 */
export async function* printExam(
  exam: Exam,
  { versions, copies, merge, onPaper, proceed }: PrintOrder,
  press: Press,
): AsyncGenerator<OutFile, Pick<Built, "versions" | "copies" | "print" | "texts" | "whole">> {
  // Whenever a document is done others wait, whichever paper or key it was.
  const limit = 4 * press.printer.jobs;
  const { texts } = planOf(exam, press.kit.kinds);
  const built = { texts, versions: [] as BuiltVersion[], copies: [] as BuiltCopy[] };
  const all = merge ? new AllPapers(exam.name, exam.settings.lang) : undefined;
  let metadata: Metadata | undefined;
  const tell = () => onPaper?.(built.versions.length + built.copies.length);
  tell();

  for await (const printed of inOrder(versions, limit, (version) => printVersion(exam, version, press))) {
    if (!printed) continue;
    const { files, problems, ...version } = printed;
    problems.forEach(press.kit.report);
    if (copies.length === 0) all?.addVersion(paperOf(files), version.version.label);
    built.versions.push(version);
    metadata ??= version.metadata;
    tell();
    yield* files;
  }
  unequalPages(built.versions).forEach(press.kit.report);
  proceed();

  const byLabel = new Map(built.versions.map((version) => [version.version.label, version]));
  const print = (copy: PrintOrder["copies"][number]) =>
    printCopy(exam, byLabel.get(copy.student.version) as BuiltVersion, copy, press);
  for await (const printed of inOrder(copies, limit, print)) {
    if (!printed) continue;
    const { files, problems, ...copy } = printed;
    problems.forEach(press.kit.report);
    all?.addCopy(paperOf(files), copy.student);
    built.copies.push(copy);
    tell();
    yield* files;
  }
  proceed();

  const { course, title } = exam.settings;
  const whole = metadata && { ...metadata, title: [course, title].filter(Boolean).join(" · ") };
  if (!all || !whole) return { ...built, ...(whole && { whole }) };
  const { entry, file } = all.finish(whole);
  yield file;
  return { ...built, whole, print: entry };
}

function paperOf([paper]: readonly OutFile[]): Uint8Array {
  return (paper as OutFile).bytes;
}
