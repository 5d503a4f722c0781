import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { drawPage } from "../gallery/draw-page.ts";
import { difference } from "../gallery/expect-picture.ts";
import { changed, type Documents, documentsOf, expectAlike, insetsIn, withoutCommon } from "./inset-pages.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({ jobs: 1 });
});
afterAll(() => printer.close());

/** Of a page's pixels so many may differ: letters of a formula are not on whole pixels of the screen any more. */
const TOLERANCE = 0.004;

/** Expects an exam's first paper to look as it does without insets, and to have a number of them. */
async function expectSameLook(documents: Documents, insets: number) {
  const page = documents.page();
  const [plain, painted] = [await printer.print(withoutCommon(page)), await printer.print(page)];
  expect(painted.pages).toBe(plain.pages);
  expect(painted.problems).toEqual(plain.problems);
  expect({ ...painted.layout, itemCorners: [] }).toEqual({ ...plain.layout, itemCorners: [] });
  await expectAlike(plain.bytes, painted.bytes);
  for (let number = 1; number <= plain.pages; number++)
    expect(difference(await drawPage(plain.bytes, number), await drawPage(painted.bytes, number))).toBeLessThan(
      TOLERANCE,
    );
  expect(insetsIn(painted.bytes)).toBe(insets);
}

const exam = (body: string, front = "") => `---\ntitle: Look\n${front}---\n\n${body}\n`;

describe("a document with insets looks as without", () => {
  test("where formulas stand in text of every kind", async () => {
    const source = exam(`## Title $\\frac{a}{b}$ {#one}

Inline $x$, long$x$text, ($z$), **bold $w$**, *italic $x$*, ~~gone $y$~~, <u>under $x$</u>, [a link $x$](https://example.org)
H<sub>$x$</sub>O<sup>$y$</sup>, only space$\\quad$and$\\phantom{abc}$end, $x\\phantom{y}z$, beside $\\llap{abc}$ itself $\\rlap{abcd}$.
Broken at the end of a line: $a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v$.

$$
\\begin{aligned} a &= b + \\sqrt{\\frac{c}{d}} \\\\ e &= f \\end{aligned} \\tag{7}
$$

$$
a_1 + a_2 \\\\ b \\color{red} c d \\color{black} e
$$

| $x$ | a |
| - | - |
| $\\int_0^1 f$ | $\\sum_{i}$ |

$\\ce{2H2 + O2 -> 2H2O}$ $\\overbrace{a+b}^{n}$ $\\xrightarrow[abc]{def}$ $\\text{niño жук}$ $\\boxed{x}$ $\\cancel{x}$ $\\colorbox{yellow}{x}$

- [x] $\\alpha$
- [ ] $\\color{blue}{c}$
- [ ] $\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$`);
    await expectSameLook(documentsOf(source), 44);
  });

  test("where it is written from the right, in two columns, in a colour", async () => {
    const source = exam(
      `## {#one}

אם $x^2 + y = 3$ אז $a$, כי \`x\` (ראו $\\frac{1}{2}$).

$$ y = \\sqrt{x} $$

- [x] $\\alpha$ ועוד
- [ ] $12.5\\,\\text{kg}$`,
      "lang: he\ncolumns: 2\n",
    );
    await expectSameLook(documentsOf(source), 8);
  });

  test("where it shows pictures of every format, stretched and more than once", async () => {
    const folder = join(import.meta.dirname, "pictures");
    const files: Record<string, string | Uint8Array> = {
      ...Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))])),
      ...drawings,
    };
    const source = Object.keys(files).map(
      (name) =>
        `![a](${name}){width=2cm} ![](${name}){height=1cm} ![b](${name}){width=2cm height=5mm} ![c](${name}){width=1cm}`,
    );
    await expectSameLook(
      documentsOf(exam(`## {#one}\n\n${source.join("\n\n")}`), files),
      Object.keys(files).length - NOT_PRINTED_ONCE,
    );
  });
});

const svg = (
  attributes: string,
  inner = '<rect width="100" height="50" fill="#cde"/><circle cx="50" cy="25" r="20"/>',
) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
const FRAME = 'viewBox="0 0 100 50" width="100" height="50"';

/** Drawings that do not look the same in every size, or do not say how large they are. */
const NOT_PRINTED_ONCE = 5;
const drawings = {
  "coordinates.svg": svg('viewBox="0 0 100 50"'),
  "size.svg": svg('width="100" height="50"'),
  "neither.svg": svg(""),
  "sliced.svg": svg('viewBox="0 0 100 50" width="100" height="100" preserveAspectRatio="xMinYMax slice"'),
  "stretched.svg": svg('viewBox="10 5 80 40" width="100" height="100" preserveAspectRatio="none"'),
  "commented.svg": `<!-- <svg viewBox="0 0 10 10"> -->${svg(FRAME)}`,
  "layers.svg": svg(
    FRAME,
    `<defs><radialGradient id="g"><stop offset="0" stop-color="yellow"/><stop offset="1" stop-color="green" stop-opacity=".2"/></radialGradient>
    <linearGradient id="h"><stop offset="0" stop-color="white"/><stop offset="1"/></linearGradient>
    <mask id="m"><rect width="100" height="50" fill="url(#h)"/></mask><clipPath id="c"><circle cx="50" cy="25" r="25"/></clipPath></defs>
    <rect width="100" height="50" fill="url(#g)"/><g mask="url(#m)"><rect x="10" y="10" width="80" height="10" fill="red"/></g>
    <g clip-path="url(#c)"><rect x="30" y="20" width="40" height="40" fill="blue"/></g>
    <g opacity=".5"><rect y="30" width="30" height="10"/><rect x="20" y="30" width="30" height="15" fill="red"/></g>
    <text x="5" y="45" font-size="8">Text</text>`,
  ),
  "pattern.svg": svg(
    FRAME,
    '<pattern id="p" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1"/></pattern><rect width="100" height="50" fill="url(#p)"/>',
  ),
  "strokes.svg": svg(FRAME, '<path d="M10 10H90V40" vector-effect="non-scaling-stroke" stroke="red" fill="none"/>'),
  "blurred.svg": svg(
    FRAME,
    '<filter id="f"><feGaussianBlur stdDeviation="4"/></filter><rect x="20" y="10" width="60" height="30" filter="url(#f)"/>',
  ),
  // Triangles in the colours of stand-ins.
  "triangles.svg": svg(
    FRAME,
    Array.from(
      { length: 20 },
      (_, index) => `<path d="M${5 * index} 10h4l-4 30Z" fill="#0000${(index + 16).toString(16)}"/>`,
    ).join(""),
  ),
};

test("a line may be broken beside a formula where it may be without insets", async () => {
  const word = fc.constantFrom(
    "word",
    "so",
    "x",
    "(",
    ")",
    ",",
    ".",
    "-",
    "—",
    "“",
    "”",
    "/",
    "%",
    "中",
    "字",
    "。",
    " ",
  );
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
  const paragraph = fc
    .array(fc.tuple(words, fc.constantFrom("$x$", "$a+b$", "$\\alpha$")), { minLength: 10, maxLength: 20 })
    .map((pieces) => `So ${pieces.flat().join("").trim()}`);
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 6, maxLength: 6 }), async (paragraphs) => {
      const page = changed(documentsOf(exam(`## {#one}\n\n${paragraphs.join("\n\n")}`)).page(), (html) =>
        // Every line is broken wherever it may be.
        html.replace("</head>", "<style>article p { width: 1px }</style></head>"),
      );
      const [plain, painted] = [await printer.print(withoutCommon(page)), await printer.print(page)];
      expect(painted.pages).toBe(plain.pages);
      // In which line a word stands is what tells; where nothing may be broken, many formulas stand before it.
      await expectAlike(plain.bytes, painted.bytes, 12);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
