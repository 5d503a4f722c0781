import type { SkiaPdf } from "./skia-pdf.ts";

/** How wide the glyphs of a typeface are, in thousandths of its size. */
export type GlyphWidths = (glyph: number) => number;

/** The widths of a document's typeface, by the number of its object (ISO 32000-1, 9.7.4.3). */
export function widthsOf(pdf: SkiaPdf, font: number): GlyphWidths | undefined {
  const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(pdf.object(font))?.[1];
  if (descendant === undefined) return undefined;
  const dictionary = pdf.object(Number(descendant));
  const rest = Number(/\/DW (\S+?)(?:>>|\n)/.exec(dictionary)?.[1] ?? 1000);
  const widths = new Map<number, number>();
  // Either a first glyph and the widths from it on, or a first, a last, and the width of all of them.
  const list = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(dictionary)?.[1] ?? "";
  for (const [, first, each, last, all] of list.matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) (\S+))/g)) {
    if (each !== undefined)
      for (const [index, width] of each.trim().split(/\s+/).entries()) widths.set(Number(first) + index, Number(width));
    else for (let glyph = Number(first); glyph <= Number(last); glyph++) widths.set(glyph, Number(all));
  }
  return (glyph) => widths.get(glyph) ?? rest;
}

/**
 * A content in which letters are shown by lines of words, not one by one: the browser gives each its place, though nearly all
 * stand where the widths of their typeface put them anyway. The content is a fifth as long.
 */
export function joinText(content: string, widths: (face: string) => GlyphWidths | undefined): string {
  return content.replace(ONE_BY_ONE, (all, head, face, size, first, rest) => {
    const widthOf = widths(face);
    if (!widthOf) return all;
    const letters = rest.trimEnd().split("\n") as string[];
    return `${head}${shown(first, letters, widthOf, Number(size))}\nET\n`;
  });
}

const GLYPHS = "(?:[\\dA-F]{4})+";
const ONE_BY_ONE = new RegExp(
  `(BT\\n/(\\w+) (\\S+) Tf\\n1 0 \\S+ -1 \\S+ \\S+ Tm\\n)<(${GLYPHS})> Tj\\n((?:[\\d.]+ 0 Td <${GLYPHS}> Tj\\n)+)ET\\n`,
  "g",
);

/** Thousandths of a typeface's size by which no letter is seen to stand elsewhere. */
const UNSEEN = 3;

/** One operator that shows letters; each of `letters` says how far it stands from the one before. */
function shown(first: string, letters: readonly string[], widthOf: GlyphWidths, size: number): string {
  const parts: string[] = [];
  let joined = first;
  let before = first;
  /** How much farther the letters should have come. */
  let short = 0;
  for (const letter of letters) {
    const start = letter.indexOf("<") + 1;
    const glyphs = letter.slice(start, letter.length - 4);
    const gap = (1000 * Number.parseFloat(letter)) / size - widthOfAll(before, widthOf) + short;
    short = gap;
    if (Math.abs(gap) >= UNSEEN) {
      const whole = Math.round(gap);
      parts.push(`<${joined}> ${-whole}`);
      short = gap - whole;
      joined = "";
    }
    joined += glyphs;
    before = glyphs;
  }
  return parts.length === 0 ? `<${joined}> Tj` : `[${parts.join(" ")} <${joined}>] TJ`;
}

function widthOfAll(glyphs: string, widthOf: GlyphWidths): number {
  if (glyphs.length === 4) return widthOf(Number.parseInt(glyphs, 16));
  let sum = 0;
  for (let at = 0; at < glyphs.length; at += 4) sum += widthOf(Number.parseInt(glyphs.slice(at, at + 4), 16));
  return sum;
}
