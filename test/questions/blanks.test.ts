import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/questions/index.ts";
import { printed, printedHtml, words } from "./paper.ts";
import { problemsOf, readItem } from "./written.ts";

const read = (text: string) => readItem(`## Q\n\n${text}`);

describe("the key", () => {
  test.each([
    ["A :blank[gap].", "gap"],
    ['A :blank[gap]{accept="hole|slit"} and :blank[another].', "gap|hole|slit;another"],
    ["- one :blank[a]\n- two\n  > :blank[b]\n\n**:blank[c]**", "a;b;c"],
    ['| x | y |\n| --- | --- |\n| :blank[a]{accept="b\\|c"} | :blank[d] |', "a|b|c;d"],
    ["The set :blank[of {x}] at :blank[10:am].", "of {x};10:am"],
  ])("of %s", (written, text) => {
    const { kind, body } = read(written);
    expect(kind).toBe("blanks");
    const accepted = text.split(";").map((gap) => ({ accepted: gap.split("|") }));
    expect(kindOf(kind).key(body)).toEqual({ text, details: { blanks: accepted } });
  });

  test("fills the gaps", () => {
    const { body } = read('A :blank[*gap*]{accept="hole"} and :blank[another].');
    expect(printedHtml({ kind: "blanks" }, body, "key")).toBe(
      '<span class="blanks"><span class="key-only"><em>gap</em> | hole</span></span>' +
        '<span class="blanks"><span class="key-only">another</span></span>',
    );
    expect(words(printed({ kind: "blanks" }, body, "student"))).toBe("");
  });
});

test("the text keeps a numbered gap that knows nothing of its answer", () => {
  const { stem, after } = read('Begin :blank[one]{accept="1"} middle\n\n> :blank[two] end');
  const gaps: unknown[] = [];
  visit({ type: "root", children: [...stem] }, "blank", ({ position: _, ...node }) => {
    gaps.push(node);
  });
  expect(gaps).toEqual([
    { type: "blank", index: 0 },
    { type: "blank", index: 1 },
  ]);
  expect(JSON.stringify([stem, after])).not.toMatch(/one|two|accept/);
});

test("all gaps are as wide as the one whose width is given", () => {
  const { body } = read("A :blank[a], a :blank[bb]{width=4cm} and a :blank[ccc]{width=40mm}.");
  expect(printedHtml({ kind: "blanks" }, body, "student")).toBe(
    '<span class="blanks" style="--blanks-width: 40mm"></span>'.repeat(3),
  );
});

describe("what is wrong", () => {
  test.each([
    ["A :blank.", "empty-blank 3:3"],
    ["A :blank[gap], see[^1].\n\n[^1]: A :blank[gap].", "stray-directive 5:9"],
    ["A :blank[].", "empty-blank 3:3"],
    ["A :blank[ ].", "empty-blank 3:3"],
    ['A :blank{accept="gap"}.', "empty-blank 3:3"],
    ["A :blank[gap|hole].", "answer-with-bar 3:10"],
    ['A :blank[gap]{accept="hole|gap"}.', "duplicate-answer 3:15"],
    ['A :blank[gap]{accept="hole||slit"}.', "empty-answer 3:15"],
    ["A :blank[a]{width=4cm} and :blank[b]{width=5cm}.", "blank-widths 3:38"],
    ["A :blank[a]{width=4}.", "attribute-value 3:13"],
    ["A :blank[a]{width=50cm}.", "attribute-value 3:13"],
    ["A :blank[a]{size=4cm}.", "unknown-attribute 3:13"],
    ["A :blank[a {#x}].", "stray-attributes 3:12"],
    ["A :blank[a :blank[b]].", "stray-directive 3:12"],
  ])("%s", (written, problem) => {
    expect(problemsOf(`## Q\n\n${written}`)).toEqual([problem]);
  });
});

test("braces that are no attributes are printed as typed", () => {
  const { body } = read("A :blank[set {x} here].");
  expect(words(printed({ kind: "blanks" }, body, "key"))).toBe("set {x} here");
});

test("a gap and another answer are two answers", () => {
  expect(problemsOf("## Q\n\nA :blank[a].\n\n::short[b]")).toEqual(["two-answers 5:1"]);
});

test("a gap in an option is an error", () => {
  expect(problemsOf("## Q\n\n- [x] a :blank[b]\n- [ ] c")).toEqual(["stray-directive 3:9"]);
});
