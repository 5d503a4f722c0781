import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createReporter, type Format, type ReportOptions } from "../../src/cli/report.ts";
import type { Place } from "../../src/model/place.ts";
import type { Problem } from "../../src/model/problem.ts";
import { sourceText } from "../../src/model/source-text.ts";
import { fakeIo, type Surroundings } from "./fake-io.ts";

const FILE = "exams/quiz.md";
const text = readFileSync(new URL("golden/quiz.md", import.meta.url), "utf8");
const source = sourceText(FILE, text);

/** Where something stands in the quiz. */
function at(words: string, from = 0): Place {
  const start = text.indexOf(words, from);
  return source.place(start, start + words.length);
}

const nowhere: Place = {
  file: "bank/a,b: 100%\n.md",
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};
const second = text.indexOf("## Entropía {");

/** Every form a problem can have, out of order. */
const problems: readonly Problem[] = [
  {
    severity: "error",
    rule: "duplicate-id",
    message: 'The id "entropy" is given twice',
    hint: "Give one of them another id.",
    place: at("{#entropy}", second),
    related: { message: "first given here", place: at("{#entropy}") },
  },
  {
    severity: "error",
    rule: "math",
    message: 'Expected "}", got the end of the formula',
    hint: "Check the braces: each one that is opened has to be closed within the formula. For a brace that is printed write \\{ or \\}.",
    place: at("$\\frac{1}{2$"),
  },
  { severity: "warning", rule: "script", message: "No font for these characters", place: at("の文") },
  {
    severity: "error",
    rule: "no-right-answer",
    message: "No option is marked as right",
    hint: "Write [x] into the box of the right one.",
    place: source.place(text.indexOf("- [ ] Una"), second),
  },
  {
    severity: "error",
    rule: "unknown-key",
    message: 'Unknown key "titel"',
    hint: 'Did you mean "title"?',
    place: at("titel"),
  },
  { severity: "note", rule: "tab", message: "A tab\u001b[2J", place: at("\t") },
  { severity: "warning", rule: "missing-file", message: "No such file", hint: "See 100%: nothing.", place: nowhere },
  { severity: "error", rule: "disk", message: "The disk is full" },
];

type Choices = Surroundings & Partial<ReportOptions>;

function report(format: Format, { strict = false, quiet = false, ...surroundings }: Choices = {}) {
  const io = fakeIo({ columns: 80, cwd: "/home/ana/course", ...surroundings });
  const reporter = createReporter({ format, strict, quiet }, io);
  reporter.add(problems, new Map([[FILE, text]]));
  reporter.finish();
  return { out: io.stdout.text(), err: io.stderr.text(), failed: reporter.failed };
}

describe("for people", () => {
  test("every problem has its place, its code and what to do, in the order of the source", async () => {
    const { out, err } = report("human");
    expect(out).toBe("");
    await expect(err).toMatchFileSnapshot("golden/report.txt");
  });

  test("colours change nothing but colours", async () => {
    const { err } = report("human", { env: { FORCE_COLOR: "1" } });
    await expect(err).toMatchFileSnapshot("golden/report.ansi");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(err.replaceAll(/\u001b\[\d+m/g, "")).toBe(report("human").err);
  });
});

test("JSON has the fields of the manual and parses back, however hostile the text", async () => {
  const { out, err } = report("json");
  expect(err).toBe("");
  await expect(out).toMatchFileSnapshot("golden/report.json");
  expect(JSON.parse(out).problems).toHaveLength(problems.length);
  expect(out).not.toMatch(/[^\P{Cc}\n]/u);
});

describe("for GitHub", () => {
  test("every problem is one workflow command, escaped", async () => {
    const { out } = report("github");
    await expect(out).toMatchFileSnapshot("golden/report-github.txt");
    expect(out.trimEnd().split("\n")).toHaveLength(problems.length);
  });

  test("files are named from the root of the checkout", () => {
    const { out } = report("github", { env: { GITHUB_WORKSPACE: "/home/ana" } });
    expect(out).toContain("file=course/exams/quiz.md,");
  });
});

test("quiet leaves only what fails", () => {
  const { err } = report("human", { quiet: true });
  expect(err).not.toMatch(/warning|note/);
  expect(err).toContain("5 errors in quiz.md");
  expect(report("human", { quiet: true, strict: true }).err).toContain("warning: No such file");
});

test("errors fail, warnings fail only when strict, notes never", () => {
  const failed = (severity: Problem["severity"], strict: boolean) => {
    const reporter = createReporter({ format: "human", strict }, fakeIo());
    reporter.add([{ severity, rule: "a", message: "b" }], new Map());
    return reporter.failed;
  };
  expect([failed("error", false), failed("warning", false), failed("note", false)]).toEqual([true, false, false]);
  expect([failed("error", true), failed("warning", true), failed("note", true)]).toEqual([true, true, false]);
});

test("the count names one file, or how many", () => {
  const counted = (...files: string[]) => {
    const io = fakeIo();
    const reporter = createReporter({ format: "github" }, io);
    for (const file of files)
      reporter.add([{ severity: "warning", rule: "a", message: "b", place: { ...nowhere, file } }], new Map());
    reporter.finish();
    return io.stderr.text();
  };
  expect(counted()).toBe("");
  expect(counted("a/quiz.md")).toBe("1 warning in quiz.md\n");
  expect(counted("a/quiz.md", "b/quiz.md")).toBe("2 warnings in 2 files\n");
});
