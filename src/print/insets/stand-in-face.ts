import type { Asset } from "../../model/page.ts";

/** The typeface's name, as style sheets and PDFs have it. */
export const FACE_NAME = "exam-stand-in";

/** Code point of the digit 0; the others, to F, come behind it. Private: no text that is read has a meaning for them. */
const ZERO = 0xf0f0;

/** A number as the typeface writes it. */
export function standInText(number: number): string {
  return [...number.toString(16)].map((digit) => String.fromCharCode(ZERO + Number.parseInt(digit, 16))).join("");
}

/** The number that glyphs of the typeface stand for, given as a PDF shows them: four hexadecimal digits each. */
export function standInNumber(glyphs: string): number {
  const digits = glyphs.match(/.{4}/g) ?? [];
  // The first glyph of every typeface stands for what it has none of.
  return digits.reduce((number, glyph) => 16 * number + Number.parseInt(glyph, 16) - 1, 0);
}

/** Numbers in a text as the typeface writes them. */
export const STAND_IN_TEXTS = /[\uF0F0-\uF0FF]+/g;

/** The number such a text stands for. */
export function standInNumberOf(text: string): number {
  return [...text].reduce((number, digit) => 16 * number + digit.charCodeAt(0) - ZERO, 0);
}

/**
 * A typeface of sixteen digits that have no width, no height and hardly a trace: what is written in it moves nothing, and the
 * printed document says to the last decimal where it stands, and how large.
 *
 * OpenType 1.9, with the tables that a browser insists on.
 */
export const STAND_IN_FACE: Asset = { type: "font/ttf", bytes: makeFace() };

function makeFace(): Uint8Array {
  const GLYPHS = 17;
  const NO_DATES = [0, 0, 0, 0, 0, 0, 0, 0];
  // A triangle: one contour of three points, each on the curve, as distances from the one before.
  const triangle = Buffer.concat([
    words(1, 0, 0, 10, 10, 2, 0),
    Buffer.from([1, 1, 1]),
    words(0, 10, -10, 0, 0, 10),
    Buffer.alloc(1),
  ]);
  const segments = [
    { first: ZERO, last: ZERO + 15, delta: 1 - ZERO },
    { first: 0xffff, last: 0xffff, delta: 1 },
  ];
  const mapping = words(
    ...[2 * segments.length, 4, 1, 0],
    ...segments.map(({ last }) => last),
    0,
    ...segments.map(({ first }) => first),
    ...segments.map(({ delta }) => delta),
    ...segments.map(() => 0),
  );
  const names = [
    { id: 1, text: FACE_NAME },
    { id: 2, text: "Regular" },
    { id: 4, text: FACE_NAME },
    { id: 6, text: FACE_NAME },
  ].map(({ id, text }) => ({ id, bytes: Buffer.from(text, "utf16le").swap16() }));
  let end = 0;
  const nameRecords = names.map(({ id, bytes }) => {
    end += bytes.length;
    return words(3, 1, 0x409, id, bytes.length, end - bytes.length);
  });
  const tables = {
    "OS/2": Buffer.concat([
      words(4, 0, 400, 5, 0, ...Array(11).fill(0)),
      Buffer.alloc(10 + 16),
      Buffer.from("exam"),
      words(0x40, ZERO, ZERO + 15, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 32, 1),
    ]),
    cmap: Buffer.concat([words(0, 1, 3, 1, 0, 12, 4, mapping.length + 6, 0), mapping]),
    glyf: Buffer.concat(Array(GLYPHS).fill(triangle)),
    head: words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, ...NO_DATES, 0, 0, 10, 10, 0, 8, 2, 0, 0),
    hhea: words(1, 0, ...Array(7).fill(0), 1, ...Array(7).fill(0), GLYPHS),
    hmtx: words(...Array(2 * GLYPHS).fill(0)),
    loca: words(...Array.from({ length: GLYPHS + 1 }, (_, glyph) => (glyph * triangle.length) / 2)),
    maxp: words(1, 0, GLYPHS, 3, 1, 0, 0, 1, ...Array(8).fill(0)),
    name: Buffer.concat([
      words(0, names.length, 6 + 12 * names.length),
      ...nameRecords,
      ...names.map(({ bytes }) => bytes),
    ]),
    post: words(3, ...Array(15).fill(0)),
  };
  const entries = Object.entries(tables).map(([tag, table]) => ({
    tag,
    length: table.length,
    padded: Buffer.concat([table, Buffer.alloc(-table.length & 3)]),
  }));
  let offset = 12 + 16 * entries.length;
  const directory = entries.map(({ tag, length, padded }) => {
    offset += padded.length;
    return Buffer.concat([Buffer.from(tag), longs(sumOf(padded), offset - padded.length, length)]);
  });
  const power = Math.floor(Math.log2(entries.length));
  const search = 16 * 2 ** power;
  const head = words(1, 0, entries.length, search, power, 16 * entries.length - search);
  return Buffer.concat([head, ...directory, ...entries.map(({ padded }) => padded)]);
}

/** Numbers as 16 bits each, signed or not. */
function words(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(numbers).buffer).swap16();
}

/** Numbers as 32 bits each. */
function longs(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(numbers).buffer).swap32();
}

function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
