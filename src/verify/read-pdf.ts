import type { PDFDocumentProxy } from "pdfjs-dist";
import type { TextContent, TextItem } from "pdfjs-dist/types/src/display/api.js";
import { FIGURE_END, FIGURE_START, squeeze } from "./plain-text.ts";

/** A document as a reader finds it. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** Names of files inside it. */
  readonly attachments: readonly string[];
  /** Its metadata stream, as it stands. */
  readonly xmp: string;
}

/** One page of it. */
export interface ReadPage {
  /** From 1. */
  readonly number: number;
  /** Paragraphs, headings, cells …, in the order in which they are read out; headers and page numbers are not among them. */
  readonly lines: readonly Line[];
  /** All that is painted, headers and page numbers included. */
  readonly text: string;
}

/** A paragraph, heading, cell …, or its part on one page. */
export interface Line {
  readonly page: number;
  readonly isHeading: boolean;
  /** Whether it stands in a question: an article of the page. */
  readonly inQuestion: boolean;
  /** As printed. */
  readonly words: string;
  /** Squeezed, with each figure as its alternative text. */
  readonly text: string;
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
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages: ReadPage[] = [];
    for (const number of numbers) pages.push(await readPage(document, number));
    const [{ info, metadata }, attachments] = await Promise.all([document.getMetadata(), document.getAttachments()]);
    const { Title = "", Author = "", Language = "" } = info as Readonly<Record<string, string>>;
    return {
      pages,
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
  // The reader wants these when it is loaded, to draw with; without them it would not load where no canvas is installed.
  const drawing = globalThis as unknown as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) drawing[name] ??= class {};
  reader ??= import("pdfjs-dist/legacy/build/pdf.mjs");
  return reader;
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const [content, tree] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
    page.getStructTree(),
  ]);
  const { text, marked } = collectText(content);
  return { number, text, lines: tree ? linesOf(tree as StructureNode, marked, number) : [] };
}

/** The text of a page, and that of each stretch the structure tree refers to. */
function collectText({ items }: TextContent): { text: string; marked: ReadonlyMap<string, string> } {
  const marked = new Map<string, string>();
  const open: (string | undefined)[] = [];
  let text = "";
  for (const item of items) {
    if ("str" in item) {
      const words = wordsOf(item);
      text += words;
      const id = open.at(-1);
      if (id !== undefined) marked.set(id, (marked.get(id) ?? "") + words);
    } else if (item.type === "endMarkedContent") open.pop();
    // What is nested in a stretch belongs to it, unless it is one itself.
    else open.push(item.id ?? open.at(-1));
  }
  return { text, marked };
}

function wordsOf({ str, hasEOL }: TextItem): string {
  return hasEOL ? `${str}\n` : str;
}

/** An element of the structure tree as pdf.js gives it. */
interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  /** Of content: which stretch of text it is. */
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** Elements that stand in a line with what is around them. */
const IN_LINE = new Set(["NonStruct", "Span", "Em", "Strong", "Link", "Code", "Quote", "Reference"]);

function linesOf(tree: StructureNode, marked: ReadonlyMap<string, string>, page: number): Line[] {
  const lines: Line[] = [];
  let words = "";
  let inQuestion = false;
  const finish = (role: string) => {
    const text = squeeze(words);
    if (text !== "") lines.push({ page, isHeading: /^H\d?$/.test(role), inQuestion, words, text });
    words = "";
  };
  const walk = ({ role = "NonStruct", alt, id, children = [] }: StructureNode, inside: string): void => {
    if (id !== undefined) words += marked.get(id) ?? "";
    else if (role === "Figure") words += alt ? FIGURE_START + alt + FIGURE_END : "";
    // Markers of lists are the browser's own.
    else if (role === "Lbl") return;
    else if (IN_LINE.has(role)) for (const child of children) walk(child, inside);
    else {
      finish(inside);
      const outer = inQuestion;
      inQuestion ||= role === "Art";
      for (const child of children) walk(child, role);
      finish(role);
      inQuestion = outer;
    }
  };
  walk(tree, "");
  return lines;
}
