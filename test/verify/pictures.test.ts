import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import type { Version } from "../../src/model/version.ts";
import { builtInTemplates } from "../../src/read/template.ts";
import { verify } from "../../src/verify/verify.ts";
import { expectation, openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";

/** Pictures that say nothing of themselves, wherever a picture may stand. */
const EXAM = `---
title: Pictures
---

![](photo.jpg){width=1cm}

# Part

Look: ![ ](line.svg){height=4mm}

## ![](line.svg){height=4mm} {#one}

Two side by side:

![](line.svg){width=2cm} ![](area.svg){width=2cm}

- [x] ![](line.svg){width=2cm}
  > ![](area.svg){width=2cm}
- [ ] ![](area.svg){width=2cm} and words
- [ ] Nothing[^note]

[^note]: So ![](line.svg){height=4mm}

:::solution
![](area.svg){width=2cm}
:::

## {#two}

![](line.svg){width=2cm}

::space{lines=2}

:::note
![](line.svg){width=2cm} ![](photo.jpg){width=1cm}
:::
`;
/** What those on a paper stand in, in their order. */
const ON_PAPER = [
  "the opening text",
  "the text of a section",
  "",
  "the text of question 1",
  "the text of question 1",
  "option a of question 1",
  "option b of question 1",
  "footnote 1 of question 1",
  "the text of question 2",
];

/** Pictures that are inline, in lists and tables, too large, of other proportions than their frame, drawn beyond it. */
const shapes = (template: string) => `---
title: Shapes
template: ${template}
columns: 2
---

![wide](wide.svg) ![high](high.svg){width=1cm}

# Part ![a line](line.svg){height=3mm}

![slice](slice.svg){width=3cm height=1cm} ![none](none.svg){width=3cm height=1cm} ![beyond](beyond.svg){width=2cm}

## {#one}

Inline ![a line](line.svg){height=3mm} with words, ![a photo](photo.jpg){height=4mm} and $\\frac{a}{b}$ around it, and once more
![a line](line.svg){height=5mm} to the end of this line, and on to the next one ![beyond](beyond.svg){height=3mm} below.

> ![a line](line.svg){width=50%}
> - ![a photo](photo.jpg){width=2cm} in a list

- [x] ![a line](line.svg){width=2cm}
- [ ] words ![a photo](photo.jpg){width=1cm}

  ![beyond](beyond.svg){width=2cm}

## {#two kind=matching}

| ![a line](line.svg){height=3mm} | right |
| - | - |
| ![a line](line.svg){width=1cm} | ![a photo](photo.jpg){width=1cm} |
| ![beyond](beyond.svg){width=1cm} | words |

## {#three}

![high](high.svg)

::space{lines=2}

:::solution
![wide](wide.svg)
:::
`;

const drawing = (path: string, attributes = 'viewBox="0 0 100 50" width="100" height="50"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="${path}"/></svg>`;

const FILES = {
  "photo.jpg": readFileSync(`${import.meta.dirname}/../print/pictures/turned.jpg`),
  "line.svg": drawing("M0 0h100v10H0z"),
  "area.svg": drawing("M0 0h100v50H0z"),
  "wide.svg": drawing("M0 0h4000v90H0z", 'viewBox="0 0 4000 90" width="4000" height="90"'),
  "high.svg": drawing("M0 0h90v4000H0z", 'viewBox="0 0 90 4000" width="90" height="4000"'),
  "slice.svg": drawing("M0 0h100v50H0z", 'viewBox="0 0 100 50" width="100" preserveAspectRatio="xMidYMid slice"'),
  "none.svg": drawing("M0 0h100v50H0z", 'viewBox="0 0 100 50" width="100" preserveAspectRatio="none"'),
  "beyond.svg": drawing("M-50-50h300v300h-300z"),
};

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

describe("pictures without alternative text", () => {
  const sample = sampleOf(EXAM, FILES);
  const version = sample.versions[0] as Version;
  const page = sample.page(version);
  const pictures = [...page.html.matchAll(/<img src="\/images\/[^>]*>/g)];

  test.each(["student", "key"] as const)("are proven to be on the paper: %s", async (view) => {
    expect(pictures).toHaveLength(ON_PAPER.length);
    expect(await shop.prove(sample, version, view)).toEqual([]);
  });

  test.each([...ON_PAPER.entries()])("are missed: the one in place %i", async (index, where) => {
    const { 0: picture, index: start } = pictures[index] as RegExpExecArray;
    const html = page.html.slice(0, start) + page.html.slice(start + picture.length);
    const problems = await shop.proveOther(sample, version, { ...page, html });
    expect(problems.map(({ rule }) => rule)).toEqual([where === "" ? "verify-question" : "verify-figure"]);
    expect(problems[0]?.message).toContain(where && `The picture or formula "Figure" in ${where} is not painted`);
  });
});

describe("pictures and formulas in wrong places", () => {
  const sample = sampleOf(
    `---
title: Places
---

## {#one}

What is shown?

![a line](line.svg){width=4cm} ![a photo](photo.jpg){width=2cm}

Say it in one of these ways:

$$
\\frac{E}{m} = c^2
$$

- [x] ![an area](area.svg){width=3cm}
- [ ] In words
`,
    FILES,
  );
  const version = sample.versions[0] as Version;
  const plain = sample.page(version);
  /** What is said of places; `isShared` prints pictures once for all documents, as a build does. */
  const found = async (css: string, isShared: boolean) => {
    const html = plain.html.replace("</head>", `<style>${css}</style></head>`);
    const page: Page = { ...plain, html, ...(isShared && { common: [plain] }) };
    const problems = await shop.proveOther(sample, version, page);
    return problems
      .filter(({ rule }) => /cut|overlap/.test(rule))
      .map(({ message }) => message.slice("exam-A.pdf, ".length));
  };
  const figure = (css: string) => `.stem .figure { position: relative; text-align: start; ${css} }`;

  test.each<[what: string, css: string, found: string[]]>([
    ["none where all are in their places", "p { color: black }", []],
    ["beyond the left edge", figure("left: -4.5cm"), ['page 1: The picture "a line" is cut off']],
    [
      "beyond the lower edge, and so on two pages",
      figure("top: 19cm"),
      [
        'page 1: The picture "a line" is cut off',
        'page 1: The picture "a photo" is cut off',
        'page 2: The picture "a line" is cut off',
        'page 2: The picture "a photo" is cut off',
      ],
    ],
    [
      "in too low a box",
      figure("height: 20mm; overflow: hidden"),
      ['page 1: The picture "a line" is cut off', 'page 1: The picture "a photo" is cut off'],
    ],
    [
      "formulas in too low a box",
      ".formula-display { display: block; height: 0.6em; overflow: hidden }",
      ['page 1: The formula "\\frac{E}{m} = c^2" is cut off'],
    ],
    [
      "in too narrow a box",
      ".choice-content p { width: 2cm; overflow: hidden }",
      ['page 1: The picture "an area" is cut off'],
    ],
    [
      "on the line before",
      figure("top: -1.5cm"),
      ['page 1: The picture "a line" and "What is shown?" lie on each other'],
    ],
    [
      "on the line behind",
      figure("top: 1.5cm"),
      [
        'page 1: The picture "a photo" and "Say it in one of these ways:" lie on each other',
        'page 1: The picture "a line" and "Say it in one of these ways:" lie on each other',
      ],
    ],
    [
      "on each other",
      "img + img { margin-left: -1cm }",
      ['page 1: The picture "a photo" and the picture "a line" lie on each other'],
    ],
  ])("are found: %s", async (_, css, expected) => {
    expect.soft(await found(css, true)).toEqual(expected);
    // A drawing that is painted by itself is lines and areas, of which it is not known where they should end.
    expect.soft(await found(css, false)).toEqual(expected.filter((message) => !/"a line"|"an area"/.test(message)));
  });
});

describe.each(builtInTemplates())("pictures of every shape, in the template %s", (template) => {
  test("are in their places wherever they stand", async () => {
    const sample = sampleOf(shapes(template), FILES);
    const [version] = sample.versions as [Version];
    for (const view of ["student", "key"] as const) {
      const page = sample.page(version, view);
      const pdf = await shop.print({ ...page, common: [page] });
      expect(verify(pdf.bytes, expectation(sample, version, pdf, view))).toEqual([]);
    }
  });
});
