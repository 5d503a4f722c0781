import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy, PDFWorker } from "pdfjs-dist";
import type { View } from "../../model/page.ts";
import { type DocumentFacts, documentPath, type PrintedQuestion } from "../messages.ts";
import { alignPages } from "./align.ts";

/** A document that is open. */
export interface OpenDocument {
  readonly view: View;
  /** Beside another document some places are empty. */
  readonly pages: readonly (PDFPageProxy | undefined)[];
  readonly questions: readonly PrintedQuestion[];
  /** Forgets it. */
  close(): void;
}

GlobalWorkerOptions.workerSrc = "pdf.worker.mjs";
/** One for all documents: it takes longer to start than a document to open. */
const worker = new PDFWorker();

/** The server has replaced a document since it was told of; news of that is on its way. */
export class Replaced extends Error {}

/** Documents as they lie beside each other: a paper, its key, or both. */
export function besideEachOther(documents: readonly OpenDocument[]): readonly OpenDocument[] {
  const [paper, key] = documents;
  if (!paper || !key) return documents;
  const paged = ({ pages, questions }: OpenDocument) => ({ pages: pages.length, questions });
  const rows = alignPages(paged(paper), paged(key));
  const laid = (document: OpenDocument, numbers: readonly (number | undefined)[]) => ({
    ...document,
    pages: numbers.map((number) => (number === undefined ? undefined : document.pages[number - 1])),
  });
  return [
    laid(
      paper,
      rows.map((row) => row.paper),
    ),
    laid(
      key,
      rows.map((row) => row.key),
    ),
  ];
}

/** Fetches and opens a document. Throws {@link Replaced}, and what the server says where it could not be printed. */
export async function openDocument(
  edition: number,
  version: string,
  view: View,
  signal: AbortSignal,
): Promise<OpenDocument> {
  const get = async (ending: "pdf" | "json") => {
    const response = await fetch(documentPath(edition, version, view, ending), { signal });
    if (response.status === 404) throw new Replaced();
    if (!response.ok) throw new Error(await response.text());
    return response;
  };
  const [pdf, json] = await Promise.all([get("pdf"), get("json")]);
  const [data, facts] = await Promise.all([pdf.arrayBuffer(), json.json() as Promise<DocumentFacts>]);
  const task = getDocument({ data, worker, isEvalSupported: false, useWasm: false } as Parameters<
    typeof getDocument
  >[0]);
  const opened: PDFDocumentProxy = await task.promise;
  const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)));
  return { view, pages, questions: facts.questions, close: () => void task.destroy() };
}
