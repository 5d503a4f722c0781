import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page, Pdf } from "../../src/model/page.ts";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { loadTypefaces } from "../../src/read/typefaces.ts";
import { drawPage } from "../gallery/draw-page.ts";
import { readPdf } from "../print/read-pdf.ts";
import { write } from "./documents.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const typefaces = loadTypefaces();
const print = (page: Page): Promise<Pdf> => printer.print({ ...page, assets: withTypefaces(page) });
const withTypefaces = ({ assets }: Page) =>
  new Map([
    ...assets,
    ...typefaces.files,
    ["/style/typefaces.css", { type: "text/css", bytes: new TextEncoder().encode(typefaces.style) }],
  ]);

describe("a small exam on paper", () => {
  const small = () => write(readFileSync(join(import.meta.dirname, "golden/small.md"), "utf8"));

  test("is set in faces of its own, each a real one", async () => {
    const { bytes } = await print(small().page("key"));
    const fonts = new Set((await readPdf(bytes)).pages.flatMap((page) => page.fonts));
    expect([...fonts].sort()).toMatchInlineSnapshot(`
      [
        "AAAAAA+LibertinusSerif-Regular",
        "BAAAAA+LibertinusSerif-Bold",
        "CAAAAA+LibertinusSerif-Italic",
        "DAAAAA+KaTeX_Math-Italic",
        "EAAAAA+IBMPlexMono-Bold",
        "FAAAAA+IBMPlexMono-Regular",
        "GAAAAA+IBMPlexMono-Italic",
      ]
    `);
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("/Subtype /Type3");
  });

  test("reads formulas out and has an outline without ids", async () => {
    const { bytes } = await print(small().page("student"));
    expect(Buffer.from(bytes).toString("latin1")).toContain("/Alt (x)");
    expect((await readPdf(bytes)).outline).toMatchInlineSnapshot(`
      [
        "Quiz N°1",
        "Parte I",
        "1. Primera",
        "Parte II",
        "2. Bonificación",
        "(a) Código",
        "(b) ",
      ]
    `);
  });

  test("has a running head from its second page on, and its version and number on each", async () => {
    const { bytes, pages } = await print(small().page("key"));
    const read = (await readPdf(bytes)).pages.map(({ text }) => text);
    for (const [index, text] of read.entries()) {
      expect(text).toContain(`página ${index + 1} de ${pages}`);
      expect(text).toContain("Versión A");
      expect(text).toMatch(/clave/i);
    }
  });
});

describe("lines", () => {
  const textsOf = async (markdown: string) => {
    const { bytes } = await print(write(`---\ntitle: T\n---\n\n${markdown}\n`).page("student"));
    const texts = (await readPdf(bytes)).pages[0]?.texts ?? [];
    return (text: string) => texts.find((piece) => piece.text.trim() === text)?.baseline ?? Number.NaN;
  };

  test("the letter of an option stands on the first line of a formula, a table, code and text", async () => {
    const options = [
      "$$\n  u = \\frac{1}{2}\n  $$",
      "| v | 1 |\n  | - | - |\n  | 2 | 3 |",
      "```python\n  w\n  x\n  ```",
      "t",
    ];
    for (const columns of [1, 2]) {
      const list = options.map((option) => `- [${option === "t" ? "x" : " "}]\n  ${option}\n`).join("");
      const baseline = await textsOf(`## a {columns=${columns}}\n\nAsk\n\n${list}`);
      for (const [letter, first] of [
        ["a)", "u"],
        ["b)", "v"],
        ["c)", "w"],
        ["d)", "t"],
      ] as const)
        expect(Math.abs(baseline(letter) - baseline(first)), `${letter} in ${columns}`).toBeLessThan(0.8);
    }
  });

  test("in a row, options of unequal height share a line", async () => {
    const baseline = await textsOf(
      "## a {columns=3}\n\nAsk\n\n- [x] s\n- [ ] $\\begin{matrix} 1 \\\\ 2 \\\\ 3 \\end{matrix}$\n- [ ] t\n",
    );
    expect(baseline("a)")).toBeCloseTo(baseline("b)"), 0);
    expect(baseline("c)")).toBeCloseTo(baseline("b)"), 0);
  });

  test("number, text and points of a question with gaps share a line", async () => {
    const baseline = await textsOf("## {points=3}\n\nWords :blank[x] end.");
    expect(baseline("1.")).toBeCloseTo(baseline("Words"), 0);
    expect(Math.abs(baseline("3 pts") - baseline("Words"))).toBeLessThan(1.5);
  });

  test("what a question is worth stands above what its first part is worth", async () => {
    const baseline = await textsOf("## {points=9}\n\n### {points=4}\n\nAsk\n\n### {points=5}\n\nAsk");
    expect(baseline("9 pts") - baseline("4 pts")).toBeGreaterThan(12);
  });

  test("across, the boxes of a matching question stand as high as what they are matched with", async () => {
    const rows = ["one", "two", "three", "four", "five", "six"].map((word) => `| ${word} | ${word}! |\n`).join("");
    const baseline = await textsOf(`## a {kind=matching}\n\n| L | R |\n| - | - |\n${rows}`);
    expect(baseline("6.")).toBeCloseTo(baseline("f)"), 1);
  });
});

describe("two columns", () => {
  const front = "---\ntitle: T\ncolumns: 2\n---\n\n";

  test("are of one height on the last page", async () => {
    const question = (_: unknown, index: number) =>
      `## Question ${index + 1}\n\n${"What is it? ".repeat(9 + 9 * (index % 3))}\n\n- [x] a\n- [ ] b\n\n`;
    for (const count of [2, 18, 20, 22]) {
      const { pages, layout } = await print(
        write(front + Array.from({ length: count }, question).join("")).page("student"),
      );
      const onLast = layout.itemCorners.filter((_, item) => layout.itemPages[item] === pages);
      const first = onLast.filter(({ left }) => left < 300).length;
      expect(Math.abs(2 * first - onLast.length), `${count} questions`).toBeLessThanOrEqual(1);
    }
  });

  test("have points in the last line of a title", async () => {
    for (const title of ["one last", `${"word ".repeat(15)} last`]) {
      const { bytes } = await print(write(`${front}## ${title} {points=3}\n\nAsk.\n`).page("student"));
      const texts = (await readPdf(bytes)).pages[0]?.texts ?? [];
      const baseline = (end: string) => texts.find(({ text }) => text.trim().endsWith(end))?.baseline ?? Number.NaN;
      expect(Math.abs(baseline("3 pts") - baseline("last"))).toBeLessThan(1.5);
    }
  });
});

describe("pages", () => {
  const filler = "::space{height=8cm}";
  const pagesOf = async (markdown: string) => (await print(write(markdown).page("student"))).layout.itemPages;
  const front = "---\ntitle: T\n---\n\n";

  test("a question stays whole where it fits", async () => {
    const question = (name: string) => `## ${name}\n\nAsk\n\n${filler}\n`;
    expect(await pagesOf(front + ["a", "b", "c", "d"].map(question).join("\n"))).toEqual([1, 1, 2, 2]);
  });

  test("a question taller than a page begins where it stands", async () => {
    const long = Array.from({ length: 90 }, (_, index) => `Line ${index}.`).join("\n\n");
    const { bytes, layout } = await print(
      write(`${front}## a\n\nAsk\n\n${filler}\n\n## b\n\n${long}\n`).page("student"),
    );
    expect(layout.itemPages).toEqual([1, 1]);
    expect((await readPdf(bytes)).pages[0]?.text).toContain("Line 10.");
  });

  test("a picture taller than a page is set as large as one, below its title", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="900mm"><rect width="50" height="50"/></svg>';
    const { page } = write(`${front}## a\n\n![A line](tall.svg)\n\n::space{height=1mm}\n`, { "tall.svg": svg });
    for (const paper of ["A4", "A5", "Letter", "Legal", "A3"] as const) {
      const html = page("student").html.replaceAll("A4", paper);
      expect(await print({ ...page("student"), paper, html })).toMatchObject({ pages: 2, layout: { overflows: [] } });
    }
  });

  test("squares are whole, wherever they stand", async () => {
    const questions = ["a", "b", "c", "d", "e", "f"].map((name) => `## ${name}\n\n::space{grid=5mm height=2cm}\n\n`);
    const { bytes } = await print(write(front + questions.join("")).page("student"));
    const { width, height, data } = PNG.sync.read(await drawPage(bytes, 1));
    const isLine = Array.from({ length: height }, (_, y) => {
      const row = Array.from({ length: width }, (_, x) => data[(y * width + x) * 4] as number);
      return row.filter((grey) => grey < 250).length > width * 0.6;
    });
    const lines = isLine.filter((line, y) => line && !isLine[y - 1]).length;
    // Five around the four rows of squares of each, and four around the three rows of boxes.
    expect(lines).toBe(6 * 5 + 4);
  });

  test("squares fill the rest of a page, and what follows begins at the head of the next", async () => {
    const { bytes } = await print(
      write(`${front}## a\n\n::space{grid=5mm height=fill}\n\n## b\n\nAsk\n\n::pagebreak\n\n## c\n\nAsk\n`).page(
        "student",
      ),
    );
    const { width, height, data } = PNG.sync.read(await drawPage(bytes, 1));
    const row = Math.round(height * 0.9);
    const lines = Array.from({ length: width }, (_, x) => data[(row * width + x) * 4] as number).filter(
      (grey) => grey < 220,
    );
    expect(lines.length).toBeGreaterThan(25);
    const heads = (await readPdf(bytes)).pages
      .slice(1)
      .map(({ texts }) => texts.find(({ text }) => /^[bc]$/.test(text)));
    expect(heads[0]?.baseline).toBeCloseTo(heads[1]?.baseline as number, 1);
  });

  test("a section's heading stays with its first question", async () => {
    const markdown = `${front}## a\n\n${filler}\n\n## b\n\n::space{height=7cm}\n\n# Section\n\n## c\n\n::space{height=6cm}\n`;
    const { bytes } = await print(write(markdown).page("student"));
    const [first, second] = (await readPdf(bytes)).pages;
    expect(first?.text).not.toContain("Section");
    expect(second?.text).toContain("Section");
  });

  test("the key breaks where its paper does", async () => {
    const question = (name: string) =>
      `## ${name}\n\nAsk\n\n${filler}\n\n:::solution\nOne.\n\nTwo.\n\n$$\n\\sum_i x_i\n$$\n:::\n`;
    const { page } = write(front + ["a", "b", "c", "d", "e"].map(question).join("\n"));
    const paper = await print(page("student"));
    const key = await print(page("key", { paperLayout: paper.layout }));
    expect(key.layout.itemPages).toEqual(paper.layout.itemPages);
  });

  test("also behind a question that goes over several pages", async () => {
    const parts = ["i", "j", "k", "l"].map((name) => `### ${name}\n\n${filler}\n`).join("\n");
    const { page } = write(`${front}## a\n\nAsk\n\n${parts}\n## b\n\n::space{height=3cm}\n`);
    const paper = await print(page("student"));
    const key = await print(page("key", { paperLayout: paper.layout }));
    expect(key.layout.itemPages).toEqual(paper.layout.itemPages);
    expect(key.pages).toBe(paper.pages);
  });

  test("a key that has grown begins a page where its paper does", async () => {
    const long = Array.from({ length: 60 }, (_, index) => `Line ${index}.`).join("\n\n");
    const { page } = write(
      `${front}## a\n\n${filler}\n\n:::solution\n${long}\n:::\n\n## b\n\n${filler}\n\n## c\n\n${filler}\n\n## d\n\n${filler}\n`,
    );
    const paper = await print(page("student"));
    expect(paper.layout.itemPages).toEqual([1, 1, 2, 2]);
    const key = await print(page("key", { paperLayout: paper.layout }));
    const [, second, third, fourth] = key.layout.itemPages;
    expect(third).toBeGreaterThan(second as number);
    expect(fourth).toBe(third);
  });
});
