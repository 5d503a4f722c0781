import { SkiaPdf } from "../skia-pdf.ts";
import type { FormulaSize, SheetSizes } from "./measure-sheet-in-page.ts";
import { type Forms, readForms } from "./read-sheet.ts";
import type { Sheet, SheetPicture } from "./sheet.ts";
import { standInText } from "./stand-in-face.ts";

/** A sheet as the browser printed it: what is kept for the next time. */
export interface SheetPrint {
  readonly bytes: Uint8Array;
  readonly sizes: SheetSizes;
}

/** What takes the place of a formula's box. */
interface FormulaStandIn {
  readonly number: number;
  readonly markup: string;
}

/** A sheet that was printed: its forms and what stands for them. */
export class PrintedSheet {
  readonly forms: Forms;
  /** What stands for a formula's box, by KaTeX's markup. */
  readonly formulas: ReadonlyMap<string, FormulaStandIn>;
  /** Those that have a form, by the numbers of their stand-ins. */
  readonly pictures: ReadonlyMap<number, SheetPicture>;
  readonly #words: ReadonlyMap<number, string>;
  readonly #pdf: SkiaPdf;
  readonly #letter: string;

  /** `letter` tells the sheet's typefaces from those of documents and of other sheets. */
  constructor({ first, formulas, pictures }: Sheet, { bytes, sizes }: SheetPrint, letter: string) {
    this.#pdf = new SkiaPdf(bytes);
    this.#letter = letter;
    const sizeOf = (number: number) => sizes.formulas[number - first] ?? undefined;
    const firstPicture = first + formulas.length;
    this.forms = readForms(this.#pdf, (number) => number >= firstPicture && number < firstPicture + pictures.length);
    const printed = <T>(of: readonly T[], start: number) =>
      of.map((inset, index) => ({ inset, number: start + index })).filter(({ number }) => this.forms.has(number));
    this.formulas = new Map(
      printed(formulas, first).map(({ inset, number }) => [
        inset,
        { number, markup: standInOf(number, sizeOf(number) as FormulaSize) },
      ]),
    );
    this.#words = new Map(formulas.map((markup, index) => [first + index, wordsOf(markup)]));
    this.pictures = new Map(printed(pictures, firstPicture).map(({ inset, number }) => [number, inset]));
  }

  /** A formula's letters and signs in a row, as far as it is on this sheet. */
  words(number: number): string | undefined {
    return this.#words.get(number);
  }

  /** An object that forms refer to, as a document may have it. */
  object(number: number): string {
    const text = this.#pdf.whole(number);
    // Programs take typefaces of one name for one and the same. The browser's names count up from AAAAAA.
    return text.includes(" stream\n")
      ? text
      : text.replace(/(\/(?:BaseFont|FontName) \/[A-Z]{5})A(?=\+)/, `$1${this.#letter}`);
  }
}

/**
 * As wide as the formula's box, and as high in its line. The text stands on the base line: the browser puts on whole pixels what
 * is raised from it. Boxes are before and behind it, so that a line is broken beside it where it is beside a formula.
 */
function standInOf(number: number, { width, height, depth }: FormulaSize): string {
  const lengths = { width, height: height + depth, "vertical-align": -depth };
  const style = Object.entries(lengths).map(([name, length]) => `${name}:${Number(length.toFixed(5))}em`);
  return `<span data-stand-in><span></span>${standInText(number)}<span style="${style.join(";")}"></span></span>`;
}

function wordsOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] as string);
}

/** All that KaTeX writes. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};
