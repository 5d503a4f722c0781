import type { Browser, Page as BrowserPage, CDPSession } from "puppeteer-core";
import type { Page, PaperName } from "../model/page.ts";
import { AssetServer } from "./asset-server.ts";
import { blankPage } from "./blank-page.ts";
import { measureSheet } from "./insets/measure-sheet-in-page.ts";
import type { SheetPrint } from "./insets/printed-sheet.ts";
import { MOST_ROOM, SHEET_SIZE, type Sheet, SURROUNDINGS } from "./insets/sheet.ts";
import type { RunningBrowser } from "./launch.ts";
import { type LaidOut, layOut } from "./lay-out-in-page.ts";
import { type OutlineEntry, readOutline, readPages } from "./outline.ts";
import { PAPER_SIZE } from "./paper-size.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import { addMarkers, applyFills, removeMarkers } from "./probe-in-page.ts";
import { SkiaPdf } from "./skia-pdf.ts";
import { brokenImage, otherPages, refusedRequest, tooWideTemplate } from "./template-problems.ts";

/** CSS pixels to a point. */
const CSS_PIXELS = 96 / 72;

/** The outline knows places, and Chromium the size of a sheet, in whole pixels and points: together wrong by less than one. */
const SNAP = 1;

/** A document as the browser wrote it. */
export interface UnfinishedPdf extends Omit<PrintedPdf, "bytes"> {
  readonly pdf: SkiaPdf;
}

/** One page of the browser, kept open from document to document. It prints one at a time. */
export class Tab {
  readonly #page: BrowserPage;
  readonly #session: CDPSession;
  readonly #server: AssetServer;
  /** Set when the page's process has died. */
  #crash: Error | undefined;
  /** Fails the print under way, which would never hear of a crash. */
  #fail: (error: Error) => void = () => {};

  static async open(running: RunningBrowser): Promise<Tab> {
    const page = await openPage(running);
    const session = await page.createCDPSession();
    // How long is too long the queue says, of all that a document needs together.
    page.setDefaultTimeout(0);
    await page.setJavaScriptEnabled(false);
    await page.emulateMediaType("print");
    return new Tab(page, session, await AssetServer.attach(page, session));
  }

  private constructor(page: BrowserPage, session: CDPSession, server: AssetServer) {
    this.#page = page;
    this.#session = session;
    this.#server = server;
    page.once("error", (error) => {
      this.#crash = error;
      this.#fail(error);
    });
  }

  /** Does something with the page; it fails where the page's process dies. */
  use<T>(job: (tab: Tab) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      if (this.#crash) reject(this.#crash);
      else job(this).then(resolve, reject);
    });
  }

  /**
   * Loads, measures and prints a document. What it says depends on that document alone, whatever was open before. `meanwhile` is
   * called while the browser writes it.
   */
  async print(page: Page, meanwhile: () => void): Promise<UnfinishedPdf> {
    const paper = {
      width: PAPER_SIZE[page.paper].width * CSS_PIXELS,
      height: PAPER_SIZE[page.paper].height * CSS_PIXELS,
    };
    const { margins, broken, optionColumns, tooWide, items, headings, fills } = await this.#layOut(page, paper);
    let planned: number | undefined;
    if (fills > 0) {
      const probe = await this.#probe(page.paper);
      planned = probe.pages;
      const heights = Array.from({ length: fills }, (_, index) => {
        const marker = probe.get(`fill${index}`);
        if (!marker) return null;
        const margin = marker.page === 1 ? margins.first : marker.page % 2 === 1 ? margins.right : margins.left;
        return paper.height - margin - marker.top - SNAP;
      });
      await this.#page.evaluate(applyFills, heights);
    }

    const printing = this.#printToPdf(page.paper);
    meanwhile();
    const pdf = await printing;
    const pages = readPages(pdf).length;
    const outline = readOutline(pdf);
    let starts = Array.from({ length: items }, (_, item) => outline[headings.indexOf(item)]);
    if (headings.length !== outline.length || starts.includes(undefined)) {
      const probe = await this.#probe(page.paper);
      planned ??= probe.pages;
      starts = starts.map((_, item) => probe.get(`item${item}`));
    }
    // Some files are asked for by and by.
    const problems = [
      ...this.#server.refused.map(refusedRequest),
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

  /** Loads, measures and prints a sheet. `meanwhile` is called while the browser writes it. */
  async printSheet({ page }: Sheet, meanwhile: () => void): Promise<SheetPrint> {
    await this.#layOut(page, { width: SHEET_SIZE, height: SHEET_SIZE });
    const sizes = await this.#page.evaluate(measureSheet, MOST_ROOM, SURROUNDINGS);
    const printing = this.#session.send("Page.printToPDF", {
      ...NO_MARGINS,
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: false,
    });
    meanwhile();
    const { data } = await printing;
    return { bytes: Buffer.from(data, "base64"), sizes };
  }

  /** Gives the page back to the browser, if there still is one. */
  async close(): Promise<void> {
    await this.#page.close().catch(() => {});
  }

  async #layOut({ html, assets }: Pick<Page, "html" | "assets">, paper: { width: number; height: number }) {
    const isEmpty = await this.#server.serve(assets);
    const replaced = isEmpty ? undefined : await layOut(this.#page, paper, html);
    if (replaced) return replaced;
    await this.#page.setContent(html);
    return (await layOut(this.#page, paper)) as LaidOut;
  }

  /** A first print that tells where things will be. */
  async #probe(paper: PaperName): Promise<{ pages: number; get: (marker: string) => OutlineEntry | undefined }> {
    await this.#page.evaluate(addMarkers);
    const pdf = await this.#printToPdf(paper);
    await this.#page.evaluate(removeMarkers);
    const markers = new Map(readOutline(pdf).map((entry) => [entry.title, entry]));
    return { pages: readPages(pdf).length, get: (marker) => markers.get(marker) };
  }

  async #printToPdf(paper: PaperName): Promise<SkiaPdf> {
    const { data } = await this.#session.send("Page.printToPDF", {
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
}

/** Margins are the style sheet's alone. */
const NO_MARGINS = { marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0 };

/** An empty page. A browser that paints only when told to paints nothing: nobody looks at the screen it does not have. */
async function openPage({ browser, firstPage }: RunningBrowser): Promise<BrowserPage> {
  if (firstPage === undefined) return browser.newPage();
  const url = used.has(browser) ? await createPage(browser) : firstPage;
  used.add(browser);
  const target = await browser.waitForTarget((candidate) => candidate.url() === url, { timeout: 0 });
  const page = await target.page();
  if (!page) throw new Error("Expected a page where one was opened, found none");
  return page;
}

/** Browsers whose first page was taken. */
const used = new WeakSet<Browser>();

/** Returns the new page's address. */
async function createPage(browser: Browser): Promise<string> {
  const page = blankPage();
  const session = await browser.target().createCDPSession();
  await session.send("Target.createTarget", page);
  await session.detach();
  return page.url;
}
