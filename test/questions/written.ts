import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Item } from "../../src/model/exam.ts";
import { answeredItems } from "../../src/model/exam.ts";
import { type ReadResult, readExam } from "../../src/read/read.ts";

/** Where the examples of the kinds stand, one folder a kind or family of kinds. */
export const QUESTIONS = join(import.meta.dirname, "../../src/questions");

/** Reads a source given as text. */
function readText(markdown: string): ReadResult {
  const folder = mkdtempSync(join(tmpdir(), "questions-"));
  try {
    writeFileSync(join(folder, "exam.md"), markdown);
    return readExam("exam.md", folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of `written` before the question's own; line 1 of a question is its heading. */
const FRONT_LINES = 4;

function withFrontMatter(question: string, lang: string): string {
  return `---\ntitle: T\nlang: ${lang}\n---\n${question}\n`;
}

/** The one item of a source that is a single question; throws when something is wrong with it. */
export function readItem(question: string, lang = "en"): Item {
  const { exam, problems } = readText(withFrontMatter(question, lang));
  if (!exam || problems.length > 0) throw new Error(`Unexpected problems: ${JSON.stringify(problems, null, 2)}`);
  const [item, ...more] = answeredItems(exam);
  if (!item || more.length > 0) throw new Error("Expected one item");
  return item;
}

/** What is wrong with a question, as `rule line:column`, its heading being line 1. */
export function problemsOf(question: string, lang = "en"): string[] {
  return readText(withFrontMatter(question, lang)).problems.map(
    ({ rule, place }) => `${rule} ${(place?.start.line ?? 0) - FRONT_LINES}:${place?.start.column}`,
  );
}

/** The items of a kind's example. */
export function exampleItems(folder: string): Item[] {
  const { exam, problems } = readExam(join(QUESTIONS, folder, "example.md"), QUESTIONS);
  if (!exam || problems.length > 0) throw new Error(`Unexpected problems: ${JSON.stringify(problems, null, 2)}`);
  return answeredItems(exam);
}
