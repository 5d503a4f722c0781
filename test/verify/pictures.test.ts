import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Version } from "../../src/model/version.ts";
import { openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";

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

const drawing = (path: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"><path d="${path}"/></svg>`;

const FILES = {
  "photo.jpg": readFileSync(`${import.meta.dirname}/../print/pictures/turned.jpg`),
  "line.svg": drawing("M0 0h100v10H0z"),
  "area.svg": drawing("M0 0h100v50H0z"),
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
