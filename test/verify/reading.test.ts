import fc from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TextReader } from "../../src/verify/painted-text.ts";
import { PdfFile } from "../../src/verify/pdf-file.ts";
import { isDictionary, nameOf, PdfName, type PdfValue, ValueReader } from "../../src/verify/pdf-value.ts";
import { inReadingOrder } from "../../src/verify/reading-order.ts";
import { page } from "./altered-page.ts";
import { openPrintShop, type PrintShop } from "./print-shop.ts";

let shop: PrintShop;
let pdf: string;
beforeAll(async () => {
  shop = await openPrintShop();
  pdf = Buffer.from((await shop.print(page)).bytes).toString("latin1");
});
afterAll(() => shop.close());

const open = (text: string) => new PdfFile(Buffer.from(text, "latin1"));

/** All that is painted, as pdf.js finds it. */
async function otherReading(bytes: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  let text = "";
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  await loading.destroy();
  return text;
}

/** All letters of a text in an order of their own: readers differ in spaces, and in what is written from the right. */
const letters = (text: string) => [...text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");

test.each([
  ["Arabic", '<p lang="ar" dir="rtl">الفيزياء العامة، الاختبار النصفي 12 (Physics)</p>'],
  ["Arabic with its vowels", '<p lang="ar" dir="rtl">بَلَغَ الرَّجُلُ ٱلنَّهْرَ، ذَٰلِكَ هُدًى 12</p>'],
  ["Hebrew with its vowels", '<p lang="he" dir="rtl">שָׁלוֹם עֲלֵיכֶם יְלָדִים</p>'],
  ["Hebrew", '<p lang="he" dir="rtl">המומנטום מונע את קריסת הייצוגים, 12.5% מהמקרים</p>'],
  ["several letters that are one glyph", "<p>office fluffy — “quotes” ½</p>"],
  ["a layer", '<p style="opacity: 0.5">half as <b>dark</b></p>'],
  ["letters on their side", '<p style="writing-mode: vertical-rl">turned</p>'],
  ["a drawing", '<svg width="90" height="20"><text y="15">drawn</text></svg>'],
])("pdf.js reads the same in %s", async (_, html) => {
  const { bytes } = await shop.print({ ...page, html: page.html.replace("<main", `${html}<main`) });
  const file = new PdfFile(bytes);
  const reader = new TextReader(file);
  const pages = file.values.filter(isDictionary).filter((value) => nameOf(value.get("Type")) === "Page");
  const found = pages.flatMap((one) => [...reader.read(one, new Map()).marked.values()]).join("");
  expect(letters(found)).toBe(letters(await otherReading(bytes)));
  expect(letters(found).length).toBeGreaterThan(500);
});

test.each([
  ["שלום עולם 12.5 BYOL", "BYOL 12.5 םלוע םולש"],
  ["one שלום two", "one םולש two"],
])("%s is painted from left to right and read as it was written", (written, painted) => {
  expect(inReadingOrder(`${painted}\nmore`)).toBe(`${written}\nmore`);
});

describe("refused is", () => {
  test.each<[what: string, change: (text: string) => string, message: string]>([
    ["a second object of one number", (text) => text.replace("\n2 0 obj", "\n1 0 obj"), "there are two objects 1"],
    ["a second version", (text) => `${text}${text.slice(text.lastIndexOf("xref\n0"))}`, "it was changed after it was"],
    ["what is hidden between objects", (text) => text.replace("\nxref", "\n(answer)\nxref"), 'Unexpected "(answer)'],
    ["what is hidden at the end", (text) => `${text}answer`, 'Unexpected "answer'],
    ["a longer stream", (text) => text.replace(/\/Length (\d)/, "/Length 1$1"), "Unexpected length of stream"],
    ["a packed object", (text) => text.replace("/Type /Catalog", "/Type /ObjStm "), "its objects are packed"],
  ])("%s", (_, change, message) => {
    expect(() => open(change(pdf))).toThrow(message);
  });
});

test("values are read as they were written", () => {
  const text = fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)) });
  const name = fc.string({ unit: "grapheme-ascii", minLength: 1 });
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      text.filter((bytes) => !/^(\xFE\xFF|\xEF\xBB\xBF)/.test(bytes)),
      name.map((one) => new PdfName(one)),
      fc.array(tie("value")),
      fc.uniqueArray(fc.tuple(name, tie("value")), { selector: ([key]) => key }).map((entries) => new Map(entries)),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom("literal", "hexadecimal"), (given, form) => {
      const written = source(given as PdfValue, form);
      const reader = new ValueReader(`${written} endobj`);
      expect(reader.read()).toEqual(given);
      reader.skipSpace();
      expect(reader.skip("endobj")).toBe(true);
    }),
  );
});

function source(value: PdfValue, form: "literal" | "hexadecimal"): string {
  if (value instanceof PdfName) return `/${value.name.replace(/[^A-Za-z]/g, (sign) => `#${hex(sign)}`)}`;
  if (Array.isArray(value)) return `[${value.map((each) => source(each, form)).join(" ")}]`;
  if (isDictionary(value))
    return `<<${[...value].map(([key, each]) => `${source(new PdfName(key), form)} ${source(each, form)}`).join("\n")}>>`;
  if (typeof value !== "string") return String(value);
  if (form === "hexadecimal") return `<${hex(value)}>`;
  return `(${value.replace(/[\\()]/g, "\\$&").replaceAll("\r", "\\r")})`;
}

function hex(text: string): string {
  return Buffer.from(text, "latin1").toString("hex");
}
