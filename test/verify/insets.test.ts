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
  return verify(bytes, expectation(sample, version, pdf)).map(({ rule }) => rule);
}

test("a document is proven when all its formulas and pictures are painted", () => {
  expect(findings((content) => content)).toEqual([]);
});

test.each([0, 1, 2, 3, 4])("inset %i is missed where it is not painted", (index) => {
  let count = 0;
  expect(findings((content) => content.replace(/^\/N\d+ Do\n/gm, (found) => (count++ === index ? "" : found)))).toEqual(
    ["verify-text"],
  );
  expect(count).toBeGreaterThan(index);
});

test("a drawing that is painted without an inset is missed where it is not painted", () => {
  expect(
    findings((content) => content.replace(/(\/Figure <<\/MCID \d+ >>BDC\n)(?:[-\d. ]+[mlch]\n|h\n)+f\n/, "$1")),
  ).toEqual(["verify-text"]);
});
