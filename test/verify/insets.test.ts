import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../src/model/version.ts";
import type { PrintedPdf } from "../../src/print/index.ts";
import { readPages } from "../../src/print/outline.ts";
import { reference, SkiaPdf } from "../../src/print/skia-pdf.ts";
import { verify } from "../../src/verify/verify.ts";
import { expectation, openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";

const drawing = (attributes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><circle cx="50" cy="25" r="20"/></svg>`;

const sample = sampleOf(
  `---
title: Proof
---

## Energy {#one}

With $\\frac{E}{m}$ and ![a circle](once.svg){width=2cm} and ![another circle](inline.svg){width=2cm}, only space:$\\quad$.

- [x] $\\alpha$
- [ ] $\\beta_1$
`,
  {
    "once.svg": drawing('viewBox="0 0 100 50" width="100" height="50"'),
    "inline.svg": drawing('width="100" height="50"'),
  },
);
const version = sample.versions[0] as Version;
const page = sample.page(version);

let shop: PrintShop;
let pdf: PrintedPdf;
beforeAll(async () => {
  shop = await openPrintShop();
  // Its formulas and its picture are printed once, since it has them in common with itself.
  pdf = await shop.print({ ...page, common: [page] });
});
afterAll(() => shop.close());

/** What is found in the document when something else is painted on its page. */
function findings(change: (content: string) => string): string[] {
  const printed = new SkiaPdf(pdf.bytes);
  const number = reference(printed.object(readPages(printed)[0] as number), "Contents");
  const content = change(printed.content(number));
  const stream = deflateSync(Buffer.from(content, "latin1"));
  const text = `<</Filter /FlateDecode\n/Length ${stream.length}>> stream\n${stream.toString("latin1")}\nendstream\n`;
  const bytes = printed.replace(new Map([[number, text]]));
  return verify(bytes, expectation(sample, version, pdf)).map(({ rule, message }) => `${rule} ${message}`);
}

test("a document is proven when all its formulas and pictures are painted", () => {
  expect(findings((content) => content)).toEqual([]);
});

/** In the order in which they are painted. */
const INSETS = [
  ["a circle", "the text of question 1"],
  ["\\frac{E}{m}", "the text of question 1"],
  ["\\quad", "the text of question 1"],
  ["\\alpha", "option a of question 1"],
  ["\\beta_1", "option b of question 1"],
] as const;

test.each([...INSETS.entries()])("inset %i is missed where it is not painted", (index, [figure, where]) => {
  let count = 0;
  const found = findings((content) => content.replace(/^\/N\d+ Do\n/gm, (inset) => (count++ === index ? "" : inset)));
  expect(found).toEqual([
    `verify-figure exam-A.pdf, page 1: The picture or formula "${figure}" in ${where} is not painted in its place`,
  ]);
});

test("a drawing that is painted without an inset is missed where it is not painted", () => {
  expect(
    findings((content) => content.replace(/(\/Figure <<\/MCID \d+ >>BDC\n)(?:[-\d. ]+[mlch]\n|h\n)+f\n/, "$1")),
  ).toEqual([
    expect.stringContaining('The picture or formula "another circle" in the text of question 1 is not painted'),
  ]);
});
