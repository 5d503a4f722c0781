import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { readPdf } from "./read-pdf.ts";
import { samplePage } from "./sample.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

describe("columns of options", () => {
  const list = (...options: string[]) =>
    `<ol data-options>${options.map((option) => `<li>${option}</li>`).join("")}</ol>`;
  const wide = (px: number) => `<span style="display: inline-block; width: ${px}px">x</span>`;
  const columns = async (body: string, css?: string) =>
    (await printer.print(samplePage(body, css === undefined ? {} : { css }))).layout.optionColumns;

  test("are as many as the widest option allows", async () => {
    // 642.5 px of text, 10 px between columns.
    const body = [
      list("a", "b", "c", "d", "e"),
      list("a", "b", "c", "d", wide(120)),
      list("a", "b", "c", "d", wide(121)),
      list("a", wide(153), "c", "d"),
      list("a", wide(156), "c", "d"),
      list("a", wide(316), "c"),
      list("a", wide(317), "c"),
      list("a", "many words ".repeat(40)),
    ];
    expect(await columns(body.join(""))).toEqual([5, 5, 3, 4, 2, 2, 1, 1]);
  });

  test("are no more than the rows need", async () => {
    expect(await columns(list(...Array<string>(6).fill("a")) + list(...Array<string>(4).fill(wide(180))))).toEqual([
      3, 2,
    ]);
  });

  test("stay where they are given, and count blocks too", async () => {
    const given = list("a", "b").replace("data-options", 'data-options data-columns="1"');
    expect(await columns(given + list(`<p>${wide(400)}</p>`, "<p>b</p>"))).toEqual([1, 1]);
  });

  test("are fewer in the columns of a page", async () => {
    expect(await columns(list("a", "b", "c", "d", wide(120)), "body { columns: 2 }")).toEqual([2]);
  });
});

describe("the page an item begins on", () => {
  const item = (number: number, inside: string, style = "") =>
    `<section data-item="${number}" style="${style}"><h2>${number + 1}.</h2>${inside}</section>`;
  const box = (px: number) => `<div style="height: ${px}px"></div>`;
  // A4 with 20 mm of margin: 971 px of text.
  const body = (heading: (number: number) => string) =>
    [
      "<h1>Quiz</h1>",
      item(0, box(300)),
      item(1, box(300), "break-inside: avoid"),
      item(2, box(300), "break-inside: avoid"),
      item(3, box(100), "break-before: page"),
      item(4, box(1500)),
      item(5, box(100)),
    ]
      .join("")
      .replace(/<h2>(\d)\.<\/h2>/g, (_, number) => heading(Number(number)));

  test.each([
    ["by its heading", (number: number) => `<h2>Question ${number} <em>with</em> markup</h2>`],
    ["without a heading", (number: number) => `<p>${number}</p>`],
    ["with an empty one", (number: number) => `<h2></h2><p>${number}</p>`],
    ["with one that nobody reads", (number: number) => `<h2 aria-hidden="true">${number}</h2>`],
    ["with several", (number: number) => `<h2>${number}</h2><h3>a part</h3><h3>another</h3>`],
  ])("%s", async (_, heading) => {
    const { bytes, pages, layout } = await printer.print(samplePage(body(heading)));
    expect(layout.itemPages).toEqual([1, 1, 2, 3, 3, 4]);
    expect((await readPdf(bytes)).pages).toHaveLength(pages);
  });

  test("in two columns", async () => {
    const css = "body { columns: 2; column-fill: auto }";
    const items = Array.from({ length: 7 }, (_, number) => item(number, box(400), "break-inside: avoid"));
    const { pages, layout } = await printer.print(samplePage(items.join(""), { css }));
    expect(layout.itemPages).toEqual([1, 1, 1, 1, 2, 2, 2]);
    expect(pages).toBe(2);
  });
});

describe("answer space that fills its page", () => {
  const fill = `<div data-fill style="min-height: 100px; break-inside: avoid; border: 1px solid; display: flex; align-items: end; font-size: 1px; line-height: 1">end</div>`;
  /** Where the lowest text of a page is, in pixels above its lower edge. */
  const lowest = async (bytes: Uint8Array, page: number) => (await readPdf(bytes)).pages[page - 1]?.lowest ?? 0;

  test("ends where the page ends, and what follows begins a page", async () => {
    const body = `<section data-item="0"><h2>1.</h2><p>x</p>${fill}</section><section data-item="1"><h2>2.</h2><p>x</p>${fill}</section><p>end</p>`;
    const { bytes, pages, layout, problems } = await printer.print(samplePage(body));
    expect(problems).toEqual([]);
    expect(pages).toBe(3);
    expect(layout.itemPages).toEqual([1, 2]);
    for (const page of [1, 2]) expect(await lowest(bytes, page)).toBeCloseTo(75.6, -1);
  });

  test("leaves room for what closes with it", async () => {
    const css =
      "section { margin-bottom: 40px; padding-bottom: 30px; border-bottom: 2px solid red } @page :right { margin-bottom: 50px } @page :left { margin-bottom: 40mm } @page :first { margin-bottom: 100px }";
    const body = `<main><section data-item="0"><h2>1.</h2>${fill}</section></main><main><section data-item="1"><h2>2.</h2>${fill}</section></main><main><section data-item="2"><h2>3.</h2>${fill}</section></main>`;
    const { bytes, pages, problems } = await printer.print(samplePage(body, { css }));
    expect(problems).toEqual([]);
    expect(pages).toBe(3);
    expect(await lowest(bytes, 1)).toBeCloseTo(132, -1);
    expect(await lowest(bytes, 2)).toBeCloseTo(183.2, -1);
    expect(await lowest(bytes, 3)).toBeCloseTo(82, -1);
  });

  test("goes to the next page where less is left than it needs", async () => {
    const body = `<h1>Quiz</h1><div style="height: 860px"></div>${fill}<p>end</p>`;
    const { bytes, pages, problems } = await printer.print(samplePage(body));
    expect(problems).toEqual([]);
    expect(pages).toBe(3);
    expect(await lowest(bytes, 2)).toBeCloseTo(75.6, -1);
  });

  test("is followed by a page, though nobody sees it", async () => {
    const unseen = "<div data-fill></div>";
    const body = `<section data-item="0"><h2>1.</h2>${unseen}</section><section data-item="1"><h2>2.</h2>${unseen}</section><p>end</p>`;
    const { pages, layout, problems } = await printer.print(samplePage(body));
    expect(problems).toEqual([]);
    expect(layout.itemPages).toEqual([1, 2]);
    expect(pages).toBe(3);
  });

  test.each([
    ["in it", `<div data-fill style="display: grid; align-items: end"><i>end</i></div>`],
    ["beside it", `<div style="display: flex; align-items: end"><i>end</i><div data-fill></div></div>`],
    [
      "over it",
      `<div style="position: relative"><i style="position: absolute; bottom: 0">end</i><div data-fill></div></div>`,
    ],
  ])("has its height where something shows it that stands %s", async (_, seen) => {
    const css = "i { font-size: 1px; line-height: 1 }";
    const { bytes, pages } = await printer.print(samplePage(`<h1>Quiz</h1>${seen}<p>end</p>`, { css }));
    expect(pages).toBe(2);
    expect(await lowest(bytes, 1)).toBeCloseTo(75.6, -1);
  });

  test("fills a column in two columns", async () => {
    const css = "body { columns: 2; column-fill: auto }";
    const body = `<section data-item="0"><h2>1.</h2>${fill}</section><section data-item="1"><h2>2.</h2>${fill}</section><section data-item="2"><h2>3.</h2>${fill}</section>`;
    const { bytes, pages, layout, problems } = await printer.print(samplePage(body, { css }));
    expect(problems).toEqual([]);
    expect(layout.itemPages).toEqual([1, 1, 2]);
    expect(pages).toBe(2);
    expect(await lowest(bytes, 1)).toBeCloseTo(75.6, -1);
  });
});
