import { GlyphInk } from "./glyph-ink.ts";
import type { PdfFile } from "./pdf-file.ts";
import { nameOf, type PdfDictionary, type PdfValue } from "./pdf-value.ts";
import { type Box, union } from "./placement.ts";
import { isMarks, isRightToLeft, UNKNOWN } from "./plain-text.ts";

/** What codes show. */
export interface Shown {
  /** With a sign for every glyph that does not say which letters it is. */
  readonly words: string;
  /** How often it is the first glyph, which stands for all there are none of. */
  readonly boxes: number;
  /** How far the last letter is from the first, in thousandths of the typeface's size. */
  readonly reach: number;
  /** Of marks alone, where their ink is from the place of the first on, likewise; absent where the typeface does not tell. */
  readonly ink?: Box | undefined;
}

/** A typeface as a document has it: what its codes say. */
export class Face {
  /** Hexadecimal digits of a code: two bytes, or one in simple and in Type 3 faces. */
  readonly #width: number;
  /** By the code. */
  readonly #texts: ReadonlyMap<number, string>;
  /** In thousandths of the typeface's size, likewise. */
  readonly #widths: ReadonlyMap<number, number>;
  readonly #otherWidth: number;
  /** Its outlines; undefined where they are in another form. */
  readonly #outlines: () => GlyphInk | undefined;

  /** Throws for one that does not say what its codes mean: its text could not be copied. */
  constructor(font: PdfDictionary, file: PdfFile) {
    const isComposite = nameOf(font.get("Subtype")) === "Type0";
    if (isComposite && nameOf(font.get("Encoding")) !== "Identity-H")
      throw new Error("Unexpected encoding of a typeface, expected Identity-H");
    this.#width = isComposite ? 4 : 2;
    if (!font.has("ToUnicode")) throw new Error("A typeface does not say which letters its glyphs are");
    this.#texts = textsOf(font.get("ToUnicode"), file);
    const [descendant] = file.array(font.get("DescendantFonts"));
    const composite = file.dictionary(descendant);
    const { widths, others } = widthsOf(composite, file);
    this.#widths = widths;
    this.#otherWidth = others;
    this.#outlines = () => {
      const outlines = file.dictionary(composite.get("FontDescriptor")).get("FontFile2");
      return outlines === undefined ? undefined : inkOf(outlines, file);
    };
  }

  /** What is shown by codes, in hexadecimal digits. */
  read(digits: string): Shown {
    const codes = PLAIN.test(digits) ? digits : digits.replace(/\s/g, "");
    let words = "";
    let boxes = 0;
    let reach = 0;
    let width = 0;
    for (let at = 0; at < codes.length; at += this.#width) {
      const code = codeAt(codes, at, this.#width);
      reach += width;
      width = this.#widths.get(code) ?? this.#otherWidth;
      if (code === 0) boxes++;
      words += this.#texts.get(code) ?? UNKNOWN;
    }
    return isMarks(words) ? { words, boxes, reach, ink: this.#inkOf(codes) } : { words, boxes, reach };
  }

  #inkOf(codes: string): Box | undefined {
    const outlines = this.#outlines();
    let all: Box | undefined;
    let x = 0;
    for (let at = 0; at < codes.length; at += this.#width) {
      const code = codeAt(codes, at, this.#width);
      const ink = outlines?.of(code);
      if (ink) {
        const box = { ...ink, left: x + ink.left, right: x + ink.right };
        all = all ? union(all, box) : box;
      }
      x += this.#widths.get(code) ?? this.#otherWidth;
    }
    return all;
  }
}

/** The code whose hexadecimal digits stand at a place; -1 where something else stands there. */
function codeAt(digits: string, at: number, width: number): number {
  let code = 0;
  for (let place = at; place < at + width; place++) {
    const digit = DIGITS[digits.charCodeAt(place)] ?? NO_DIGIT;
    if (digit === NO_DIGIT) return -1;
    code = 16 * code + digit;
  }
  return code;
}

const NO_DIGIT = 0xff;
const DIGITS = new Uint8Array(128).fill(NO_DIGIT);
for (const sign of "0123456789ABCDEFabcdef") DIGITS[sign.charCodeAt(0)] = Number.parseInt(sign, 16);

/** What codes say, by the stream that says it: the documents of an exam have typefaces in common. */
const known = new Map<string, ReadonlyMap<number, string>>();

/** Streams that are remembered. */
const MOST_KNOWN = 500;

function textsOf(stream: PdfValue | undefined, file: PdfFile): ReadonlyMap<number, string> {
  const key = file.packed(stream).toString("latin1");
  const found = known.get(key);
  if (found) return found;
  const entries = [...toUnicode(file.content(stream).toString("latin1"))].filter(([code]) => code >= 0);
  // A glyph that is said to be nothing must not pass for nothing.
  const meant = (text: string) => (/^\0*$/.test(text) ? UNKNOWN : asPainted(text));
  const texts = new Map(entries.map(([code, text]) => [code, meant(text)]));
  if (known.size === MOST_KNOWN) known.clear();
  known.set(key, texts);
  return texts;
}

/** Typefaces' outlines by their bytes, likewise. */
const outlined = new Map<string, GlyphInk>();

function inkOf(stream: PdfValue, file: PdfFile): GlyphInk {
  const key = file.packed(stream).toString("latin1");
  const ink = outlined.get(key) ?? new GlyphInk(file.content(stream));
  if (outlined.size === MOST_OUTLINED) outlined.clear();
  outlined.set(key, ink);
  return ink;
}

/** Typefaces whose outlines are remembered. */
const MOST_OUTLINED = 20;

/** The letters of a ligature written from the right stand in it as the ligature stands in its line. */
export function asPainted(text: string): string {
  return text.length > 1 && isRightToLeft(text) ? [...text].reverse().join("") : text;
}

const PLAIN = /^[\dA-F]*$/i;

/** The widths of a composite face's codes (ISO 32000-1, 9.7.4.3): lists behind a first code, or one width for a first to a last. */
function widthsOf(descendant: PdfDictionary, file: PdfFile) {
  const widths = new Map<number, number>();
  const entries = file.array(descendant.get("W"));
  for (let at = 0; at + 1 < entries.length; ) {
    const first = Number(entries[at]);
    const next = file.value(entries[at + 1]);
    if (Array.isArray(next)) {
      for (const [index, width] of next.entries()) widths.set(first + index, Number(width));
      at += 2;
    } else {
      const last = Math.min(Number(next), first + MOST_CODES);
      for (let code = first; code <= last; code++) widths.set(code, Number(entries[at + 2]));
      at += 3;
    }
  }
  return { widths, others: Number(descendant.get("DW") ?? 1000) };
}

/** The text of each code, from a `ToUnicode` stream (ISO 32000-1, 9.10.3). */
function* toUnicode(stream: string): Generator<readonly [code: number, text: string]> {
  for (const [, body = ""] of stream.matchAll(/\bbeginbfchar\b([\s\S]*?)\bendbfchar\b/g))
    for (const [, code, text] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) yield [codeOf(code), textOf(text)];
  for (const [, body = ""] of stream.matchAll(/\bbeginbfrange\b([\s\S]*?)\bendbfrange\b/g))
    for (const [, first, last, text, list] of body.matchAll(RANGE)) {
      if (codeOf(last) - codeOf(first) > MOST_CODES) throw new Error("Unexpected range of codes of a typeface");
      const listed = list?.match(/<[^>]*>/g)?.map((each) => textOf(each.slice(1, -1)));
      for (let code = codeOf(first); code <= codeOf(last); code++) {
        const step = code - codeOf(first);
        yield [code, listed ? (listed[step] ?? "") : following(textOf(text), step)];
      }
    }
}

/** Codes of two bytes. */
const MOST_CODES = 0xffff;

const RANGE = /<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g;

function codeOf(digits = ""): number {
  return Number.parseInt(digits, 16);
}

function textOf(digits = ""): string {
  return Buffer.from(digits.replace(/\s/g, ""), "hex").swap16().toString("utf16le");
}

/** A range counts up the last unit of its text. */
function following(text: string, step: number): string {
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + step);
}
