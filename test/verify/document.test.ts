import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../src/model/version.ts";
import type { PrintedPdf } from "../../src/print/index.ts";
import { verify } from "../../src/verify/verify.ts";
import { findings, page, sample, version } from "./altered-page.ts";
import { expectation, openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";

let shop: PrintShop;
let pdf: PrintedPdf;
beforeAll(async () => {
  shop = await openPrintShop();
  pdf = await shop.print(page);
});
afterAll(() => shop.close());

const proven = async (bytes: Uint8Array, planned = {}) =>
  (await verify(bytes, { ...expectation(sample, version, pdf), ...planned })).map(({ message }) => message);

test("another number of pages than planned", async () => {
  expect(await proven(pdf.bytes, { pages: 7 })).toEqual([
    `exam-A.pdf: Its number of pages is ${pdf.pages}, expected 7`,
  ]);
});

test("a page that is taken out", async () => {
  const text = Buffer.from(pdf.bytes)
    .toString("latin1")
    .replace(/(\/Kids \[\d+ 0 R) \d+ 0 R\]/, "$1]");
  const found = await proven(Buffer.from(text, "latin1"));
  expect(found).toContain(`exam-A.pdf: Its number of pages is ${pdf.pages - 1}, expected ${pdf.pages}`);
  expect(found).toContainEqual(expect.stringMatching(/^exam-A\.pdf: Question 5 is missing/));
});

test.each([
  ["title", { title: "Other" }, `exam-A.pdf: Its title is "Other", expected "${page.metadata.title}"`],
  ["author", { author: "Nobody" }, 'exam-A.pdf: Its author is "Nobody", expected "Ada Example"'],
  ["language", { lang: "fr" }, 'exam-A.pdf: Its language is "fr", expected "en"'],
])("another %s than planned", async (_, metadata, message) => {
  expect(await findings(shop, { ...page, metadata: { ...page.metadata, ...metadata } })).toEqual([
    `verify-metadata ${message}`,
  ]);
});

test("a typeface as Type 3", async () => {
  const text = Buffer.from(pdf.bytes).toString("latin1").replace("/Subtype /CIDFontType2", "/Subtype /Type3       ");
  expect(await proven(Buffer.from(text, "latin1"))).toContainEqual(expect.stringMatching(/typeface \S+ is a Type 3/));
});

test("a typeface that is not embedded", async () => {
  const text = Buffer.from(pdf.bytes).toString("latin1").replace("/FontFile2 ", "/FontFileX ");
  expect(await proven(Buffer.from(text, "latin1"))).toEqual([expect.stringMatching(/typeface .* is not embedded$/)]);
});

test("letters that no typeface has", async () => {
  const sample = sampleOf("---\ntitle: Test\n---\n\n## {#one}\n\nWhat does 水 mean, and 木火 together?\n");
  const [version] = sample.versions as [Version];
  expect((await shop.prove(sample, version)).map(({ message }) => message)).toEqual([
    "exam-A.pdf, page 1: 3 letters have no glyph in any typeface: empty boxes are printed",
  ]);
});

test("a file inside it", async () => {
  const tree = "/Names <</EmbeddedFiles <</Names [(key.txt) <</Type /Filespec /F (key.txt) /EF <<>> >>]>> >>";
  const text = Buffer.from(pdf.bytes).toString("latin1").replace("<</Type /Catalog", `<</Type /Catalog\n${tree}`);
  expect(await proven(Buffer.from(text, "latin1"))).toEqual(["exam-A.pdf: The file key.txt is attached to it"]);
});

test.each([
  ["an annotation", (text: string) => `/Annots [<</Type /Annot /Subtype /Text /Rect [0 0 0 0] /Contents (${text})>>]`],
  ["a name of a glyph", (text: string) => `/Encoding <</Differences [32 /${text.replaceAll(" ", "")}]>>`],
  ["a form's field", (text: string) => `/AcroForm <</Fields [<</T (x) /V <${Buffer.from(text).toString("hex")}>>>]>>`],
  ["a program", (text: string) => `/OpenAction <</S /JavaScript /JS (app.alert\\("${text}"\\))>>`],
])("words of the key in %s", async (_, entry) => {
  const words = "The theorem of Nyquist and Shannon asks for more than twice the bandwidth.";
  const text = Buffer.from(pdf.bytes)
    .toString("latin1")
    .replace("<</Type /Catalog", `<</Type /Catalog\n${entry(words)}`);
  expect(await proven(Buffer.from(text, "latin1"))).toEqual([
    expect.stringMatching(/^exam-A\.pdf: The solution of question 1 can be read in what is not seen/),
  ]);
});

test("a picture that is not painted", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="9"/></svg>';
  const sample = sampleOf("---\ntitle: Test\n---\n\n## {#one}\n\nWhat is it? ![A circle](circle.svg)\n", {
    "circle.svg": svg,
  });
  const [version] = sample.versions as [Version];
  const planned = sample.page(version);
  expect(await shop.prove(sample, version)).toEqual([]);
  const broken = new Map([...planned.assets].map(([url, asset]) => [url, /svg/.test(asset.type) ? BROKEN : asset]));
  const found = await shop.proveOther(sample, version, { ...planned, assets: broken });
  expect(found.map(({ message }) => message)).toEqual([
    'exam-A.pdf, page 1: The picture or formula "A circle" in the text of question 1 is not painted in its place',
  ]);
});
const BROKEN = { type: "image/svg+xml", bytes: Buffer.from("no picture") };

test("a tree of pages in which a branch grows twice", async () => {
  const text = Buffer.from(pdf.bytes)
    .toString("latin1")
    .replace(/\/Kids \[(\d+ 0 R)/, "/Kids [$1 $1");
  expect(await proven(Buffer.from(text, "latin1"))).toEqual([
    "exam-A.pdf: It cannot be read: Unexpected value in the tree of pages",
  ]);
});

test("what is no PDF", async () => {
  expect(await proven(Buffer.from("no PDF"))).toEqual([expect.stringMatching(/^exam-A\.pdf: It cannot be read: /)]);
});

test("the bytes stay as they are", async () => {
  const before = Buffer.from(pdf.bytes);
  await proven(pdf.bytes);
  expect(Buffer.from(pdf.bytes).equals(before)).toBe(true);
});
