import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a PDF reader sees of a document. */
export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly lang: string | null;
  readonly tagged: boolean;
  readonly outline: readonly string[];
  readonly pages: readonly ReadPage[];
}

export interface ReadPage {
  readonly text: string;
  /** Its pieces, and how far above the page's lower edge their baselines are, in points. */
  readonly texts: readonly { readonly text: string; readonly baseline: number }[];
  /** Distance of the lowest text from the page's lower edge, in CSS pixels. */
  readonly lowest: number;
  readonly fonts: readonly string[];
  /** Width and height in points. */
  readonly size: readonly number[];
}

/** Reads a document back with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  const outline = await document.getOutline();
  const titles = (entries: typeof outline): string[] =>
    (entries ?? []).flatMap(({ title, items }) => [title, ...titles(items)]);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    const names = fnArray.flatMap((op, index) =>
      op === OPS.setFont ? [page.commonObjs.get(argsArray[index][0]).name as string] : [],
    );
    const texts = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
    const lowest = (Math.min(...texts.map(({ transform }) => transform[5])) * 96) / 72;
    pages.push({
      text: texts.map(({ str }) => str).join(" "),
      texts: texts.map(({ str, transform }) => ({ text: str, baseline: transform[5] })),
      lowest,
      fonts: [...new Set(names)],
      size: page.view.slice(2).map(Math.round),
    });
  }
  const marked = await document.getMarkInfo();
  const catalog = info as Record<string, unknown>;
  const result = {
    info: catalog,
    lang: (catalog.Language as string) ?? null,
    tagged: Boolean(marked?.Marked),
    outline: titles(outline),
    pages,
  };
  await loading.destroy();
  return result;
}
