import { deflateSync } from "node:zlib";
import { type GlyphWidths, joinText, widthsOf } from "../joined-text.ts";
import { readPages } from "../outline.ts";
import { pdfText } from "../pdf-text.ts";
import { reference, type SkiaPdf } from "../skia-pdf.ts";
import { pdfNumbers } from "./matrix.ts";
import type { PrintedSheet } from "./printed-sheet.ts";
import { fontsOf, isStandInFace, resourceNames, withoutResources } from "./resources.ts";
import type { PageWithStandIns } from "./set-stand-ins.ts";
import { STAND_IN_TEXTS, standInNumberOf } from "./stand-in-face.ts";
import { replaceFormulas, replacePictures } from "./stand-ins.ts";

/** Stand-ins are not where they were put: a template does with them what only it knows. */
export class LostStandIn extends Error {}

/**
 * Paints insets in the places of their stand-ins. Returns the objects that are other than before, by their numbers, new ones
 * too; those that are gone are undefined. Throws a {@link LostStandIn} where fewer are found than there are `expected`.
 */
export function placeInsets(
  pdf: SkiaPdf,
  sheets: readonly PrintedSheet[],
  expected: Pick<PageWithStandIns, "formulas" | "pictures">,
): Map<number, string | undefined> {
  const changes = new Map<number, string | undefined>();
  const copies = new Copies(pdf.size, changes);
  const found = new Map<number, number>();
  const pages = new Set(readPages(pdf));
  const widths = new Map<number, GlyphWidths | undefined>();
  const widthsIn = (dictionary: string) => {
    const fonts = new Map(fontsOf(dictionary));
    return (face: string) => {
      const font = fonts.get(face);
      if (font === undefined) return undefined;
      if (!widths.has(font)) widths.set(font, widthsOf(pdf, font));
      return widths.get(font);
    };
  };
  const place = (owner: number, content: number, dictionary: string) => {
    const faces = resourceNames(dictionary, pdf);
    const before = pdf.content(content);
    const used = new Map<string, number>();
    const form = (number: number): string => {
      const sheet = sheets.find(({ forms }) => forms.has(number));
      if (!sheet) throw new LostStandIn(`Unexpected stand-in ${number}`);
      found.set(number, (found.get(number) ?? 0) + 1);
      const object = copies.form(number, sheet);
      used.set(`N${object}`, object);
      return `/N${object} Do\n`;
    };
    const withFormulas = replaceFormulas(
      before,
      faces,
      ({ number, x, y, size }) => `q\n${pdfNumbers([size, 0, 0, size, x, y])} cm\n${form(number)}Q\n`,
    );
    const withPictures = replacePictures(withFormulas, (number) =>
      expected.pictures.has(number) ? form(number) : undefined,
    );
    const after = joinText(withPictures, widthsIn(dictionary));
    if (after === before) return;
    const drawn = withForms(withoutResources(dictionary, faces), used);
    const stream = deflateSync(Buffer.from(after, "latin1"), { level: LEVEL });
    const text = stream.toString("latin1");
    if (owner === content) {
      const sized = drawn.replace(/(?:\/Filter \/FlateDecode\n)?\/Length \d+/, lengthOf(stream));
      changes.set(owner, `${sized} stream\n${text}\nendstream\n`);
    } else {
      changes.set(owner, drawn);
      changes.set(content, `<<${lengthOf(stream)}>> stream\n${text}\nendstream\n`);
    }
  };
  for (const [number, dictionary] of pdf.objects()) {
    if (pages.has(number)) {
      if (dictionary.includes("/Contents ")) place(number, reference(dictionary, "Contents"), dictionary);
    } else if (dictionary.includes("/Subtype /Form\n")) place(number, number, dictionary);
    else if (isStandInFace(dictionary)) for (const part of faceParts(pdf, number)) changes.set(part, undefined);
    else if (TITLE.test(dictionary)) changes.set(number, withWords(dictionary, sheets));
  }

  for (const [number, count] of [...expected.formulas, ...expected.pictures])
    if ((found.get(number) ?? 0) < count) throw new LostStandIn(`Expected stand-in ${number}`);
  return changes;
}

/** A title of the outline with stand-ins in it. */
const TITLE = /\/Title <FEFF(?:[\dA-F]{4})*F0F[\dA-F]/;

function withWords(dictionary: string, sheets: readonly PrintedSheet[]): string {
  return dictionary.replace(/\/Title <([^>]*)>/, (_, digits) => {
    const title = Buffer.from(digits, "hex").swap16().toString("utf16le").slice(1);
    const words = title.replace(STAND_IN_TEXTS, (text) => {
      const number = standInNumberOf(text);
      return sheets.map((sheet) => sheet.words(number)).find((found) => found !== undefined) ?? "";
    });
    return `/Title ${pdfText(words)}`;
  });
}

/** What a dictionary says of its stream. */
function lengthOf(packed: Buffer): string {
  return `/Filter /FlateDecode\n/Length ${packed.length}`;
}

/** Nearly as good as the best and three times as fast. */
const LEVEL = 3;

/** A page or form with forms among its resources. */
function withForms(dictionary: string, used: ReadonlyMap<string, number>): string {
  if (used.size === 0) return dictionary;
  const entries = [...used].map(([name, object]) => `/${name} ${object} 0 R`).join("\n");
  if (dictionary.includes("/XObject <<")) return dictionary.replace("/XObject <<", `/XObject <<${entries}\n`);
  return dictionary.replace("/Resources <<", `/Resources <</XObject <<${entries}>>\n`);
}

/** All objects of a typeface. */
function faceParts(pdf: SkiaPdf, font: number): number[] {
  const dictionary = pdf.object(font);
  const descendant = Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(dictionary)?.[1]);
  const descriptor = reference(pdf.object(descendant), "FontDescriptor");
  const file = reference(pdf.object(descriptor), "FontFile2");
  return [font, descendant, descriptor, file, reference(dictionary, "ToUnicode")];
}

/** Copies of what is on sheets, as objects behind those of a document; each is there once. */
class Copies {
  #next: number;
  readonly #changes: Map<number, string | undefined>;
  readonly #forms = new Map<number, number>();
  readonly #objects = new Map<PrintedSheet, Map<number, number>>();

  constructor(first: number, changes: Map<number, string | undefined>) {
    this.#next = first;
    this.#changes = changes;
  }

  /** The number under which a document has a form. */
  form(number: number, sheet: PrintedSheet): number {
    const known = this.#forms.get(number);
    if (known !== undefined) return known;
    const copy = this.#next++;
    this.#forms.set(number, copy);
    this.#changes.set(copy, this.#renumbered(sheet.forms.get(number) as string, sheet));
    return copy;
  }

  #renumbered(text: string, sheet: PrintedSheet): string {
    const end = text.indexOf(" stream\n");
    const dictionary = end === -1 ? text : text.slice(0, end);
    const renumbered = dictionary.replace(/(\d+) 0 R\b/g, (_, number) => `${this.#copy(Number(number), sheet)} 0 R`);
    return end === -1 ? renumbered : renumbered + text.slice(end);
  }

  #copy(number: number, sheet: PrintedSheet): number {
    const copied = this.#objects.get(sheet) ?? new Map<number, number>();
    this.#objects.set(sheet, copied);
    const known = copied.get(number);
    if (known !== undefined) return known;
    const copy = this.#next++;
    copied.set(number, copy);
    this.#changes.set(copy, this.#renumbered(sheet.object(number), sheet));
    return copy;
  }
}
