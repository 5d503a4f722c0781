import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allQuestions } from "../../src/model/exam.ts";
import { examineText } from "./examined.ts";

const FOLDER = join(import.meta.dirname, "ordinary");

/** What teachers ask every day, and nothing is wrong with. */
describe("ordinary questions", () => {
  const exams = readdirSync(FOLDER).map(
    (file) => [file, examineText(readFileSync(join(FOLDER, file), "utf8"))] as const,
  );

  test.each(exams)("%s has nothing to be told", (_, { problems }) => {
    expect(problems.map(({ rule, place }) => `${rule} ${place?.start.line}`)).toEqual([]);
  });

  test("are many", () => {
    const count = exams.reduce((sum, [, { exam }]) => sum + (exam ? allQuestions(exam).length : 0), 0);
    expect(count).toBeGreaterThan(50);
  });
});
