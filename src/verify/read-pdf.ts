import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { type Line, linesOf, outsideLines, type TaggedPage } from "./lines.ts";
import { markedText } from "./marked-text.ts";

/** A document as a reader finds it. */
export interface ReadPdf {
  readonly pages: number;
  readonly lines: readonly Line[];
  /** Painted text that is in none of the lines, of each page. */
  readonly outside: readonly string[];
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

/** Reads a document with pdf.js, which is loaded at the first call. Throws what pdf.js throws when it cannot. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument, VerbosityLevel } = await loadReader();
  const task = getDocument({
    // A copy: the reader takes its data for good.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    const [{ info, metadata }, attachments] = await Promise.all([document.getMetadata(), document.getAttachments()]);
    const { Title = "", Author = "", Language = "" } = info as Readonly<Record<string, string>>;
    return {
      pages: pages.length,
      lines: linesOf(pages),
      outside: pages.map(outsideLines),
      boxes: pages.map(({ boxes }) => boxes),
      title: Title,
      author: Author,
      lang: Language,
      attachments: Object.keys((attachments as object | null) ?? {}),
      xmp: metadata?.getRaw() ?? "",
    };
  } finally {
    await task.destroy();
  }
}

let reader: Promise<typeof import("pdfjs-dist")> | undefined;

function loadReader() {
  reader ??= importReader();
  return reader;
}

/**
 * Imports pdf.js as it is made for Node, and its worker, which then works in this thread. Both bring replacements for what
 * they find lacking in the language's own objects; those of them that are slow are taken back.
 */
async function importReader() {
  // The reader wants these when it is loaded, to draw with; without them it would not load where no canvas is installed.
  const drawing = globalThis as unknown as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) drawing[name] ??= class {};
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  const [pdfjs] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    // @ts-expect-error: it has no types, and nothing of it is used here.
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  Array.prototype.push = push;
  Object.assign(JSON, { parse, stringify });
  return pdfjs;
}

interface ReadPage extends TaggedPage {
  readonly boxes: number;
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const [content, tree] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
    page.getStructTree() as Promise<TaggedPage["tree"] | null>,
  ]);
  const marked = markedText(content);
  const hasNul = [...marked.values()].some((text) => text.includes("\0"));
  return { tree: tree ?? {}, marked, boxes: hasNul ? await countBoxes(page) : 0 };
}

/**
 * How often a page paints the first glyph of a typeface, which stands for all it does not have. A NUL in its text is no proof:
 * where several letters are one glyph, as in Arabic, it may have no letter either.
 */
async function countBoxes(page: PDFPageProxy): Promise<number> {
  const { OPS } = await loadReader();
  const { fnArray, argsArray } = await page.getOperatorList();
  const shown = fnArray.flatMap((operator, index) => (operator === OPS.showText ? argsArray[index].flat() : []));
  return shown.filter((glyph: { originalCharCode?: number } | number) => {
    return typeof glyph === "object" && glyph?.originalCharCode === 0;
  }).length;
}
