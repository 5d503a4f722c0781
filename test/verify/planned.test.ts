import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { changed, exchanged, findings, option, optionContent, question, sample } from "./altered-page.ts";
import { openPrintShop, type PrintShop } from "./print-shop.ts";

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

test.each(sample.versions)("version $label as it should be passes, and its key", async (version) => {
  expect(await shop.prove(sample, version)).toEqual([]);
  expect(await shop.prove(sample, version, "key")).toEqual([]);
});

describe("found is", () => {
  test.each<[what: string, page: () => Page, finding: RegExp]>([
    [
      "two options' contents exchanged",
      () => exchanged(optionContent(0), optionContent(1)),
      /text .*1: Option a of question 1/,
    ],
    ["two formulas exchanged", () => exchanged(optionContent(4), optionContent(5)), /text .*Option a of question 2/],
    [
      "two options exchanged",
      () => exchanged(option(1), option(2)),
      /text .*Option [bc] of question 1 stands in another/,
    ],
    ["a letter changed", () => changed(/(choice-letter">)c/, "$1d"), /text .*Option c of question 1 stands in another/],
    ["an option left out", () => changed(option(2), ""), /text .*Option c of question 1 is missing/],
    ["an option printed twice", () => changed(option(3), option(3) + option(3)), /unplanned .*"d\)"/],
    [
      "an option added",
      () => changed("</li></ol></article>", "</li><li>e) 8 kHz</li></ol></article>"),
      /unplanned .*"e\) 8 kHz"/,
    ],
    [
      "a word of an option changed",
      () => changed("It cannot be", "It can be"),
      /text .*Option . of question 1 is missing/,
    ],
    ["a digit of an option changed", () => changed("7.9 kHz", "79 kHz"), /text .*Option . of question 1 is missing/],
    [
      "a word of a question changed",
      () => changed("every Fourier", "any Fourier"),
      /text .*text of question 2 is missing/,
    ],
    ["an emphasised word left out", () => changed("<strong>enough</strong>", ""), /text .*text of question 1/],
    ["a sign of a program changed", () => changed("- y)", "+ y)"), /text .*text of question 4/],
    ["a cell changed", () => changed("infinite", "finite"), /text .*text of question 5/],
    ["a footnote left out", () => changed("Take it as causal.", ""), /text .*Footnote 1 of question 3/],
    ["a section's text changed", () => changed("The figure below", "The figure above"), /text .*The text of a section/],
    ["a section's title changed", () => changed("Practice", "Praxis"), /text .*The title of a section/],
    ["the opening text changed", () => changed("Read everything", "Read something"), /text .*The opening text/],
    ["a question left out", () => changed(question(1), ""), /question .*Question 2 is missing/],
    [
      "a question printed twice",
      () => changed(question(1), question(1) + question(1)),
      /question .*Question 2 is printed 2 times/,
    ],
    ["two questions exchanged", () => exchanged(question(0), question(2)), /question .*Question . stands before/],
    ["a question's number changed", () => changed(/(question-number">)3/, "$16"), /question .*Question 3 is missing/],
    ["a question's title changed", () => changed("Sampling", "Samples"), /question .*Question 1 is missing/],
    ["a part's letter changed", () => changed(/(part-number">)\(b/, "$1(c"), /text .*Part b of question 4/],
    ["a number of points changed", () => changed(/(points-worth">)2/, "$13"), /unplanned .*"3 pts"/],
    ["an answer filled in", () => changed('<p class="short">', '<p class="short">Lowpass'), /unplanned .*"Lowpass"/],
    ["a word between two questions", () => changed("</article>", "</article><p>Nyquist</p>"), /unplanned .*"Nyquist"/],
    [
      "a question on another page",
      () => changed(/(<article class="question)(" data-item="1")/, '$1 page-start" style="break-before:page$2'),
      /page .*page 2: Question 2 begins on page 2, expected page 1/,
    ],
  ])("%s", async (_, page, finding) => {
    expect(await findings(shop, page())).toContainEqual(expect.stringMatching(new RegExp(`^verify-${finding.source}`)));
  });
});
