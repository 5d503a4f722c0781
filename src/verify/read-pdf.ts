import type { PlacedPage } from "./check-places.ts";
import { figuresByStretch, type Line, linesOf, outsideLines, type StructureNode, type TaggedPage } from "./lines.ts";
import { type PaintedText, TextReader } from "./painted-text.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, nameOf, PdfReference, type PdfValue } from "./pdf-value.ts";
import { readStructure } from "./structure.ts";

/** A document as a reader finds it. */
export interface ReadPdf {
  readonly pages: number;
  readonly lines: readonly Line[];
  /** Painted text that is in none of the lines, of each page. */
  readonly outside: readonly string[];
  /** Where its text and its pictures are painted, of each page. */
  readonly places: readonly PlacedPage[];
  /** How many empty boxes are painted in place of letters, of each page. */
  readonly boxes: readonly number[];
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** Names of files inside it. */
  readonly attachments: readonly string[];
  /** Its metadata stream, as it stands. */
  readonly xmp: string;
}

/** The structure of a page that has none. */
const UNTAGGED: StructureNode = { role: "NonStruct", alt: undefined, id: undefined, children: [] };

/** What a document says. Throws where it cannot be understood in every part. */
export function readPdf(file: PdfFile): ReadPdf {
  const catalog = file.dictionary(file.trailer.get("Root"));
  const info = file.dictionary(file.trailer.get("Info"));
  const text = (value: PdfValue | undefined) => {
    const found = file.value(value);
    return typeof found === "string" ? found : "";
  };
  const structure = readStructure(file);
  const reader = new TextReader(file);
  const pages = pagesOf(file, catalog.get("Pages")).map((number): TaggedPage & PaintedText & PlacedPage => {
    const page = file.dictionary(new PdfReference(number));
    const tree = structure.get(number) ?? UNTAGGED;
    const figures = figuresByStretch(tree);
    return { tree, figures, ...reader.read(page, figures) };
  });
  return {
    pages: pages.length,
    lines: linesOf(pages),
    outside: pages.map(outsideLines),
    places: pages.map(({ placed, pictures, lettered, figures }) => ({ placed, pictures, lettered, figures })),
    boxes: pages.map(({ boxes }) => boxes),
    title: text(info.get("Title")),
    author: text(info.get("Author")),
    lang: text(catalog.get("Lang")),
    attachments: attachmentsOf(file),
    xmp: catalog.has("Metadata") ? file.content(catalog.get("Metadata")).toString("utf8") : "",
  };
}

/** The numbers of the pages' objects, in order. Throws for a tree in which a branch grows twice. */
export function pagesOf(file: PdfFile, node: PdfValue | undefined, seen = new Set<number>()): number[] {
  if (!(node instanceof PdfReference) || seen.has(node.number))
    throw new Error("Unexpected value in the tree of pages");
  seen.add(node.number);
  const dictionary = file.dictionary(node);
  if (nameOf(dictionary.get("Type")) === "Page") return [node.number];
  return file.array(dictionary.get("Kids")).flatMap((kid) => pagesOf(file, kid, seen));
}

/** The names of files, wherever a file is described. */
function attachmentsOf(file: PdfFile): string[] {
  const isNone = ["Filespec", "EF", "EmbeddedFile"].every((name) => !file.words.has(name));
  return isNone ? [] : [...new Set(file.values.flatMap((value) => filesIn(value)))];
}

function filesIn(value: PdfValue): string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isDictionary(value)) return [];
  const type = nameOf(value.get("Type"));
  if (!value.has("EF") && type !== "Filespec" && type !== "EmbeddedFile") return [...value.values()].flatMap(filesIn);
  const name = value.get("UF") ?? value.get("F");
  return [typeof name === "string" ? name : "without a name"];
}
