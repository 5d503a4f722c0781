import type { Page as BrowserPage, CDPSession } from "puppeteer-core";
import type { Page, PaperName } from "../model/page.ts";
import type { LaidOut } from "./lay-out-in-page.ts";
import { type OutlineEntry, readOutline, readPages } from "./outline.ts";
import { PAPER_SIZE, paperPixels } from "./paper-size.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import { addMarkers, applyFills, removeMarkers } from "./probe-in-page.ts";
import { SkiaPdf } from "./skia-pdf.ts";
import { brokenImage, otherPages, tooWideTemplate } from "./template-problems.ts";

/** A document as the browser wrote it. */
export interface UnfinishedPdf extends Omit<PrintedPdf, "bytes"> {
  readonly pdf: SkiaPdf;
  /** Whether all it is painted with was there; what is asked for only when it is printed comes too late. Default: it was. */
  readonly isWhole?: Promise<boolean>;
}

/** Where a document lies ready. */
export interface OpenPage {
  readonly page: BrowserPage;
  readonly session: CDPSession;
}

/** The outline knows places, and Chromium the size of a sheet, in whole pixels and points: together wrong by less than one. */
const SNAP = 1;

/** Has the document that lies ready written. `meanwhile` is called while the browser does. */
export async function writePdf(
  open: OpenPage,
  { paper }: Page,
  { margins, broken, optionColumns, tooWide, items, headings, fills }: LaidOut,
  meanwhile: () => void,
): Promise<UnfinishedPdf> {
  let planned: number | undefined;
  if (fills > 0) {
    const probe = await probePages(open, paper);
    planned = probe.pages;
    const heights = Array.from({ length: fills }, (_, index) => {
      const marker = probe.get(`fill${index}`);
      if (!marker) return null;
      const margin = marker.page === 1 ? margins.first : marker.page % 2 === 1 ? margins.right : margins.left;
      return paperPixels(paper).height - margin - marker.top - SNAP;
    });
    await open.page.evaluate(applyFills, heights);
  }

  const printing = printToPdf(open, paper);
  meanwhile();
  const pdf = await printing;
  const pages = readPages(pdf).length;
  const outline = readOutline(pdf);
  let starts = Array.from({ length: items }, (_, item) => outline[headings.indexOf(item)]);
  if (headings.length !== outline.length || starts.includes(undefined)) {
    const probe = await probePages(open, paper);
    planned ??= probe.pages;
    starts = starts.map((_, item) => probe.get(`item${item}`));
  }
  const problems = [
    ...broken.unmarked.map(brokenImage),
    ...tooWide.filter(({ mark }) => mark === undefined).map(tooWideTemplate),
    ...(planned !== undefined && planned !== pages ? [otherPages(planned, pages)] : []),
  ];

  const overflows = tooWide.flatMap(({ mark, ...lengths }) => (mark === undefined ? [] : { mark, ...lengths }));
  const itemPages = starts.map((start) => start?.page ?? 0);
  const itemCorners = starts.map((start) => ({ left: start?.left ?? 0, top: start?.top ?? 0 }));
  const layout = { itemPages, itemCorners, optionColumns, overflows, brokenImages: broken.marks };
  return { pdf, pages, layout, problems };
}

/** A first print that tells where things will be. */
async function probePages(
  open: OpenPage,
  paper: PaperName,
): Promise<{ pages: number; get: (marker: string) => OutlineEntry | undefined }> {
  await open.page.evaluate(addMarkers);
  const pdf = await printToPdf(open, paper);
  await open.page.evaluate(removeMarkers);
  const markers = new Map(readOutline(pdf).map((entry) => [entry.title, entry]));
  return { pages: readPages(pdf).length, get: (marker) => markers.get(marker) };
}

async function printToPdf({ session }: OpenPage, paper: PaperName): Promise<SkiaPdf> {
  const { data } = await session.send("Page.printToPDF", {
    paperWidth: PAPER_SIZE[paper].width / 72,
    paperHeight: PAPER_SIZE[paper].height / 72,
    ...NO_MARGINS,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return new SkiaPdf(Buffer.from(data, "base64"));
}

/** Margins are the style sheet's alone. */
export const NO_MARGINS = { marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0 };
