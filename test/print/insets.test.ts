import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { PdfFile } from "../../src/verify/pdf-file.ts";
import { isDictionary, nameOf, type PdfDictionary, PdfReference, type PdfValue } from "../../src/verify/pdf-value.ts";
import { changed, contentsOf, documentsOf, expectAlike, insetsIn, withoutCommon } from "./inset-pages.ts";
import { readPdf } from "./read-pdf.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({ jobs: 1 });
});
afterAll(() => printer.close());

const drawing = (inner: string, attributes = 'viewBox="0 0 100 50" width="100" height="50"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

const sample = documentsOf(
  `---
title: Insets
versions: 2
---

## Title with $\\frac{a}{b}$ {#one}

Words around $x$ and **$w$**, ![a drawing](drawing.svg){width=3cm} and ![](drawing.svg){height=1cm}

$$ y = \\sqrt{x} $$

- [x] $\\alpha$
- [ ] $\\beta_1$

:::solution
Since $z = \\frac{1}{2}$ is ![right](right.svg)
:::

## Other {#two}

- [x] $\\gamma$
- [ ] $x$
`,
  {
    "drawing.svg": drawing('<rect width="100" height="50" fill="#cde"/><text x="9" y="30">drawn</text>'),
    "right.svg": drawing('<circle r="25" cx="50" cy="25"/>'),
  },
);

/** Prints a document with its insets and without. */
async function printBoth(page: Page) {
  return { with: await printer.print(page), without: await printer.print(withoutCommon(page)) };
}

const style = (css: string) => (html: string) => html.replace("</head>", `<style>${css}</style></head>`);

describe("a template that nothing is known of", () => {
  test.each<[what: string, change: (html: string) => string, insets?: number]>([
    ["turned a little", style("main { transform: rotate(3deg) scale(.7) }"), 9],
    ["half transparent", style("main { opacity: .5 }"), 9],
    ["in columns", style("main { columns: 2 }"), 9],
    ["in two columns from its body", style("body { columns: 2 !important; column-width: 5cm !important }"), 9],
    ["with all else in grey", style("main { filter: grayscale(1) }"), 0],
    ["with hidden questions", style("article:nth-of-type(1) { display: none }"), 0],
    ["with hidden pictures", style("img { display: none }"), 0],
    ["with hidden formulas", style(".katex { visibility: hidden }")],
    ["with rules for every span", style("span { font-family: serif !important }")],
    ["with a class of KaTeX's", style(".base { background: #eee }")],
    [
      "on sheets of its own",
      style("@page :first { margin: 9cm 1cm 1cm 9cm !important } @page { size: A5 !important }"),
    ],
    ["on named pages", style("@page own { margin: 5cm } body { page: own }"), 9],
    ["with a body that stands still", style("body { position: fixed; overflow: hidden; height: 20cm }"), 9],
    ["with a typeface called so", style('@font-face { font-family: exam-stand-in; src: url("/none.ttf") }')],
    ["in colours", style("main { color: #00f }"), 9],
    ["without an end of its head", (html) => html.replace("</head>", ""), 9],
    ["with a comment that ends its head", (html) => html.replace("<title>", "<!-- </head><body> --><title>")],
    ["with a style that ends its head", (html) => html.replace("<title>", "<style>/* </head><body> */</style><title>")],
    ["with a comment like a formula", (html) => html.replace("<main", '<!-- <span class="base"> --><main')],
    ["with letters of the stand-ins", (html) => html.replace("Words", "\uF0F1 Words"), 0],
    ["with such letters in a style", style('main::before { content: "\\F0F1" }'), 9],
    [
      "with the title once more",
      (html) => html.replace("<main", '<h2>Once more <span class="katex"><span class="base"></span></span></h2><main'),
      10,
    ],
  ])("%s loses nothing", async (_, change, insets) => {
    const page = changed(sample.page(), change);
    const prints = await printBoth(page);
    await expectAlike(prints.without.bytes, prints.with.bytes);
    expect(prints.with.pages).toBe(prints.without.pages);
    if (insets !== undefined) expect(insetsIn(prints.with.bytes)).toBe(insets);
  });
});

describe("a finished document", () => {
  let bytes: Uint8Array;
  let text: string;
  beforeAll(async () => {
    bytes = (await printer.print(sample.page(0, "key"))).bytes;
    text = Buffer.from(bytes).toString("latin1");
  });

  test("has nothing left of the stand-ins", () => {
    expect(insetsIn(bytes)).toBeGreaterThan(9);
    expect(text).not.toContain("exam-stand-in");
    expect(text).not.toMatch(/F0F[\dA-F]/);
  });

  test("has the outline that it has without insets", async () => {
    const { bytes: plain } = await printer.print(withoutCommon(sample.page(0, "key")));
    expect((await readPdf(bytes)).outline).toEqual((await readPdf(plain)).outline);
  });

  test("has no object that nothing refers to, and none is missing", () => {
    const file = new PdfFile(bytes);
    const reached = new Set<number>();
    const walk = (value: PdfValue | undefined): void => {
      if (value instanceof PdfReference) {
        if (reached.has(value.number)) return;
        reached.add(value.number);
        expect(file.value(value)).not.toBeNull();
        walk(file.value(value));
      } else if (Array.isArray(value)) value.forEach(walk);
      else if (isDictionary(value)) for (const each of value.values()) walk(each);
    };
    walk(file.trailer);
    const written = [...text.matchAll(/^(\d+) 0 obj$/gm)].map(([, number]) => Number(number));
    expect(written.filter((number) => !reached.has(number))).toEqual([]);
    expect(written).toHaveLength(reached.size);
  });

  test("marks no part of an inset, and closes all that it opens", () => {
    for (const content of contentsOf(bytes)) {
      const marks = content.match(/(?<=^|[ >])(?:BDC|BMC|EMC)$/gm) ?? [];
      const saves = content.match(/^[qQ]$/gm) ?? [];
      for (const [operators, closing] of [
        [marks, "EMC"],
        [saves, "Q"],
      ] as const) {
        let open = 0;
        for (const operator of operators) {
          open += operator === closing ? -1 : 1;
          expect(open).toBeGreaterThanOrEqual(0);
        }
        expect(open).toBe(0);
      }
    }
  });

  test("gives a screen reader the words of each formula and of each picture in the place of its inset", () => {
    const file = new PdfFile(bytes);
    const contents = contentsOf(bytes);
    const pages = file.array(file.dictionary(file.dictionary(file.trailer.get("Root")).get("Pages")).get("Kids"));
    const stretches = (element: PdfDictionary, page = element.get("Pg")): (string | undefined)[] =>
      [file.value(element.get("K"))].flat().flatMap((kid) => {
        const below = file.value(kid);
        if (isDictionary(below)) return stretches(below, below.get("Pg") ?? page);
        const index = pages.findIndex((each) => (each as PdfReference).number === (page as PdfReference).number);
        return new RegExp(`<</MCID ${below} >>BDC\\n((?:(?!EMC)[^])*)EMC`).exec(contents[index] as string)?.[1];
      });
    const elements = file.values.filter(isDictionary);
    for (const words of ["a drawing", "right", "y = \\sqrt{x}", "\\frac{a}{b}"]) {
      const figures = elements.filter((each) => nameOf(each.get("S")) === "Figure" && each.get("Alt") === words);
      expect(figures.length).toBeGreaterThan(0);
      for (const painted of figures.flatMap((figure) => stretches(figure)))
        expect(painted).toMatch(/^(?:q\n.* cm\n)?\/N\d+ Do\n(?:Q\n)*(?!.*^.*(?:Tj|TJ|f|f\*|S|Do)$)/ms);
    }
  });
});

describe("a paper", () => {
  const pool = (solution: string, more = "") =>
    documentsOf(`---
title: Pool
versions: 1
---

## {#one}

Is it $x$?

- [x] $\\alpha$
- [ ] $\\beta$

:::solution
${solution}
:::
${more}`);

  test("does not change a byte with what only its key says", async () => {
    const [one, other] = [pool("As $\\Omega + 1$ and $x$"), pool("As $\\mathbb{Q}$, $x$ and $\\beta$")];
    const papers = [await printer.print(one.page()), await printer.print(other.page())];
    expect(papers[1]?.bytes).toEqual(papers[0]?.bytes);
    const keys = [await printer.print(one.page(0, "key")), await printer.print(other.page(0, "key"))];
    expect(keys[1]?.bytes).not.toEqual(keys[0]?.bytes);
    expect(insetsIn(keys[0]?.bytes ?? new Uint8Array())).toBe(5);
    const names = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString("latin1")
        .match(/[A-Z]{6}\+KaTeX_\w+-\w+/g);
    expect(names(papers[0]?.bytes as Uint8Array)).toEqual(expect.arrayContaining([expect.stringContaining("Math")]));
    expect(names(papers[0]?.bytes as Uint8Array)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/AMS|Main/)]),
    );
  });

  test("is the same whatever is printed before it, beside it or by another printer", async () => {
    const pages = [sample.page(0), sample.page(0, "key"), sample.page(1), sample.page(1, "key")];
    const prints = [];
    for (const page of pages) prints.push((await printer.print(page)).bytes);
    const other = await openPrinter({ jobs: 2, force: true });
    try {
      const again = await Promise.all([...pages].reverse().map((page) => other.print(page)));
      expect(again.reverse().map(({ bytes }) => bytes)).toEqual(prints);
    } finally {
      await other.close();
    }
  });

  test("is the same whether its sheet is printed or found", async () => {
    const cache = mkdtempSync(join(tmpdir(), "insets-"));
    onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
    const executable = printer.executable;
    const open = () =>
      openPrinter({
        jobs: 1,
        program: "1",
        env: { ...process.env, XDG_CACHE_HOME: cache, PUPPETEER_EXECUTABLE_PATH: executable },
      });
    const prints = [];
    for (const versions of [[1, 0], [0]]) {
      const own = await open();
      try {
        // The second printer finds the sheet, and not the document, whose title is another.
        const page = sample.page(0);
        const titled = { ...page, metadata: { ...page.metadata, title: `${versions.length}` } };
        for (const version of versions) await own.print(version === 1 ? sample.page(1) : titled);
        expect(own.count).toEqual({ printed: versions.length, reused: 0 });
        prints.push(
          Buffer.from((await own.print(titled)).bytes)
            .toString("latin1")
            .replace(`/Title (${versions.length})`, ""),
        );
      } finally {
        await own.close();
      }
    }
    expect(prints[1]).toBe(prints[0]);
  });
});

test("a picture that cannot be decoded is told where it was written", async () => {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452000000080000000808060000000000000000", "hex");
  const page = documentsOf("---\ntitle: Broken\n---\n\n## {#one}\n\n![x](broken.png) $x$\n", {
    "broken.png": head,
  }).page();
  const prints = await printBoth(page);
  expect(prints.with.layout.brokenImages).toHaveLength(1);
  expect(prints.with.layout.brokenImages).toEqual(prints.without.layout.brokenImages);
  expect(insetsIn(prints.with.bytes)).toBe(1);
});
