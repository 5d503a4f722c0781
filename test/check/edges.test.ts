import { expect, test } from "vitest";
import { told } from "./examined.ts";

/** Question texts on the edge of a rule, and what is said of each; line 1 is its heading. */
const EDGES: readonly (readonly [edge: string, text: string, told: readonly string[]])[] = [
  // math
  ["displayed in a line", "A $$x = \\tag{1} y$$ b", []],
  ["displayed in a line and broken", "A $$\\frac{1}{$$ b", ["math 3"]],
  ["displayed over two lines", "A $$x =\n\\tag{1} y$$ b", []],
  ["in the line", "A $x = \\tag{1} y$ b", ["math 3"]],
  // longest-answer
  ["long among long", `- [x] ${"a".repeat(60)}\n- [ ] ${"b".repeat(35)}\n- [ ] c`, []],
  ["long among short", `- [x] ${"a".repeat(70)}\n- [ ] ${"b".repeat(35)}\n- [ ] c`, ["longest-answer 3"]],
  ["longer by a word", "- [x] Wolfgang Amadeus Mozart\n- [ ] Bach\n- [ ] Liszt", []],
  ["one of two", `- [x] ${"a".repeat(70)}\n- [ ] b`, []],
  ["a wrong one", `- [ ] ${"a".repeat(70)}\n- [x] b\n- [ ] c`, []],
  ["one of several right", `- [x] ${"a".repeat(70)}\n- [x] b\n- [ ] c`, []],
  ["long TeX", `- [x] $${"x+".repeat(40)}y$\n- [ ] $x$\n- [ ] $y$`, []],
  // same-options
  ["equal", "- [x] one\n- [ ] one\n- [ ] two", ["same-options 4"]],
  ["equal twice", "- [x] one\n- [ ] two\n- [ ] one\n- [ ] two", ["same-options 5", "same-options 6"]],
  ["other case", "- [x] Mitosis\n- [ ] mitosis", ["same-options 4"]],
  ["other space", "- [x] 10 km\n- [ ] 10km", ["same-options 4"]],
  ["other spaces between words", "- [x] every day\n- [ ] everyday", []],
  ["other format", "- [x] one\n- [ ] **one**", ["same-options 4"]],
  ["final stop", "- [x] one\n- [ ] one.", ["same-options 4"]],
  ["symbols", "- [x] Mg\n- [ ] mg\n- [ ] MG", []],
  ["code", "- [x] `String`\n- [ ] `string`", []],
  ["equal code", "- [x] `string`\n- [ ] `string`", ["same-options 4"]],
  ["formulas", "- [x] $A$\n- [ ] $a$", []],
  ["equal formulas", "- [x] $a$\n- [ ] $a$", ["same-options 4"]],
  ["code that is not marked", "- [x] -d deletes\n- [ ] -D deletes\n- [ ] key:Value\n- [ ] key:value", []],
  ["pictures", "- [x] ![a](graph.svg)\n- [ ] ![a](graph.svg)", ["same-options 4"]],
  ["numbers", "- [x] 1.0\n- [ ] 10\n- [ ] 1", []],
  // near-duplicate-options
  [
    "two letters swapped",
    "- [x] the cell divides by mitosis\n- [ ] the cell divides by mitsois",
    ["near-duplicate-options 4"],
  ],
  [
    "a letter less",
    "- [x] the cell divides by mitosis\n- [ ] the cell divides by mitsis",
    ["near-duplicate-options 4"],
  ],
  ["another word", "- [x] the cell divides by mitosis\n- [ ] the cell divides by meiosis", []],
  ["another ending", "- [x] the number of the neurons\n- [ ] the number of the neuron", []],
  ["another prefix", "- [x] the afferent nerves are many\n- [ ] the efferent nerves are many", []],
  ["another number", "- [x] it took them 123456 years\n- [ ] it took them 12346 years", []],
  ["few words", "- [x] carbonate\n- [ ] carbonte", []],
  // overlapping-options
  ["a gap", "- [x] 0–9\n- [ ] 10–19\n- [ ] 20–29", []],
  ["all touch", "- [x] 0–10\n- [ ] 10–20\n- [ ] 20–30", []],
  ["one touches", "- [x] 0–10\n- [ ] 11–20\n- [ ] 20–30", ["overlapping-options 5"]],
  ["any order", "- [x] 20 to 30 %\n- [ ] 11 to 20 %\n- [ ] 0 to 10 %", ["overlapping-options 3"]],
  ["units on both", "- [x] 0 m–10 m\n- [ ] 11 m–20 m\n- [ ] 15 m–30 m", ["overlapping-options 5"]],
  ["prices", "- [x] \\$0–\\$10\n- [ ] \\$11–\\$20\n- [ ] \\$20–\\$30", ["overlapping-options 5"]],
  ["thousands", "- [x] 0–999\n- [ ] 1,000–2,000\n- [ ] 2,000–3,000", ["overlapping-options 5"]],
  ["negative", "- [x] -20–-11\n- [ ] -10–-1\n- [ ] -1–10", ["overlapping-options 5"]],
  ["formulas", "- [x] $0$–$10$\n- [ ] $11$–$20$\n- [ ] $15$–$30$", ["overlapping-options 5"]],
  ["each the value of something", "- [x] 60–90\n- [ ] 70–100\n- [ ] 80–120", []],
  ["inside one another", "- [x] 60–100\n- [ ] 60–80\n- [ ] 101–120", []],
  ["two units", "- [x] 0–10 mA\n- [ ] 11–20 mA\n- [ ] 5–30 A", []],
  ["edges of a graph", "- [x] 1–2\n- [ ] 2–3\n- [ ] 1–3", []],
  ["results of a game", "- [x] 1–0\n- [ ] 2–1\n- [ ] 0–3", []],
  ["years and more", "- [x] 1914–1918\n- [ ] 1939–1945\n- [ ] never", []],
  [
    "none of them",
    "- [x] 0–10\n- [ ] 11–20\n- [ ] 20–30\n- [ ] None of the above {pin=last}",
    ["overlapping-options 5"],
  ],
  // last-option
  ["pinned last", "- [x] a\n- [ ] b\n- [ ] None of the above {pin=last}", []],
  ["pinned first", "- [x] a\n- [ ] b\n- [ ] None of the above {pin=first}", ["last-option 5"]],
  ["pinned in the middle", "- [x] a\n- [ ] All of the above {pin}\n- [ ] b", ["last-option 4"]],
  ["both at the end", "- [x] a\n- [ ] All of the above {pin}\n- [ ] None of the above {pin}", []],
  // fragile-reference
  ["feedback", "- [x] a\n  > Unlike option B, it is right.\n- [ ] b", ["fragile-reference 4"]],
  ["solution", "- [x] a\n- [ ] b\n\n:::solution\nOption B is wrong.\n:::", ["fragile-reference 7"]],
  ["kept in order", "- [x] a\n- [ ] Both A and C\n- [ ] c", ["fragile-reference 4"]],
  ["formula", "- [x] $a$ and $b$\n- [ ] both $a$ and $b$", []],
  ["code", "- [x] `a` and `b`\n- [ ] c", []],
  ["an open question", "Take both A and B.\n\n:::solution\nIt lies in both A and B.\n:::", []],
  ["a number", "Use question 3.", ["fragile-reference 3"]],
  ["a reference", "Use question :ref[#q].", []],
  // grammatical-cue
  ["article", "It is an\n\n- [x] apple\n- [ ] pear", ["grammatical-cue 6"]],
  ["article and colon", "It is a:\n\n- [x] pear\n- [ ] apple", ["grammatical-cue 6"]],
  ["article and gap", "It is an \\_\\_\\_\\_.\n\n- [x] apple\n- [ ] pear", ["grammatical-cue 6"]],
  ["article of all", "It is an\n\n- [x] apple\n- [ ] orange", []],
  ["uncertain sounds", "It is an\n\n- [x] hour\n- [ ] unit\n- [ ] MRI\n- [ ] X\n- [ ] 8\n- [ ] $x$", []],
  ["no article", "Vitamin a\n\n- [x] 1\n- [ ] 2", []],
];

test.each(EDGES)("%s: %s", (_, text, expected) => {
  expect(told(`---\ntitle: T\n---\n## Q\n\n${text}\n`).map(heading1)).toEqual(expected);
});

/** `rule line`, the lines counted from the heading. */
function heading1(one: string): string {
  const [rule, line] = one.split(" ");
  return `${rule} ${Number(line) - 3}`;
}

test("an attribute that does something, for the parts too, is not idle", () => {
  const parts = "### A {columns=2}\n\n- [ ] a\n- [x] b\n\n### B {shuffle}\n\n- [ ] c\n- [x] d";
  expect(told(`---\ntitle: T\n---\n## Q {shuffle=false}\n\n${parts}\n`)).toEqual([]);
  expect(told(`---\ntitle: T\n---\n## Q {columns=2}\n\n${parts}\n`)).toEqual(["idle-attribute 4"]);
});

test("options that stay in order may be named", () => {
  expect(told("---\ntitle: T\n---\n## Q {shuffle=false}\n\n- [ ] a\n- [ ] b\n- [x] Both A and B\n")).toEqual([]);
});

test.each([
  ["a passage of its own", "# One\n\nTo be.\n\n## A\n\n$\n\n# Two\n\nOr not.\n\n## B\n\n$", []],
  ["no passage", "# One\n\n## A\n\n$\n\n# Two\n\n## B\n\n$", ["duplicate-stem 13"]],
  ["another picture", "## A\n\n$\n\n![a](graph.svg)\n\n## B\n\n$\n\n![b](graph.svg)", []],
  ["other case", "## A\n\n$\n\n## B\n\nWHAT IS THE MAIN IDEA OF THE TEXT?", ["duplicate-stem 9"]],
  ["a title alone", "## $ {#a}\n\n## $ {#b}", ["duplicate-stem 7"]],
  ["short", "## A\n\nExplain.\n\n## B\n\nExplain.", []],
  [
    "other pairs",
    "## A {kind=matching}\n\n$\n\n|a|b|\n|-|-|\n|1|2|\n|3|4|\n\n## B {kind=matching}\n\n$\n\n|a|b|\n|-|-|\n|5|6|\n|7|8|",
    [],
  ],
  ["parts of two questions", "## A\n\nLook.\n\n### {#a}\n\n$\n\n## B\n\nHear.\n\n### {#b}\n\n$", []],
  ["parts of one question", "## A\n\nLook.\n\n### {#a}\n\n$\n\n### {#b}\n\n$", ["duplicate-stem 13"]],
  [
    "true or false",
    "## A\n\n$\n\n- [x] True\n- [ ] False\n\n## B\n\n$\n\n- [x] True\n- [ ] False",
    ["duplicate-stem 12"],
  ],
])("asked twice with %s", (_, text, expected) => {
  expect(told(`---\ntitle: T\n---\n\n${text.replaceAll("$", "What is the main idea of the text?")}\n`)).toEqual(
    expected,
  );
});
