import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import katex from "katex";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { samplePage } from "./sample.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const IMAGE = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2210%22 height=%2210%22/%3E";
const WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2);
const katexStyle = readFileSync(createRequire(import.meta.url).resolve("katex/dist/katex.css"), "utf8").replace(
  /@font-face \{[^}]*\}/g,
  "",
);
const wideFormula = katex.renderToString(Array.from({ length: 60 }, (_, i) => `x_{${i}}`).join(""), { output: "html" });

/** Marks reported for a body. */
async function marks(body: string, css?: string): Promise<number[]> {
  const { layout, problems } = await printer.print(samplePage(body, css === undefined ? {} : { css }));
  expect(problems).toEqual([]);
  return layout.overflows.map(({ mark }) => mark);
}

describe("what is wider than its place is found", () => {
  const text = `<p data-mark="0">short</p>`;
  test.each([
    ["a word", `${text}<p data-mark="7">a ${WORD} b</p>`],
    [
      "a word in a list in a table cell",
      `${text}<table data-mark="7"><tr><td><ul><li>${WORD}</li></ul></td></tr></table>`,
    ],
    [
      "an unbreakable span in a paragraph",
      `<p data-mark="0">text <span data-mark="7" style="display: inline-block; width: 700px">=</span> text</p>`,
    ],
    ["an inline formula", `<p data-mark="0">text <span data-mark="7">${wideFormula}</span> text</p>`],
    ["a display formula", `<div data-mark="7"><span class="katex-display">${wideFormula}</span></div>`],
    ["a line of code", `<pre data-mark="7"><code>${"x".repeat(100)}</code></pre>`],
    [
      "a line of code that would be cut",
      `<pre data-mark="7" style="overflow: hidden"><code>${"x".repeat(100)}</code></pre>`,
    ],
    [
      "a table",
      `<table data-mark="7"><tr>${`<td><span style="white-space: nowrap">some words here</span></td>`.repeat(10)}</tr></table>`,
    ],
    ["an image", `<p data-mark="0"><img data-mark="7" width="700" height="10" src="${IMAGE}"></p>`],
    [
      "an image in a figure",
      `<figure data-mark="0" style="margin: 0"><img data-mark="7" style="width: 110%" src="${IMAGE}"></figure>`,
    ],
    ["what floats", `<div data-mark="7" style="float: right; width: 700px">x</div>`],
    [
      "in options set in too many columns",
      `<ol data-options data-columns="5">${`<li>ab</li>`.repeat(4)}<li><span data-mark="7">${WORD}</span></li></ol>`,
    ],
    ["in a narrow place", `<ol style="width: 100px"><li><p data-mark="7">supercalifragilistic</p></li></ol>`],
  ])("%s", async (_, body) => {
    expect(await marks(body, katexStyle)).toEqual([7]);
  });

  test("several at once, in the order of the page, each with its lengths", async () => {
    const { layout } = await printer.print(
      samplePage(`<p data-mark="3"><span data-mark="4" style="display: inline-block; width: 800px">x</span></p>
        <p data-mark="5">short</p><p data-mark="6" style="width: 300px"><img data-mark="8" width="301.5" height="9" src="${IMAGE}"></p>`),
    );
    expect(layout.overflows).toHaveLength(2);
    const [first, second] = layout.overflows;
    expect(first).toEqual({ mark: 4, width: 800, available: 642 });
    expect(second).toEqual({ mark: 8, width: 301.5, available: 300 });
  });

  test("a table in the middle, beside something else", async () => {
    const cells = `<td><span style="white-space: nowrap">some words here</span></td>`.repeat(10);
    const table = `<table data-mark="8" style="margin: 0 auto"><tr>${cells}</tr></table>`;
    expect(await marks(`<p data-mark="7">${WORD}</p><div>${table}</div>`)).toEqual([7, 8]);
  });

  test("in the columns of a page, where the whole page would have room", async () => {
    const css = "body { columns: 2; column-gap: 20px }";
    const filler = `<p data-mark="0">${"some words ".repeat(600)}</p>`;
    expect(
      await marks(
        `${filler}<p data-mark="7"><img data-mark="9" width="400" height="9" src="${IMAGE}"></p>${filler}`,
        css,
      ),
    ).toEqual([9]);
    expect(await marks(`${filler}<pre data-mark="7">${"x".repeat(50)}</pre>${filler}`, css)).toEqual([7]);
  });

  test("of the template, which has no marks", async () => {
    const { layout, problems } = await printer.print(
      samplePage(`<header style="width: 700px">x</header><p data-mark="0">x</p>`),
    );
    expect(layout.overflows).toEqual([]);
    expect(problems).toMatchObject([{ severity: "error", rule: "too-wide" }]);
  });
});

describe("no false alarm", () => {
  test.each([
    ["text in columns and lists", `<p data-mark="0">${"some words ".repeat(900)}</p><ol><li data-mark="1">a</li></ol>`],
    [
      "what just fits",
      `<pre data-mark="0"><code>${"x".repeat(64)}</code></pre><img data-mark="1" style="width: 100%" src="${IMAGE}">`,
    ],
    ["an image held in its place", `<img data-mark="1" style="max-width: 100%" width="2000" src="${IMAGE}">`],
    [
      "a number hanging in the margin",
      `<p data-mark="1"><span style="display: inline-block; width: 30px; margin-left: -30px">1.</span>text</p>`,
    ],
    ["a heading out of the text", `<h2 data-mark="1" style="margin-left: -20px">text</h2>`],
    [
      "a wrapping line of code",
      `<pre data-mark="1" style="white-space: pre-wrap; overflow-wrap: anywhere">${"x".repeat(200)}</pre>`,
    ],
    ["a hyphenated word", `<p data-mark="1">${WORD.replaceAll("s", "s&shy;")}</p>`],
  ])("%s", async (_, body) => {
    expect(await marks(body)).toEqual([]);
    expect(await marks(body, "body { columns: 2 } pre { font-size: 7px }")).toEqual([]);
  });

  test("formulas of every construction", async () => {
    const formulas = [
      "\\sqrt{\\frac{a}{b}}",
      "\\overbrace{a+b+c}^{n}",
      "\\underbrace{a+b}_{m}",
      "\\widehat{abc}",
      "\\overrightarrow{AB}",
      "\\xrightarrow[below]{above}",
      "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
      "\\begin{cases}1&x>0\\\\0&x\\le 0\\end{cases}",
      "\\left(\\sum_{i=1}^n \\frac{1}{i}\\right)^2",
      "\\sqrt[3]{x}",
      "\\cancel{x}",
      "\\boxed{E=mc^2}",
      "\\smash{x}\\llap{abc}\\rlap{abc}x",
      "\\mathclap{\\text{clap}}x",
      "\\overline{xyz}",
      "\\lim_{x\\to 0}",
      "\\int_0^\\infty e^{-x^2}\\,dx",
      "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}",
      "x\\tag{1}",
      "\\phantom{xxx}y",
      "\\stackrel{!}{=}",
      "\\binom{n}{k}",
      "\\left\\lVert\\bar q_\\theta-\\bar z_\\xi\\right\\rVert_2^2",
      "\\ddot{\\smile}",
      "\\bigl\\{ x \\bigm| y \\bigr\\}",
      "\\vec{v}",
      "\\mathbb{R}\\mathcal{L}",
      "\\not\\in",
      "\\vdots",
      "\\hspace{1em}\\rule{1em}{1em}",
    ];
    const body = formulas
      .map((formula, index) => {
        const inline = formula.includes("\\tag") ? "" : katex.renderToString(formula, { output: "html" });
        const display = katex.renderToString(formula, { output: "html", displayMode: true });
        return `<p data-mark="${3 * index}">Text ${"and more ".repeat(index % 9)}<span data-mark="${3 * index + 1}">${inline}</span></p><div data-mark="${3 * index + 2}">${display}</div>`;
      })
      .join("");
    expect(await marks(body, katexStyle)).toEqual([]);
  });
});
