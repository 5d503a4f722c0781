import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { changed, findings, page } from "./altered-page.ts";
import { openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

const SOLUTION = "The theorem of Nyquist and Shannon asks for more than twice the bandwidth.";
const NAME = SOLUTION.replaceAll(" ", "-");
const inHeader = (html: string) => changed("<main", `${html}<main`);
const inStyle = (css: string) => changed("</head>", `<style>${css}</style></head>`);

describe("found on a student's paper is", () => {
  test.each<[what: string, page: () => Page, of?: string]>([
    ["a solution below its question", () => changed("</article>", `<p>${SOLUTION}</p></article>`)],
    ["a solution in the header", () => inHeader(`<p>${SOLUTION}</p>`)],
    ["part of a solution", () => inHeader("<p>Mind that Nyquist and Shannon asks for more than once.</p>")],
    [
      "a solution emphasised and broken",
      () => inHeader(`<p>${SOLUTION.replace("Ny", "Ny-<br>").replace("and", "<em>and</em>")}</p>`),
    ],
    ["a solution in capitals", () => inHeader(`<p style="text-transform: uppercase">${SOLUTION}</p>`)],
    ["a solution in white", () => inHeader(`<p style="color: white; font-size: 1pt">${SOLUTION}</p>`)],
    ["a solution in the margin", () => inStyle(`@page { @left-middle { content: "${SOLUTION}" } }`)],
    ["a solution in a figure that says otherwise", () => inHeader(`<p role="img" aria-label="x">${SOLUTION}</p>`)],
    [
      "a solution hidden from the screen reader",
      () => inHeader(`<p aria-hidden="true">${SOLUTION.replace("and", "<b>and</b>")}</p>`),
    ],
    [
      "a solution as the marker of a list",
      () => inHeader(`<ul><li style="list-style-position: inside; list-style-type: '${SOLUTION}'">x</li></ul>`),
    ],
    ["a solution as an alternative text", () => inHeader(`<span role="img" aria-label="${SOLUTION}">x</span>`)],
    ["a solution as a heading, in the outline", () => inHeader(`<h2>${SOLUTION}</h2>`)],
    ["a solution in a link", () => inHeader(`<a href="https://example.org/?${NAME}">x</a>`)],
    ["a solution as the name of a place", () => inHeader(`<a href="#${NAME}">x</a><p id="${NAME}">y</p>`)],
    ["a solution as the title", () => ({ ...page, metadata: { ...page.metadata, title: SOLUTION } })],
    ["a solution as the author", () => ({ ...page, metadata: { ...page.metadata, author: SOLUTION } })],
    [
      "a formula of a solution",
      () => inHeader(`<i role="img" aria-label="Y(z) = a X(z) + (1 - a)  z^{-1} Y(z)">Y</i>`),
      "solution of question 4 (b)",
    ],
    ["feedback", () => inHeader("<p>Above twice the highest frequency.</p>"), "answer or feedback of question 1"],
    ["a criterion", () => inHeader("<ul><li>transforms the equation correctly</li></ul>"), "rubric of question 4 (b)"],
    ["a note", () => inHeader("<p>Sign errors cost half a point only once.</p>"), "note of question 4 (b)"],
  ])("%s", async (_, page, of = "solution of question 1") => {
    const found = (await findings(shop, page())).filter((finding) => finding.startsWith("verify-leak "));
    expect(found).toEqual([expect.stringMatching(/^verify-leak exam-A\.pdf/)]);
    expect(found[0]?.toLowerCase()).toContain(`${of} can be read`);
  });
});

test("a key that quotes what the paper says is no leak", async () => {
  const sample = sampleOf(`---
title: Networks
---

## {#one}

Which of them is trained without negative samples and without labels?

- [x] Bootstrap Your Own Latent
  > Bootstrap Your Own Latent
- [ ] BYOL
  > BYOL is trained without negative samples and without labels.
- [ ] $\\mathcal{L} = \\lVert x - y \\rVert_2^2$
  > $\\mathcal{L} = \\lVert x - y \\rVert_2^2$ is a loss.

:::solution
Bootstrap Your Own Latent is trained without negative samples.
:::

## {#two}

What is it called?

::short[BYOL]
`);
  for (const version of sample.versions) expect(await shop.prove(sample, version)).toEqual([]);
});
