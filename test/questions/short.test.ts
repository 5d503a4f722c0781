import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/questions/index.ts";
import { printed, printedHtml, words } from "./paper.ts";
import { problemsOf, readItem } from "./written.ts";

const read = (directive: string) => readItem(`## Q\n\n${directive}`);

describe("the key", () => {
  test.each([
    ["::short[Paris]", ["Paris"]],
    ['::short[Paris]{accept="París|Paris, France"}', ["Paris", "París", "Paris, France"]],
    // As the manual has to write it inside a table.
    ['::short[Paris]{accept="París\\|Paris, France"}', ["Paris", "París", "Paris, France"]],
    ['::short[*Homo* sapiens]{accept=" man | human  being "}', ["Homo sapiens", "man", "human being"]],
    ["::short[$P(A|B)$]", ["P(A|B)"]],
    ["::short[at 10:am]", ["at 10:am"]],
    ["::short[a set {x} of one]", ["a set {x} of one"]],
  ])("of %s", (written, accepted) => {
    const { kind, body } = read(written);
    expect(kind).toBe("short");
    expect(kindOf(kind).key(body)).toEqual({ text: accepted.join("|"), details: { accepted } });
  });

  test("prints the answer with its markup, then the others", () => {
    const { body } = read('::short[*Paris*]{accept="París|Paris, France"}');
    expect(printedHtml({ kind: "short" }, body, "key")).toBe(
      '<p class="short"><span class="key-only"><em>Paris</em> | París | Paris, France</span></p>',
    );
  });
});

test("braces that are no attributes are printed as typed", () => {
  const { body } = read("::short[a set {x} of one]");
  expect(words(printed({ kind: "short" }, body, "key"))).toBe("a set {x} of one");
});

test("the student's rule is the same for every answer", () => {
  const { body } = read('::short[Paris]{accept="París|Paris, France"}');
  expect(printedHtml({ kind: "short" }, body, "student")).toBe('<p class="short"></p>');
});

describe("what is wrong", () => {
  test.each([
    ["::short", "empty-answer 3:1"],
    ["::short[]", "empty-answer 3:1"],
    ["::short[ ]", "empty-answer 3:1"],
    ['::short{accept="Paris"}', "empty-answer 3:1"],
    ["::short[Paris|París]", "answer-with-bar 3:9"],
    ['::short[Paris]{accept="Paris"}', "duplicate-answer 3:16"],
    ['::short[Paris]{accept="París|París"}', "duplicate-answer 3:16"],
    ['::short[París]{accept="Pari\u0301s"}', "duplicate-answer 3:16"],
    ['::short[Paris]{accept="París||Lutetia"}', "empty-answer 3:16"],
    ['::short[Paris]{accept="París|"}', "empty-answer 3:16"],
    ['::short[Paris]{accept=""}', "attribute-value 3:16"],
    ["::short[Paris]{width=4cm}", "unknown-attribute 3:16"],
    ["::short[a]\n\n::short[b]", "two-answers 5:1"],
  ])("%s", (written, problem) => {
    expect(problemsOf(`## Q\n\n${written}`)).toEqual([problem]);
  });
});
