import fc from "fast-check";
import { expect, test } from "vitest";
import { joinText } from "../../src/print/joined-text.ts";

/** Widths of a typeface's glyphs, in thousandths of its size. */
const widthOf = (glyph: number) => 200 + (glyph % 7) * 100;

interface Letter {
  readonly glyph: number;
  /** How much farther it stands than the width of the one before puts it, in thousandths of the typeface's size. */
  readonly kern: number;
}

const hex = (glyph: number) => glyph.toString(16).toUpperCase().padStart(4, "0");

/** A line of letters as the browser writes it, each in its place. */
function oneByOne(letters: readonly Letter[], size: number, face = "F4"): string {
  const shown = letters.map(({ glyph, kern }, index) => {
    const before = letters[index - 1];
    const step = before && ((widthOf(before.glyph) + kern) * size) / 1000;
    return `${step === undefined ? "" : `${Number(step.toFixed(5))} 0 Td `}<${hex(glyph)}> Tj\n`;
  });
  return `q\nBT\n/${face} ${size} Tf\n1 0 0 -1 49.125 222 Tm\n${shown.join("")}ET\nQ\n`;
}

/** Where the letters of a content stand, in thousandths of the typeface's size from the first one. */
function places(content: string, size: number): { glyph: number; at: number }[] {
  let line = 0;
  let at = 0;
  const found: { glyph: number; at: number }[] = [];
  for (const [token] of content.matchAll(/<[\dA-F]+>|-?[\d.]+ 0 Td|-?\d+(?=[^[\]]*\] TJ)/g)) {
    if (token.startsWith("<"))
      for (const code of token.match(/[\dA-F]{4}/g) ?? []) {
        const glyph = Number.parseInt(code, 16);
        found.push({ glyph, at });
        at += widthOf(glyph);
      }
    else if (token.endsWith("Td")) at = line += (1000 * Number.parseFloat(token)) / size;
    else at -= Number(token);
  }
  return found;
}

const letters = fc.array(
  fc.record({
    glyph: fc.integer({ min: 1, max: 999 }),
    kern: fc.oneof(fc.constant(0), fc.double({ min: -0.6, max: 0.6, noNaN: true }), fc.integer({ min: -90, max: 90 })),
  }),
  { minLength: 1, maxLength: 60 },
);

test("every letter stays where it was, but for what nobody sees", () => {
  fc.assert(
    fc.property(letters, fc.constantFrom(9.5, 11, 14.6599998, 32), (line, size) => {
      const before = oneByOne(line, size);
      const after = joinText(before, () => widthOf);
      const [old, now] = [places(before, size), places(after, size)];
      expect(now.map(({ glyph }) => glyph)).toEqual(line.map(({ glyph }) => glyph));
      for (const [index, { at }] of now.entries()) expect(Math.abs(at - (old[index]?.at ?? 0))).toBeLessThan(3.1);
    }),
  );
});

test("letters that stand where their widths put them are one string", () => {
  const line = [1, 2, 3, 4].map((glyph) => ({ glyph, kern: 0 }));
  expect(joinText(oneByOne(line, 11), () => widthOf)).toContain("<0001000200030004> Tj\nET\n");
});

test("a pair that is set closer is so in one array", () => {
  const line = [
    { glyph: 1, kern: 0 },
    { glyph: 2, kern: -40 },
    { glyph: 3, kern: 0 },
  ];
  expect(joinText(oneByOne(line, 11), () => widthOf)).toContain("[<0001> 40 <00020003>] TJ\nET\n");
});

test("what is not a plain line of letters is left as it is", () => {
  const line = oneByOne(
    [1, 2].map((glyph) => ({ glyph, kern: 0 })),
    11,
  );
  for (const other of [
    line.replace("1 0 0 -1", "0 1 1 0"),
    line.replace("0 Td", "2 Td"),
    line.replace("<0001> Tj\n", "/Span<</ActualText <FEFF0041> >> BDC\n<0001> Tj\nEMC\n"),
  ]) {
    expect(other).not.toBe(line);
    expect(joinText(other, () => widthOf)).toBe(other);
  }
  expect(joinText(line, () => undefined)).toBe(line);
});
