import { describe, expect, test } from "vitest";
import { examineText, told } from "./examined.ts";

const front = (more = "") => `---\ntitle: T\n${more}---\n`;
const picture = "![](graph.svg)\n\n";
const options = "- [x] a\n- [ ] b\n- [ ] None of the above\n\n";

describe("a silence", () => {
  test("of a question is for that question", () => {
    const source = `${front()}## A {ignore=missing-alt}\n\n${picture}## B\n\n${picture}`;
    expect(told(source)).toEqual(["missing-alt 10"]);
  });

  test("of a question reaches its parts", () => {
    expect(told(`${front()}## A {ignore=missing-alt}\n\nA\n\n### {#p}\n\n${picture}`)).toEqual([]);
  });

  test("of a question does not reach the section behind it", () => {
    const source = `${front()}# One\n\n## A {ignore=missing-alt}\n\n${picture}# Two\n\n${picture}## B\n\nb\n`;
    expect(told(source)).toEqual(["missing-alt 12"]);
  });

  test("of the first question does not reach the text before it", () => {
    expect(told(`${front()}${picture}## A {ignore=missing-alt}\n\n${picture}`)).toEqual(["missing-alt 4"]);
  });

  test("in the front matter is for all", () => {
    expect(told(`${front("ignore: [missing-alt]\n")}${picture}## A\n\n${picture}`)).toEqual([]);
    expect(told(`${front("ignore: missing-alt\n")}## A\n\n${picture}`)).toEqual([]);
  });

  test("is for what reading finds too", () => {
    expect(told(`${front()}## A\n\n${options}`)).toEqual(["option-pinned-last 8"]);
    expect(told(`${front()}## A {ignore=option-pinned-last}\n\n${options}`)).toEqual([]);
  });

  test("names several rules", () => {
    expect(told(`${front()}## A {ignore="option-pinned-last, missing-alt"}\n\n${picture}${options}`)).toEqual([]);
  });
});

describe("a silence that is wrong", () => {
  const problems = (source: string) =>
    examineText(source).problems.map(({ severity, rule, message, place }) => ({
      told: `${severity} ${rule} ${place?.start.line}:${place?.start.column}`,
      message,
    }));

  test("names no rule", () => {
    const source = `${front("ignore: [missing-alt, mising-alt]\n")}## A {ignore=rubric}\n\n${picture}`;
    expect(problems(source)).toEqual([
      { told: "error unknown-rule 3:23", message: 'Unknown rule "mising-alt" in ignore' },
      { told: "error unknown-rule 5:7", message: 'Unknown rule "rubric" in ignore' },
    ]);
    expect(examineText(source).problems[0]?.hint).toMatch(/^Did you mean "missing-alt"\?/);
  });

  test("silences nothing", () => {
    const source = `${front("ignore: [missing-alt]\n")}## A {ignore=negative-stem}\n\na\n`;
    expect(problems(source)).toEqual([
      {
        told: "warning unused-ignore 3:10",
        message: 'Unexpected "missing-alt" in ignore: the rule has nothing to say about this exam',
      },
      {
        told: "warning unused-ignore 5:7",
        message: 'Unexpected "negative-stem" in ignore: the rule has nothing to say about this question',
      },
    ]);
  });

  test("is for an error, which is told all the same", () => {
    expect(problems(`${front("ignore: [math]\n")}## A\n\n$\\frac$\n`)).toMatchObject([
      { told: "warning unused-ignore 3:10", message: 'Unexpected "math" in ignore: errors cannot be silenced' },
      { told: "error math 7:1" },
    ]);
  });

  test("may be needed once the errors are gone", () => {
    expect(told(`${front("ignore: [letter-run, missing-alt]\n")}## A\n\n$\\frac$\n`)).toEqual(["math 7"]);
  });

  test("may be needed with another seed, other versions, another browser", () => {
    expect(told(`${front("ignore: [letter-run, lopsided-key, page-count, no-sandbox]\n")}## A\n\na\n`)).toEqual([]);
  });

  test("is silenced itself", () => {
    expect(told(`${front("ignore: [missing-alt, unused-ignore]\n")}## A\n\na\n`)).toEqual([]);
    expect(told(`${front("ignore: [unused-ignore]\n")}## A\n\na\n`)).toEqual([]);
    expect(
      told(`${front()}## A {ignore="missing-alt unused-ignore"}\n\na\n\n## B {ignore=missing-alt}\n\nb\n`),
    ).toEqual(["unused-ignore 8"]);
  });
});
