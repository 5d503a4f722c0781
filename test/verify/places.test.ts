import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { changed, findings } from "./altered-page.ts";
import { openPrintShop, type PrintShop } from "./print-shop.ts";

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

const inStyle = (css: string) => changed("</head>", `<style>${css}</style></head>`);

test.each<[what: string, page: () => Page, finding: string]>([
  ["text cut off below", () => inStyle(".stem { height: 0.5em; overflow: hidden }"), "verify-cut"],
  ["text cut off above", () => inStyle(".stem { overflow: hidden } .stem p { margin-top: -0.9em }"), "verify-cut"],
  ["text beyond the edge", () => inStyle(".choice { margin-inline-start: -8em }"), "verify-cut"],
  ["text too wide for its place", () => inStyle(".stem p { white-space: nowrap; overflow: hidden }"), "verify-text"],
  ["a question on another", () => inStyle(".question + .question { margin-top: -4.2em }"), "verify-overlap"],
  ["lines too close to each other", () => inStyle("* { line-height: 0.4 !important }"), "verify-overlap"],
])("found is %s", async (_, page, finding) => {
  expect(await findings(shop, page())).toContainEqual(
    expect.stringMatching(new RegExp(`^${finding} exam-A\\.pdf, page`)),
  );
});
