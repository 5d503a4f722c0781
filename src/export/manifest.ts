import { totalPoints } from "../model/exam.ts";
import { type Answer, type ArrangedPart, type ArrangedQuestion, printedQuestions } from "../model/version.ts";
import type { BuiltCopy, BuiltVersion, ExportFormat, PrintedFile } from "./built.ts";

/** What was built, by stable ids as well as by position: what verifiers, graders and later builds go by. */
export const manifest: ExportFormat = {
  file: "manifest.json",
  text({ exam, versions, copies, print, generator }) {
    const { name, source, sha256, settings } = exam;
    const { title, course, lang, seed } = settings;
    const content = {
      format: 1,
      exam: { name, title, course, lang, source, sha256, points: totalPoints(exam) },
      seed,
      generator: { name: generator.name, version: generator.version, browser: generator.browser },
      versions: versions.map(versionEntry),
      ...(copies.length > 0 && { students: copies.map(studentEntry) }),
      ...(print && { print: fileEntry(print) }),
    };
    return `${JSON.stringify(content, null, 2)}\n`;
  },
};

function versionEntry({ version, student, key }: BuiltVersion) {
  return {
    label: version.label,
    student: fileEntry(student),
    key: key && fileEntry(key),
    questions: printedQuestions(version).map((question) => questionEntry(question, student)),
  };
}

function studentEntry({ student, paper }: BuiltCopy) {
  const { code, surname, name, group, version } = student;
  const given = Object.entries({ code, surname, name, group }).filter(([, text]) => text !== "");
  return { ...Object.fromEntries(given), version, ...fileEntry(paper) };
}

function fileEntry({ file, pages, sha256 }: Omit<PrintedFile, "itemPages">) {
  return { file, pages, sha256 };
}

function questionEntry({ number, question, answer, parts }: ArrangedQuestion, student: PrintedFile) {
  const { id, kind, points, bonus } = question;
  return {
    number,
    id,
    kind,
    points,
    ...(bonus && { bonus }),
    page: pageOf(number, student),
    ...(answer && answerEntry(answer)),
    ...(parts.length > 0 && { parts: parts.map(partEntry) }),
  };
}

/** The page of the paper, not of the key, which may grow beyond it. */
function pageOf(number: number, { file, itemPages }: PrintedFile): number {
  const page = itemPages[number - 1];
  if (page === undefined) throw new Error(`No page of ${file} is known to hold question ${number}`);
  return page;
}

function partEntry({ letter, part: { id, kind, points }, answer }: ArrangedPart) {
  return { part: letter, id, kind, points, ...answerEntry(answer) };
}

function answerEntry({ text, details }: Answer) {
  return { ...details, answer: text };
}
