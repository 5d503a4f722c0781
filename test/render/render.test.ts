import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readable, wordsOf, write } from "./documents.ts";

const small = () => write(readFileSync(join(import.meta.dirname, "golden/small.md"), "utf8"));

/** Front matter and one question around some Markdown. */
const question = (text: string, front = "") => write(`---\ntitle: T\n${front}---\n\n## {#q}\n\n${text}\n`);

describe("a small exam", () => {
  test("as a paper", async () => {
    await expect(readable(small().page("student").html)).toMatchFileSnapshot("golden/small-paper.html");
  });

  test("as its key", async () => {
    const paperLayout = { itemPages: [1, 2], itemCorners: [], optionColumns: [2], overflows: [], brokenImages: [] };
    await expect(readable(small().page("key", { paperLayout }).html)).toMatchFileSnapshot("golden/small-key.html");
  });
});

describe("the student's page", () => {
  const secrets = {
    option: "## {#hush-id tags=hushtag difficulty=3}\n\nAsk\n\n- [x] yes {#hush-option}\n  > hush feedback\n- [ ] no",
    solution: "## {#a}\n\nAsk $1 % hush comment\nx$\n\n:::solution\nhush solution\n:::",
    rubric: "## {#b points=2}\n\nAsk\n\n:::rubric\n- 2: hush rubric\n:::",
    note: "## {#c}\n\nAsk <!-- hush html -->\n\n:::note\nhush note[^n]\n:::\n\n[^n]: hush footnote",
    numeric: '## {#d}\n\nAsk\n\n::numeric[61]{tolerance=0.617 unit="m"}',
    short: '## {#e}\n\nAsk\n\n::short[hush short]{accept="hush accepted"}',
    blank: '## {#f}\n\nAsk :blank[hush blank]{accept="hush other"}.',
  };

  test.each(Object.entries(secrets))("tells nothing of the key: %s", (_, text) => {
    const { page } = write(`---\ntitle: T\nseed: hush seed\n---\n\n${text}\n`);
    const paper = page("student");
    expect(paper.html).not.toMatch(/hush|617/i);
    expect(JSON.stringify(paper.metadata)).not.toMatch(/hush/i);
    expect([...paper.assets.keys()].join()).not.toMatch(/hush/i);
  });

  test("is the same whichever option is right", () => {
    const html = (marks: string) => {
      const [a, b] = marks;
      return question(`Ask\n\n- [${a}] one\n- [${b}] two`).page("student").html;
    };
    expect(html("x ")).toBe(html(" x"));
  });

  test("has no id but neutral marks, counted in printed order", () => {
    const { page } = write(
      `---\ntitle: T\nversions: 3\n---\n\n${[1, 2, 3].map((n) => `## Q${n}\n\nAsk\n\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n`).join("\n")}`,
    );
    for (const version of [0, 1, 2]) {
      const { html, places } = page("student", { version });
      expect(html).not.toMatch(/\sid=/);
      const marks = [...html.matchAll(/data-mark="(\d+)"/g)].map((match) => Number(match[1]));
      expect(marks).toEqual(places.map((_, index) => index));
      expect([...html.matchAll(/data-item="(\d+)"/g)].map((match) => match[1])).toEqual(["0", "1", "2"]);
    }
  });

  test("asks only for its own pictures", () => {
    const svg = (name: string) => `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${name} --></svg>`;
    const { page } = write(
      "---\ntitle: T\n---\n\n## {#q}\n\n![A](a.svg){width=50%}\n\n:::solution\n![B](b.svg)\n:::\n",
      { "a.svg": svg("a"), "b.svg": svg("b") },
    );
    const pictures = (view: "student" | "key") =>
      [...page(view).assets.keys()].filter((url) => url.startsWith("/images/"));
    expect(pictures("student")).toHaveLength(1);
    expect(pictures("key")).toHaveLength(2);
    expect(page("student").html).toContain('alt="A" style="width: 50%"');
  });
});

describe("places", () => {
  test("lead from a mark to the source", () => {
    const { page, exam } = question("First.\n\nA $x$ and\n\n| wide |\n| --- |\n| 1 |");
    const { html, places } = page("student");
    const lineOf = (element: RegExp) => places[Number(element.exec(html)?.[1])]?.start.line;
    expect(lineOf(/<p data-mark="(\d+)">First/)).toBe(7);
    expect(lineOf(/class="formula-short"[^>]*data-mark="(\d+)"/)).toBe(9);
    expect(lineOf(/<table data-mark="(\d+)"/)).toBe(11);
    expect(new Set(places.map(({ file }) => file))).toEqual(new Set([exam.source]));
  });
});

describe("generated instructions", () => {
  const instructions = (markdown: string) => {
    const html = readable(write(markdown).page("student").html);
    return /<p>(The exam.*|You have.*)<\/p>/.exec(html)?.[1];
  };

  test("count what is printed", () => {
    const text = instructions(
      "---\ntitle: T\nduration: 40\npoints: {single: 1.5, open: 5}\n---\n\n## a\n\n- [x] a\n- [ ] b\n\n## b\n\n- [x] a\n- [ ] b\n\n## c\n\nWhy?\n",
    );
    expect(text?.replaceAll("\u00a0", " ")).toBe(
      "You have 40 minutes. The exam has 3 questions. Multiple-choice questions are worth 1.5 points each. The open-ended question is worth 5 points.",
    );
  });

  test("keep a number with its counter where no space parts them", () => {
    const { html } = write("---\ntitle: Q\nlang: ja\nduration: 90 min\n---\n\n## {#a points=1.5}\n\nなぜ。\n").page(
      "student",
    );
    const kept = [...html.matchAll(/<span class="unbroken">(.*?)<\/span>/g)].map(([, text]) => text);
    expect(kept).toEqual(["1時", "30分", "1問", "1.5点"]);
  });

  test("leave out a kind whose questions differ, and bonus questions", () => {
    const text = instructions(
      "---\ntitle: T\n---\n\n## a\n\nA?\n\n## b {points=2}\n\nB?\n\n## c {bonus kind=single}\n\n- [x] a\n- [ ] b\n",
    );
    expect(text?.replaceAll("\u00a0", " ")).toBe("The exam has 3 questions.");
  });
});

describe("footnotes", () => {
  const text =
    "Ask[^b] and[^a] again[^b].\n\n- [x] one\n  > feedback[^k]\n- [ ] two[^c]\n\n:::solution\nSolved[^k].\n:::\n\n[^a]: Note A\n[^b]: Note B\n[^c]: Note C\n[^k]: Note K";
  const notes = (view: "student" | "key") =>
    [
      ...question(text)
        .page(view)
        .html.matchAll(/footnote-number">(\d+)<\/span><p[^>]*>([^<]*)/g),
    ].map((match) => match.slice(1));

  test("are numbered as they are called", () => {
    expect(notes("student")).toEqual([
      ["1", "Note B"],
      ["2", "Note A"],
      ["3", "Note C"],
    ]);
  });

  test("of the key come behind those of the paper", () => {
    expect(notes("key")).toEqual([...notes("student"), ["4", "Note K"]]);
  });
});

describe("the key", () => {
  test("has the solution where the answer space was, with its height", () => {
    const { html } = question("Ask\n\n::space{height=5cm}\n\nAfter\n\n:::solution\nSolved\n:::").page("key");
    expect(html).toMatch(/class="space space-blank space-answered" style="--height: 50mm">.*Solved.*After/s);
  });

  test("does not hold a solution to the rest of a page", () => {
    expect(question("Ask\n\n::space{height=fill}\n\n:::solution\nSolved\n:::").page("key").html).not.toContain(
      "data-fill",
    );
    expect(question("Ask\n\n::space{height=fill}").page("key").html).toContain("data-fill");
  });

  test("has the solution behind the answer where there is no space", () => {
    const { html } = question("Ask\n\n- [x] one\n- [ ] two\n\n:::solution\nSolved\n:::").page("key");
    expect(html).toMatch(/two.*Solved/s);
  });

  test.each([
    ["- [x] a\n- [ ] b", "options"],
    ["::space{height=3cm}", "answer space"],
    ["", "default answer space"],
  ])("ends with the page break that ends the question, behind what it says of it: %s", (answer) => {
    const { page } = question(`Ask\n\n${answer}\n\n:::solution\nThus.\n:::\n\n::pagebreak`);
    for (const view of ["student", "key"] as const)
      expect(page(view).html.replace(/\s+/g, " ")).toMatch(/<div class="page-break"><\/div> ?<\/article>/);
  });

  test("follows its paper: pages, page breaks and columns", () => {
    const item = (name: string) => `## ${name}\n\nAsk\n\n- [x] a\n- [ ] b\n`;
    const { page } = write(
      `---\ntitle: T\n---\n\n# S\n\n${item("one")}\n${item("two")}\n# R\n\n${item("three {newpage}")}`,
    );
    const starts = (html: string) =>
      [...html.matchAll(/<(?:section|article) class="([^"]*)"/g)].map((match) => match[1]);
    expect(starts(page("student").html)).toEqual(["section", "question", "question", "section page-start", "question"]);
    const paperLayout = {
      itemPages: [1, 2, 3],
      itemCorners: [],
      optionColumns: [2, 3, 1],
      overflows: [],
      brokenImages: [],
    };
    const { html } = page("key", { paperLayout });
    expect(starts(html)).toEqual(["section", "question", "question page-start", "section page-start", "question"]);
    expect([...html.matchAll(/data-columns="(\d)"/g)].map((match) => match[1])).toEqual(["2", "3", "1"]);
    expect([...html.matchAll(/points-page">([^<]*)/g)].map((match) => match[1])).toEqual([
      "Page 1",
      "Page 2",
      "Page 3",
    ]);
  });

  test("has as many columns of options as its questions and parts ask for", () => {
    const options = "Ask\n\n- [x] a\n- [ ] b\n";
    const { page } = write(
      `---\ntitle: T\n---\n\n## one {columns=3}\n\n${options}\n## two\n\n### {columns=4}\n\n${options}\n###\n\n${options}`,
    );
    for (const view of ["student", "key"] as const)
      expect(
        [...page(view).html.matchAll(/data-options=""(?: data-columns="(\d)")?/g)].map(([, count]) => count),
      ).toEqual(["3", "4", undefined]);
  });

  test("says so on its first page and in every page's head", () => {
    const { html } = question("Ask").page("key");
    expect(html).toContain('<p class="exam-key">Answer key</p>');
    expect(html).toContain('--head-key: "Answer key";');
    expect(wordsOf(question("Ask").page("student").html)).not.toContain("Answer key");
  });
});

test("references print the numbers and letters of the version", () => {
  const { page, versions } = write(
    "---\ntitle: T\nversions: 4\n---\n\n## {#a}\n\nAsk\n\n- [x] one {#one}\n- [ ] two\n- [ ] three\n\n## {#b}\n\nSee :ref[#a] and :ref[#a.one].\n",
  );
  const printed = versions.map((_, version) => /See ([^<]*)\./.exec(page("student", { version }).html)?.[1]);
  expect(printed).toEqual(versions.map(({ references }) => `1 and ${references["a.one"]}`));
  expect(new Set(printed).size).toBeGreaterThan(1);
});

test("titles are printed unless the exam says no", () => {
  const html = (front: string) => write(`---\ntitle: T\n${front}---\n\n## My title\n\nAsk\n`).page("student").html;
  expect(html("")).toContain("My title");
  expect(html("titles: false\n")).not.toContain("My title");
});

test("what an author types is text everywhere", () => {
  const nasty = `"</style><script>alert(1)</script>\\`;
  const { html } = write(
    `---\ntitle: '${nasty}'\ncourse: '${nasty}'\nterm: '${nasty}'\nfields: ['${nasty}']\n---\n\n## {#q}\n\nAsk\n`,
  ).page("student");
  expect(html).not.toContain("<script");
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});
