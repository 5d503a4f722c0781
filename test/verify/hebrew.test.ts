import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../src/model/version.ts";
import { openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

const SOLUTION = "המומנטום מונע את קריסת הייצוגים בזמן האימון של הרשת";
const sample = sampleOf(`---
title: מבחן
lang: he
---

## שאלה ראשונה {#one}

איזו מהתשובות הבאות נכונה לגבי ResNet-50 ו־ViT (שנת 2020) כאשר $x = 3$? הסבירו בקצרה, ב־5 שורות לכל היותר.

- [ ] רשת נוירונים, 12.5% מהמקרים
  > זה לא נכון מפני שהרשת אינה עמוקה
- [x] BYOL עם מומנטום
- [ ] אף אחת מהן

:::solution
${SOLUTION}.
:::

## {#two}

חשבו את המהירות:

::numeric[9.8]{unit="m/s"}

## {#three}

### {#first}

השלימו: :blank[ירושלים] היא עיר.

### {#second}

הסבירו.
`);
const [version] = sample.versions as [Version];
const page = sample.page(version);
const found = async (pattern: string, replacement: string) => {
  const html = page.html.replace(pattern, replacement);
  expect(html).not.toBe(page.html);
  return (await shop.proveOther(sample, version, { ...page, html })).map(({ rule }) => rule);
};

test("a paper written from the right, and its key, pass", async () => {
  expect(await shop.prove(sample, version)).toEqual([]);
  expect(await shop.prove(sample, version, "key")).toEqual([]);
});

test.each([
  ["a letter of an option", "מהמקרים", "מהמקרה"],
  ["a letter before an option", "א)", "ד)"],
  ["a word of a question", "בקצרה", "בפירוט"],
  ["a title", "ראשונה", "אחרונה"],
  ["the order of words", "הסבירו.", "סבירוה."],
])("%s changed is found", async (_, old, other) => {
  expect((await found(old, other)).length).toBeGreaterThan(0);
});

test("a solution in the header is found", async () => {
  expect(await found("<main", `<p>${SOLUTION}</p><main`)).toEqual(["verify-leak"]);
});
