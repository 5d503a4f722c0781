import { type Canvas, goTo, type Meant, newCanvas, type PlacedFigure, settle, UNMARKED } from "./canvas.ts";
import { Face } from "./face.ts";
import { operatorsOfForm, operatorsOfPage, PAINTING } from "./followed-operators.ts";
import { numbersIn } from "./numbers.ts";
import type { Operator } from "./operators.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, nameOf, type PdfDictionary, type PdfValue } from "./pdf-value.ts";
import { type Box, type PlacedWords, Placement } from "./placement.ts";
import { inReadingOrder } from "./reading-order.ts";

/** The text a page paints. */
export interface PaintedText {
  /** By the stretches it is marked as, which the structure tree refers to; empty for one that paints no text. */
  readonly marked: ReadonlyMap<string, string>;
  /** Those of these stretches in which anything is painted: text, lines, areas, pictures. */
  readonly painted: ReadonlySet<string>;
  /** How many empty boxes are painted in place of letters. */
  readonly boxes: number;
  /** The same text as it is painted, and where. */
  readonly placed: readonly PlacedWords[];
  /** Its pictures, but for drawings that consist of lines and areas of the page itself. */
  readonly pictures: readonly PlacedFigure[];
  /** Where its forms have letters, as far as these are sure to reach. */
  readonly lettered: readonly PlacedFigure[];
}

/** The name of a page's stretch, by its number. */
export function stretchName(number: PdfValue | undefined): string {
  return (typeof number === "number" && STRETCH_NAMES[number]) || `stretch ${number}`;
}

/** Those of nearly all stretches. */
const STRETCH_NAMES = Array.from({ length: 1000 }, (_, number) => `stretch ${number}`);

/** Forms within forms that are followed, and forms of a page. */
const MOST_NESTED = 20;
const MOST_FORMS = 10_000;

/** What the pixels of a picture fill. */
const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };

/** Reads what the pages of a file paint. */
export class TextReader {
  readonly #file: PdfFile;
  /** By their dictionaries: pages share them. */
  readonly #faces = new Map<PdfDictionary, Face>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** The text of a page, of which some stretches are figures. Throws where its content cannot be understood. */
  read(page: PdfDictionary, figures: ReadonlyMap<string, unknown>): PaintedText {
    const content = contentOf(page, this.#file);
    const canvas = newCanvas(new Placement(this.#sheet(page)), figures);
    this.#follow(operatorsOfPage(content), this.#file.dictionary(page.get("Resources")), canvas);
    goTo(canvas, UNMARKED);
    const marked = new Map([...canvas.marked].map(([stretch, text]) => [stretch, inReadingOrder(text)]));
    const { painted, boxes, pictures, lettered, placement } = canvas;
    return { marked, painted, boxes, placed: placement.placed, pictures, lettered };
  }

  /** The whole of a page; what it does not say itself it has of those above it. */
  #sheet(page: PdfDictionary): Box {
    const box = this.#file.array(page.get("MediaBox") ?? this.#file.dictionary(page.get("Parent")).get("MediaBox"));
    const [left, bottom, right, top] = box.map(Number);
    return { left: left ?? 0, bottom: bottom ?? 0, right: right ?? 0, top: top ?? 0 };
  }

  /** Follows what a page or a form does with text. */
  #follow(operators: Iterable<Operator>, resources: PdfDictionary, canvas: Canvas): void {
    const file = this.#file;
    const resource = (kind: string, name: PdfValue | undefined) =>
      file.dictionary(resources.get(kind)).get(nameOf(name) ?? "");
    const outside: { readonly stretch: string; readonly meant: Meant | undefined }[] = [];
    const saved: (Face | undefined)[] = [];
    let face: Face | undefined;
    let line: string | undefined;
    const { placement } = canvas;
    // Where the letters of a figure stand is its own affair.
    const isPlaced = canvas.depth === 0 || !canvas.figures.has(canvas.stretch);
    for (const { name, values, shown, source } of operators) {
      if (isPlaced) placement.take(name, source);
      if (PAINTING.has(name)) {
        canvas.painted.add(canvas.stretch);
        canvas.paintings++;
        continue;
      }
      switch (name) {
        case "Tj":
        case "TJ":
        case "'":
        case '"': {
          if (!face) throw new Error("Unexpected text before a typeface is named");
          const { words, boxes, reach, ink } = face.read(shown);
          (canvas.meant ?? canvas).words += words;
          canvas.boxes += boxes;
          canvas.painted.add(canvas.stretch);
          if (!isPlaced) break;
          canvas.paintings++;
          placement.show(words, canvas.stretch, reach - (name === "TJ" ? shiftsOf(source) : 0), ink);
          break;
        }
        case "Tf":
          face = this.#face(file.dictionary(resource("Font", values[0])));
          break;
        case "Tm": {
          // What is lower or higher is another line, whatever that is for.
          const height = lastWord(source);
          if (line !== undefined && height !== line) canvas.words += "\n";
          line = height;
          break;
        }
        case "BMC":
        case "BDC": {
          outside.push({ stretch: canvas.stretch, meant: canvas.meant });
          const properties = values[1];
          const own = isDictionary(properties) ? properties : file.dictionary(resource("Properties", properties));
          // What is nested in a stretch belongs to it, unless it is one itself.
          if (own.has("MCID")) goTo(canvas, stretchName(own.get("MCID")));
          const said = file.value(own.get("ActualText"));
          if (typeof said === "string") canvas.meant = { text: said, words: "", outer: canvas.meant };
          break;
        }
        case "EMC": {
          const { stretch, meant } = outside.pop() ?? { stretch: UNMARKED, meant: undefined };
          settle(canvas, meant);
          if (stretch !== canvas.stretch) goTo(canvas, stretch);
          break;
        }
        case "q":
          saved.push(face);
          break;
        case "Q":
          face = saved.pop();
          break;
        case "Do": {
          canvas.painted.add(canvas.stretch);
          if (isPlaced) canvas.paintings++;
          const form = resource("XObject", values[0]);
          const dictionary = file.dictionary(form);
          if (nameOf(dictionary.get("Subtype")) !== "Form") {
            if (isPlaced) canvas.picture = placement.place(UNIT);
            break;
          }
          canvas.forms++;
          if (canvas.depth === MOST_NESTED || canvas.forms > MOST_FORMS)
            throw new Error("Unexpected number of forms within forms");
          canvas.depth++;
          const own = dictionary.has("Resources") ? file.dictionary(dictionary.get("Resources")) : resources;
          placement.take("q", "");
          placement.take("cm", file.array(dictionary.get("Matrix")).join(" "));
          const { all, text, frame, letters } = operatorsOfForm(form, file);
          if (isPlaced) {
            canvas.picture = frame && placement.place(frame);
            const lettered = letters && placement.place(letters);
            if (lettered) canvas.lettered.push({ ...lettered, stretch: canvas.stretch });
          }
          this.#follow(canvas.figures.has(canvas.stretch) ? text : all, own, canvas);
          placement.take("Q", "");
          canvas.depth--;
        }
      }
    }
  }

  #face(font: PdfDictionary): Face {
    const known = this.#faces.get(font);
    if (known) return known;
    const face = new Face(font, this.#file);
    this.#faces.set(font, face);
    return face;
  }
}

/** How much nearer the strings of an array stand than their letters' widths put them, in thousandths of the typeface's size. */
function shiftsOf(array: string): number {
  const shifts = numbersIn(array.replace(/<[^>]*>|\((?:[^()\\]|\\[\s\S])*\)/g, " "));
  return shifts.reduce((sum, shift) => sum + shift, 0);
}

function lastWord(text: string): string {
  const words = text.trimEnd();
  let start = words.length;
  while (start > 0 && !isSpace(words.charCodeAt(start - 1))) start--;
  return words.slice(start);
}

/** White space among bytes, as a pattern's `\s` has it. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** What a page paints with; empty for one that is blank. */
export function contentOf(page: PdfDictionary, file: PdfFile): Buffer {
  const contents = page.get("Contents");
  if (contents === undefined) return Buffer.alloc(0);
  const parts = Array.isArray(file.value(contents)) ? file.array(contents) : [contents];
  return Buffer.concat(parts.map((part) => file.content(part)));
}
