import { expect, test } from "vitest";
import { lockText } from "../../src/lock/lock-text.ts";
import { deal, told } from "./locked-exam.ts";

const QUIZ = `---
title: Quiz
versions: 2
---

Good luck.

# Part one

## First {#first}

What is *the* first? See :ref[#second].

- [x] this
- [ ] that
- [ ] neither

## Second {#second points=2}

What is next?

- [x] yes {#yes}
- [ ] no {#no}
- [ ] perhaps {#perhaps}

:::solution
It follows.
:::

## Third {#third}

### {#third-a points=1}

Why?

### {#third-b points=2}

::numeric[9.81]{tolerance=0.01 unit="m/s²"}

## Fourth {#fourth shuffle=false}

Which are even?

- [x] two
- [x] four
- [ ] five
`;

/** Changes of the quiz that touch its papers: what is there, and what takes its place. */
const CHANGES: readonly (readonly [before: string, after: string])[] = [
  ["*the* first", "*a* first"],
  ["that", "those"],
  ["- [ ] neither\n", ""],
  ["- [ ] neither", "- [ ] neither\n- [ ] nothing"],
  ["#second points=2", "#second points=3"],
  ["#second points=2", "#second points=2 bonus"],
  ["yes {#yes}", "maybe {#yes}"],
  ["Good luck.", "Good luck to you."],
  ["Good luck.\n\n", ""],
  ["# Part one", "# Part 1"],
  ["title: Quiz", "title: Test"],
  ["title: Quiz", "title: Quiz\nduration: 40 min"],
  ["versions: 2", "versions: 2\nseed: other"],
  ["versions: 2", "versions: 1"],
  ["versions: 2", "versions: 2\ncolumns: 2"],
  ["versions: 2", "versions: 2\npaper: A5"],
  ["9.81", "9.8"],
  ['unit="m/s²"', 'unit="cm/s²"'],
  ["- [ ] five", "- [x] five"],
  ["- [x] two\n- [x] four", "- [x] four\n- [x] two"],
  ["## Third", "## New {#new}\n\nWhat is new?\n\n## Third"],
  [QUIZ.slice(QUIZ.indexOf("## Second"), QUIZ.indexOf("## Third")), ""],
  ["### {#third-a points=1}\n\nWhy?\n\n", ""],
  ["#third}", "#third newpage}"],
];

/** And such as touch none. */
const NO_CHANGES: readonly (readonly [before: string, after: string])[] = [
  ["It follows.", "It does."],
  ["What is next?", "What\nis next?"],
  ["What is next?", "What is <!-- really --> next?"],
  ["- [ ] that", "- [ ] that\n  > Why not this?"],
  ["#second points=2", "#second points=2 tags=hard difficulty=3"],
  ["Why?", "Why?\n\n:::rubric\n- 1: says why\n:::"],
  ["versions: 2", "versions: 3"],
  ["versions: 2", "versions: [A, B]"],
];

function changed([before, after]: readonly [string, string]): string {
  const text = before.startsWith("## Second") ? QUIZ.replace(" See :ref[#second].", "") : QUIZ;
  expect(text).toContain(before);
  return text.replace(before, after);
}

test("a lock reads as the papers do", async () => {
  // Digests of pages are others whenever the program sets them otherwise.
  const text = lockText(deal(QUIZ).lock()).replace(/("(?:html|checksum)": ")[0-9a-f]+/g, "$1…");
  await expect(text).toMatchFileSnapshot("golden/quiz.lock.json");
});

test("what would change on a printed paper is told in words", async () => {
  const page = CHANGES.map((change) => {
    const [before, after] = change.map((text) => text.replaceAll("\n", "\n  "));
    const problems = told(QUIZ, changed(change));
    expect(problems).not.toEqual([]);
    return [`- ${before}`, `+ ${after}`, ...problems, ""].join("\n");
  });
  await expect(page.join("\n")).toMatchFileSnapshot("golden/words.txt");
});

test.each(NO_CHANGES)("%j may become %j", (before, after) => {
  expect(told(QUIZ, changed([before, after]))).toEqual([]);
});

const POOL = `---
title: Quiz
versions: 3
---

# Pool {pick=2 pick-per=version}

${["a", "b", "c", "d", "e"].map((id) => `## Question ${id} {#${id}}\n\nWhat of ${id}?`).join("\n\n")}
`;

test("another seed is told once, whatever it picks", () => {
  expect(told(POOL, POOL.replace("versions: 3", "versions: 3\nseed: other"))).toEqual([
    'locked-order The seed "other" in place of "quiz" would deal versions A, B and C anew',
  ]);
});

test("a question that is picked no more is gone, and not another with other words", () => {
  const problems = told(POOL, POOL.replace("pick=2", "pick=3"));
  expect(problems).not.toEqual([]);
  expect(problems.filter((problem) => !/^locked-(question|order) /.test(problem))).toEqual([]);
});

test("a question without an id of its own is known again when its title changes", () => {
  const quiz = "---\ntitle: Quiz\n---\n\n## Heat\n\nWhat is heat?\n\n## Work\n\nWhat is work?\n";
  expect(told(quiz, quiz.replace("## Heat", "## Warmth"))).toEqual([
    'locked-text Version A, question 1: its title would read "Warmth" instead of "Heat"',
  ]);
});
