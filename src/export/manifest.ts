import { createHash } from "node:crypto";
import { totalPoints } from "../model/exam.ts";
import { type Answer, type ArrangedPart, type ArrangedQuestion, printedQuestions } from "../model/version.ts";
import type { Built, BuiltCopy, BuiltVersion, ExportFormat, PrintedFile } from "./built.ts";
import { keysCsv } from "./keys-csv.ts";
import { examProof, versionProof } from "./proof.ts";

/**
 * What was built, by stable ids as well as by position: what verifiers, graders and later builds go by. Where no keys were
 * asked for, it has no answers either.
 */
export const manifest: ExportFormat = {
  file: "manifest.json",
  text(built) {
    const { exam, versions, copies, print, generator, draft } = built;
    const keys = keysCsv.text(built);
    const { name, source, sha256, settings, banks } = exam;
    const { title, course, lang, seed } = settings;
    const content = {
      format: 1,
      exam: {
        name,
        title,
        course,
        lang,
        source,
        sha256,
        ...(banks.length > 0 && { banks }),
        points: totalPoints(exam),
      },
      seed,
      ...(draft && { draft }),
      ...(built.part && { part: shardEntry(built.part, built.whole) }),
      generator: { name: generator.name, version: generator.version, browser: generator.browser },
      versions: versions.map((version) => versionEntry(version, built)),
      ...(copies.length > 0 && { students: copies.map(studentEntry) }),
      ...(print && { print: fileEntry(print) }),
      ...(keys !== undefined && {
        keys: { file: keysCsv.file, sha256: createHash("sha256").update(keys).digest("hex") },
      }),
      proof: examProof(built),
    };
    return manifestText(content);
  },
};

/** A manifest as it is written; whatever order its entries are in, they stand in one of their own. */
export function manifestText(content: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(content).sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other));
  // Characters that no text has stand for what a text cannot say; few editors show them.
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;
  return `${JSON.stringify(Object.fromEntries(entries), null, 2).replace(/[\uFDD0-\uFDEF]/g, escaped)}\n`;
}

const ORDER = [
  ...["format", "exam", "seed", "draft", "part", "generator"],
  ...["versions", "students", "print", "keys", "proof"],
];

function versionEntry(built: BuiltVersion, { texts }: Built) {
  const { version, student, key } = built;
  return {
    label: version.label,
    student: fileEntry(student),
    key: key && fileEntry(key),
    questions: printedQuestions(version).map((question) => questionEntry(question, student, key !== undefined)),
    proof: versionProof(built, texts),
  };
}

function shardEntry({ part, of, labels, merge }: NonNullable<Built["part"]>, whole: Built["whole"]) {
  return { part, of, labels, ...(merge && { print: whole }) };
}

function studentEntry({ student, paper }: BuiltCopy) {
  const { code, surname, name, group, version } = student;
  const given = Object.entries({ code, surname, name, group }).filter(([, text]) => text !== "");
  return { ...Object.fromEntries(given), version, ...fileEntry(paper) };
}

function fileEntry({ file, title, pages, sha256, html }: Omit<PrintedFile, "itemPages">) {
  return { file, title, pages, sha256, html };
}

function questionEntry(
  { number, question, answer, parts }: ArrangedQuestion,
  student: PrintedFile,
  withAnswers: boolean,
) {
  const { id, kind, points, bonus } = question;
  return {
    number,
    id,
    kind,
    points,
    ...(bonus && { bonus }),
    page: pageOf(number, student),
    ...(answer && withAnswers && answerEntry(answer)),
    ...(parts.length > 0 && { parts: parts.map((part) => partEntry(part, withAnswers)) }),
  };
}

/** The page of the paper, not of the key, which may grow beyond it. */
function pageOf(number: number, { file, itemPages }: PrintedFile): number {
  const page = itemPages[number - 1];
  if (page === undefined) throw new Error(`No page of ${file} is known to hold question ${number}`);
  return page;
}

function partEntry({ letter, part: { id, kind, points }, answer }: ArrangedPart, withAnswers: boolean) {
  return { part: letter, id, kind, points, ...(withAnswers && answerEntry(answer)) };
}

function answerEntry({ text, details }: Answer) {
  return { ...details, answer: text };
}
