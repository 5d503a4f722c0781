import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { readPdf } from "./read-pdf.ts";
import { samplePage } from "./sample.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const rich = samplePage(`<h1>Quiz N°5</h1><h2>1. Uno</h2><p>Texto</p>
  <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>r</th><td>1</td></tr></tbody></table>
  <h2 style="break-before: page">2. Dos</h2><ol data-options><li>a</li><li>b</li></ol>
  <table><tr><th id="q">A</th><td headers="q">1</td></tr></table>`);

describe("the same bytes", () => {
  test("whatever was printed before, by whichever tab, and by another browser", async () => {
    const other = samplePage("<h1>x</h1><table><tr><th>a</th><th>b</th></tr></table><p>y</p>", {
      css: "p { color: red }",
    });
    const prints = await Promise.all([rich, other, rich, rich, other, rich].map((page) => printer.print(page)));
    const second = await openPrinter({ jobs: 1 });
    try {
      prints.push(await second.print(rich));
    } finally {
      await second.close();
    }
    const [first, ...again] = [0, 2, 3, 5, 6].map((index) =>
      Buffer.from(prints[index]?.bytes ?? []).toString("latin1"),
    );
    for (const bytes of again) expect(bytes).toBe(first);
    expect(first).toContain("/ID (node00000001)");
  });

  test("when only the body or an attribute of the root differed before", async () => {
    const [one, two] = ["a", "b"].map((text) => {
      const page = samplePage(`<h1>${text}</h1><p>${text}</p>`);
      return { ...page, html: page.html.replace("<html", `<html style="--version: '${text}'" class="${text}"`) };
    }) as [Page, Page];
    const printed = [];
    for (const page of [one, two, one, two]) printed.push((await printer.print(page)).bytes);
    expect(printed[2]).toEqual(printed[0]);
    expect(printed[3]).toEqual(printed[1]);
    expect(printed[1]).not.toEqual(printed[0]);
  });

  test("but not when a file changed under its path", async () => {
    const image = (color: string) => ({
      type: "image/svg+xml",
      bytes: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${color}"/></svg>`,
      ),
    });
    const page = (color: string) =>
      samplePage(`<img src="/figura%20%C3%B1.svg" alt="">`, {
        assets: new Map([["/figura ñ.svg", image(color)]]),
      });
    const [red, blue, again] = [
      await printer.print(page("red")),
      await printer.print(page("blue")),
      await printer.print(page("red")),
    ];
    expect(blue.bytes).not.toEqual(red.bytes);
    expect(again.bytes).toEqual(red.bytes);
    expect(red.layout.brokenImages).toEqual([]);
  });
});

describe("what a document says of itself", () => {
  test("title, author, language, date", async () => {
    const { info, lang } = await readPdf((await printer.print(rich)).bytes);
    expect(info).toMatchObject({
      Title: "Quiz N°5",
      Author: "Ada (A.) Lovelace",
      Creator: "exam",
      CreationDate: "D:20250218000000+00'00'",
      ModDate: "D:20250218000000+00'00'",
    });
    expect(lang).toBe("es");
  });

  test("in any script, also where nobody is the author", async () => {
    const metadata = { title: "期末 (考試) \\ \u{1F600}", lang: "zh-Hant-TW", author: "", date: "1999-12-31" };
    const { info, lang } = await readPdf((await printer.print(samplePage("<p>x</p>", { metadata }))).bytes);
    expect(info).toMatchObject({ Title: metadata.title, CreationDate: "D:19991231000000+00'00'" });
    expect(info).not.toHaveProperty("Author");
    expect(lang).toBe("zh-Hant-TW");
  });

  test("it is tagged and has an outline", async () => {
    const { tagged, outline, pages } = await readPdf((await printer.print(rich)).bytes);
    expect(tagged).toBe(true);
    expect(outline).toEqual(["Quiz N°5", "1. Uno", "2. Dos"]);
    expect(pages).toHaveLength(2);
  });

  test("its paper", async () => {
    const size = async (paper: Page["paper"]) =>
      (await readPdf((await printer.print(samplePage("x", { paper }))).bytes)).pages[0]?.size;
    expect(await size("A4")).toEqual([595, 842]);
    expect(await size("A5")).toEqual([420, 595]);
    expect(await size("A3")).toEqual([842, 1191]);
    expect(await size("Letter")).toEqual([612, 792]);
    expect(await size("Legal")).toEqual([612, 1008]);
  });
});

test("a running header has its fonts, its variables and its numbers", async () => {
  const css = `@font-face { font-family: Header; src: url(/fonts/KaTeX_Typewriter-Regular.woff2) }
    @page { @top-left { content: var(--version); font: 10px Header } @bottom-right { content: "pagina " counter(page) " de " counter(pages); font: 10px Header } }
    @page :first { @top-left { content: none } }`;
  const page = samplePage(`<p>uno</p><p style="break-before: page">dos</p>`, { css });
  const html = page.html.replace("<html", `<html style="--version: 'Version Q'"`);
  const { pages } = await readPdf((await printer.print({ ...page, html })).bytes);
  expect(pages.map(({ text }) => text)).toEqual(["pagina 1 de 2 uno", "Version Q pagina 2 de 2 dos"]);
  for (const { fonts } of pages)
    expect(fonts.map((font) => font.replace(/^[A-Z]+\+/, "")).sort()).toEqual([
      "KaTeX_Main-Regular",
      "KaTeX_Typewriter-Regular",
    ]);
});

test("many documents at once come out each as itself", async () => {
  const texts = Array.from({ length: 20 }, (_, index) => `Documento ${index}`);
  const printed = await Promise.all(texts.map((text) => printer.print(samplePage(`<p>${text}</p>`))));
  for (const [index, { bytes }] of printed.entries()) expect((await readPdf(bytes)).pages[0]?.text).toBe(texts[index]);
});
