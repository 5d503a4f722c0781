import { createHash } from "node:crypto";
import type { Metadata } from "../model/page.ts";
import { readPages } from "./outline.ts";
import { informationOf, producerOf } from "./pdf-bytes.ts";
import { pdfText } from "./pdf-text.ts";
import { SkiaPdf } from "./skia-pdf.ts";

/** Numbers of the objects that are written last. */
const CATALOG = 1;
const PAGES = 2;
const OUTLINES = 3;
const INFORMATION = 4;

/**
 * Printed documents joined in one, to be printed on both sides: each begins on an odd page, a blank one behind it where it
 * takes that, and has an entry in the outline. What several have in common, fonts and pictures, is in the file once.
 *
 * It is for paper: structure (tags), links and the documents' own outlines are left out.
 */
export class PrintFile {
  readonly #parts: Buffer[] = [];
  #length = 0;
  /** Where each object begins, by its number. */
  readonly #offsets: number[] = [0, 0, 0, 0, 0];
  /** Numbers of the objects that documents may share, by a hash of their content. */
  readonly #shared = new Map<string, number>();
  readonly #documents: { readonly title: string; readonly node: number; readonly destination: string }[] = [];
  #producer = "";
  #pages = 0;

  constructor() {
    // Four bytes above 127 tell programs that handle files that this one is not text.
    this.#append("%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n");
  }

  /** Pages so far, blank ones too. */
  get pages(): number {
    return this.#pages;
  }

  /** Adds a document that was printed here, under a title for the outline. */
  add(bytes: Uint8Array, title: string): void {
    const pdf = new SkiaPdf(bytes);
    this.#producer = producerOf(pdf);
    const node = this.#reserve();
    const copied = new Map<number, number>();
    const kids = readPages(pdf).map((number) => {
      const page = pdf.object(number).replace(LEFT_OUT, "");
      return this.#write(inTree(this.#renumbered(page, pdf, copied), node));
    });
    const [, box, top] = /(\/MediaBox \[0 0 [\d.]+ ([\d.]+)\])/.exec(pdf.object(readPages(pdf)[0] as number)) ?? [];
    if (!box) throw new Error("Expected a page's size as Chromium writes it, found none");
    const destination = `[${kids[0]} 0 R /XYZ 0 ${top} 0]`;
    if (kids.length % 2 === 1) kids.push(this.#write(inTree(`<</Type /Page\n/Resources <<>>\n${box}>>\n`, node)));
    this.#write(inTree(`<</Type /Pages\n/Count ${kids.length}\n/Kids [${references(kids)}]>>\n`, PAGES), node);
    this.#documents.push({ title, node, destination });
    this.#pages += kids.length;
  }

  /** The whole file; at least one document was added before. */
  finish(metadata: Metadata): Uint8Array {
    const nodes = this.#documents.map(({ node }) => node);
    this.#write(`<</Type /Pages\n/Count ${this.#pages}\n/Kids [${references(nodes)}]>>\n`, PAGES);
    this.#writeOutline();
    this.#write(informationOf(metadata, this.#producer), INFORMATION);
    const preferences = "<</DisplayDocTitle true\n/PrintScaling /None\n/Duplex /DuplexFlipLongEdge>>";
    const catalog = [
      "/Type /Catalog",
      `/Pages ${PAGES} 0 R`,
      `/Outlines ${OUTLINES} 0 R`,
      "/PageMode /UseOutlines",
      `/ViewerPreferences ${preferences}`,
      `/Lang ${pdfText(metadata.lang)}`,
    ];
    this.#write(`<<${catalog.join("\n")}>>\n`, CATALOG);
    const entries = this.#offsets.slice(1).map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
    const size = this.#offsets.length;
    const table = this.#length;
    this.#append(`xref\n0 ${size}\n0000000000 65535 f \n${entries.join("")}`);
    const trailer = `<</Size ${size}\n/Root ${CATALOG} 0 R\n/Info ${INFORMATION} 0 R>>`;
    this.#append(`trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }

  #writeOutline(): void {
    const first = this.#offsets.length;
    const last = first + this.#documents.length - 1;
    for (const [index, { title, destination }] of this.#documents.entries()) {
      const number = this.#reserve();
      const entry = [
        `/Title ${pdfText(title)}`,
        `/Dest ${destination}`,
        `/Parent ${OUTLINES} 0 R`,
        ...(index > 0 ? [`/Prev ${number - 1} 0 R`] : []),
        ...(number < last ? [`/Next ${number + 1} 0 R`] : []),
      ];
      this.#write(`<<${entry.join("\n")}>>\n`, number);
    }
    const count = this.#documents.length;
    this.#write(`<</Type /Outlines\n/First ${first} 0 R\n/Last ${last} 0 R\n/Count ${count}>>\n`, OUTLINES);
  }

  /** A dictionary whose references lead to copies of what they led to in their own document. */
  #renumbered(dictionary: string, pdf: SkiaPdf, copied: Map<number, number>): string {
    return dictionary.replace(/(\d+) 0 R\b/g, (_, number) => `${this.#copy(Number(number), pdf, copied)} 0 R`);
  }

  #copy(number: number, pdf: SkiaPdf, copied: Map<number, number>): number {
    const known = copied.get(number);
    if (known !== undefined) return known;
    const dictionary = this.#renumbered(pdf.object(number), pdf, copied);
    const stream = pdf.stream(number);
    const text = stream === undefined ? dictionary : `${dictionary} stream\n${stream}\nendstream\n`;
    // What it refers to has been copied before, and shared: so equal objects are equal texts by now.
    const hash = createHash("sha256").update(text, "latin1").digest("base64");
    const copy = this.#shared.get(hash) ?? this.#write(text);
    this.#shared.set(hash, copy);
    copied.set(number, copy);
    return copy;
  }

  #reserve(): number {
    return this.#offsets.push(0) - 1;
  }

  #write(text: string, number = this.#reserve()): number {
    this.#offsets[number] = this.#length;
    this.#append(`${number} 0 obj\n${text}endobj\n`);
    return number;
  }

  #append(text: string): void {
    const part = Buffer.from(text, "latin1");
    this.#parts.push(part);
    this.#length += part.length;
  }
}

/** Entries of a page that lead to the rest of its document. */
const LEFT_OUT = /\n\/(?:Parent \d+ 0 R|StructParents \d+|Tabs \/\w+|Annots (?:\[[^\]]*\]|\d+ 0 R))/g;

/** A page, or a node of pages, below another. */
function inTree(dictionary: string, parent: number): string {
  return dictionary.replace(/>>\n$/, `\n/Parent ${parent} 0 R>>\n`);
}

function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(" ");
}
