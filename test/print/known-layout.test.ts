import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page, View } from "../../src/model/page.ts";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { changed, type Documents, documentsOf } from "./inset-pages.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({ jobs: 1 });
});
afterAll(() => printer.close());

/** The same document, to be measured itself. */
function measured({ commonItems: _, ...page }: Page): Page {
  return page;
}

const VIEWS: readonly View[] = ["student", "key"];

/** Prints versions as they are printed beside each other, and each once more, measured. */
async function expectSame({ page }: Documents, versions: readonly number[], change = (html: string) => html) {
  for (const version of versions)
    for (const view of VIEWS) {
      const own = changed(page(version, view), change);
      expect(own.commonItems).toBeDefined();
      const [known, alone] = [await printer.print(own), await printer.print(measured(own))];
      expect(known).toEqual(alone);
    }
}

const words = (count: number) => "some words of a question ".repeat(count);

const QUESTIONS = [
  "## Short {#short}\n\n- [x] one\n- [ ] two\n- [ ] three\n- [ ] four\n",
  `## Middling {#middling}\n\n- [x] ${words(1)}\n- [ ] two\n- [ ] three\n\n:::solution\n$\\frac{a}{b}$ and ${words(30)}\n:::\n`,
  `## Long {#long}\n\n- [x] ${words(3)}\n  > Feedback\n- [ ] two\n- [ ] three\n- [ ] four\n- [ ] five\n`,
  `## Tall {#tall keep}\n\n${`${words(30)}\n\n`.repeat(12)}\n\n- [x] one\n- [ ] two\n`,
  `## Parts {#parts}\n\n### First {points=1}\n\n- [x] yes\n- [ ] no\n\n### Second {points=1}\n\nWhy, after :ref[#short]?\n\n::space{lines=4}\n`,
  "## Room {#room}\n\nWhat of :ref[#tall] and :ref[#middling]?\n\n::space{height=fill}\n",
  `## Formula {#formula}\n\n$$ \\int_0^1 x\\,dx $$\n\n- [x] $\\alpha$\n- [ ] $\\beta_1$\n- [ ] $\\gamma$\n`,
];

const exam = (more = "", questions: readonly string[] = QUESTIONS) =>
  `---\ntitle: Known\nversions: 9\nshuffle: { questions: true }\n${more}---\n\n${questions.join("\n")}`;

describe("versions measured in what they have in common are printed as if each were measured", () => {
  test.each([
    ["in one column", ""],
    ["in two", "columns: 2\n"],
    ["of another template", "template: modern\n"],
  ])("%s", async (_, more) => {
    await expectSame(documentsOf(exam(more)), [0, 3, 6, 8]);
  });

  test("where one alone needs a typeface", async () => {
    const { page } = documentsOf(exam());
    const letters = ["Ж", "Ω", "<b>Ω</b>", "<i>Ж</i>", "<b><i>Ωx</i></b>"];
    for (const [version, letter] of letters.entries()) {
      const own = page(version);
      const html = own.html.replace("</article>", `<p>${letter}</p></article>`);
      const known = await printer.print({ ...own, html });
      expect(known).toEqual(await printer.print(measured({ ...own, html })));
    }
  });

  test("where each names its typeface anew", async () => {
    const { page } = documentsOf(exam());
    const font = [...page().assets.keys()].find((url) => /plex-mono.*latin-400-normal.*woff2$/.test(url));
    expect(font).toBeDefined();
    const style = `<style>@font-face { font-family: Own; src: url(${font}) } h3 { font-family: Own }</style>`;
    for (const version of [0, 1, 2, 3]) {
      const alike = changed(page(version), (html) => html.replace("</head>", `${style}</head>`));
      const own = { ...alike, html: alike.html.replaceAll("Own", `Own${version}`) };
      expect(await printer.print(own)).toEqual(await printer.print(measured(own)));
    }
  });

  test("where each has other questions", async () => {
    const pool = `# Pool {pick=3 pick-per=version}\n\n${QUESTIONS.filter((text) => !text.includes(":ref")).join("\n")}`;
    await expectSame(documentsOf(exam("points: 1\n", [pool])), [0, 1, 2, 3]);
  });

  test("where a section is to stay on one page", async () => {
    const section = `# Kept {keep shuffle}\n\n${QUESTIONS.filter((text) => !text.includes(":ref")).join("\n")}`;
    await expectSame(documentsOf(exam("", [section])), [0, 1]);
  });

  test("where an answer space shows how high it is", async () => {
    await expectSame(
      documentsOf(exam("", [...QUESTIONS.slice(0, 6), "## {#more}\n\nDraw.\n\n::space{grid=5mm height=fill}\n"])),
      [0, 1],
    );
  });
});

test("what is too wide is told of each version", async () => {
  const { page } = documentsOf(exam("", [...QUESTIONS, `## Wide {#wide}\n\n\`\`\`\n${"x".repeat(200)}\n\`\`\`\n`]));
  for (const version of [0, 1, 2]) {
    const { layout } = await printer.print(page(version));
    expect(layout.overflows).toHaveLength(1);
  }
});

test("a file that a document asks for in vain is told of each version", async () => {
  const { page } = documentsOf(exam());
  for (const version of [0, 1]) {
    const own = changed(page(version), (html) =>
      html.replace("</head>", "<style>h3 { background: url(/none.png) }</style></head>"),
    );
    const { problems } = await printer.print(own);
    expect(problems.map(({ rule }) => rule)).toContain("refused-request");
  }
});
