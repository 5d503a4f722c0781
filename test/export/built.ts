import { arrange } from "../../src/arrange/arrange.ts";
import { type Built, pdfName } from "../../src/export/built.ts";
import type { Exam } from "../../src/model/exam.ts";
import { printedQuestions } from "../../src/model/version.ts";
import { planOf } from "../../src/press/plan-exam.ts";

/** A build of an exam, each question on a page of its own, without any PDF. */
export function built(exam: Exam, keys = true): Built {
  const plan = planOf(exam);
  const versions = arrange(exam).map((version) => {
    const itemPages = printedQuestions(version).map(({ number }) => number);
    const facts = { title: `Test · ${version.label}`, pages: itemPages.length, itemPages };
    const student = { ...facts, file: pdfName(exam, version.label, "student"), sha256: "a".repeat(64) };
    const key = { ...facts, file: pdfName(exam, version.label, "key"), sha256: "b".repeat(64) };
    return { version, planned: plan.version(version), student, ...(keys && { key }) };
  });
  const { texts } = plan;
  return {
    exam,
    texts,
    versions,
    copies: [],
    generator: { name: "exams-as-code", version: "0.1.0", browser: "Chrome/147" },
  };
}

/** The same build with other answers, in printed order, for the questions of its first version. */
export function withAnswers(source: Built, answers: readonly string[]): Built {
  const [first] = source.versions;
  if (!first) throw new Error("nothing was built");
  let index = 0;
  const sections = first.version.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) => ({ ...each, answer: { text: answers[index++] ?? "", details: {} } })),
  }));
  return { ...source, versions: [{ ...first, version: { ...first.version, sections } }] };
}
