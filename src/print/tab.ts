import type { Browser, Page as BrowserPage, CDPSession } from "puppeteer-core";
import type { Page, PaperName } from "../model/page.ts";
import { AssetServer } from "./asset-server.ts";
import { blankPage } from "./blank-page.ts";
import { measureSheet } from "./insets/measure-sheet-in-page.ts";
import { LostStandIn, placeInsets } from "./insets/place-insets.ts";
import type { PrintedSheet, SheetPrint } from "./insets/printed-sheet.ts";
import { setStandIns } from "./insets/set-stand-ins.ts";
import { MOST_ROOM, SHEET_SIZE, type Sheet, SURROUNDINGS } from "./insets/sheet.ts";
import type { RunningBrowser } from "./launch.ts";
import { makeReady, replaceDocument } from "./load-in-page.ts";
import { findTooWide, fitTexts, markTall, setOptionColumns } from "./measure-in-page.ts";
import { type OutlineEntry, readOutline, readPages } from "./outline.ts";
import { PAPER_SIZE } from "./paper-size.ts";
import { finishPdf } from "./pdf-bytes.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import { addMarkers, applyFills, breakAfterFills, findHeadings, removeMarkers } from "./probe-in-page.ts";
import { SkiaPdf } from "./skia-pdf.ts";
import { brokenImage, otherPages, refusedRequest, tooWideTemplate } from "./template-problems.ts";

/** CSS pixels to a point. */
const CSS_PIXELS = 96 / 72;

/** The outline knows places, and Chromium the size of a sheet, in whole pixels and points: together wrong by less than one. */
const SNAP = 1;

const NO_STAND_INS = { formulas: new Map(), pictures: new Map() };

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
   * Loads, measures and prints a document, and paints in it what was printed before. What it says depends on that document alone,
   * whatever was open before. `meanwhile` is called while the browser writes it.
   */
  async print(page: Page, sheets: readonly PrintedSheet[], meanwhile: () => void): Promise<PrintedPdf> {
    const standing = sheets.length > 0 ? setStandIns(page, sheets) : undefined;
    try {
      if (standing) return await this.#print(standing.page, meanwhile, (pdf) => placeInsets(pdf, sheets, standing));
    } catch (error) {
      if (!(error instanceof LostStandIn)) throw error;
    }
    return this.#print(page, meanwhile, (pdf) => placeInsets(pdf, [], NO_STAND_INS));
  }

  /** Loads, measures and prints a sheet. `meanwhile` is called while the browser writes it. */
  async printSheet({ page }: Sheet, meanwhile: () => void): Promise<SheetPrint> {
    await this.#load(page);
    const paper = { width: SHEET_SIZE, height: SHEET_SIZE };
    await this.#page.evaluate(makeReady, paper);
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

  async #load({ html, assets }: Pick<Page, "html" | "assets">): Promise<void> {
    const isEmpty = await this.#server.serve(assets);
    if (isEmpty || !(await this.#page.evaluate(replaceDocument, html))) await this.#page.setContent(html);
  }

  async #print(
    page: Page,
    meanwhile: () => void,
    change: (pdf: SkiaPdf) => Map<number, string | undefined>,
  ): Promise<PrintedPdf> {
    const tab = this.#page;
    await this.#load(page);
    const paper = {
      width: PAPER_SIZE[page.paper].width * CSS_PIXELS,
      height: PAPER_SIZE[page.paper].height * CSS_PIXELS,
    };
    const { margins, room, broken } = await tab.evaluate(makeReady, paper);
    // Sent together, done one after the other.
    const [, optionColumns, , tooWide, { items, headings }, fills] = await Promise.all([
      tab.evaluate(fitTexts),
      tab.evaluate(setOptionColumns),
      tab.evaluate(markTall, room),
      tab.evaluate(findTooWide),
      tab.evaluate(findHeadings),
      tab.evaluate(breakAfterFills),
    ]);

    const problems = [
      ...this.#server.refused.map(refusedRequest),
      ...broken.unmarked.map(brokenImage),
      ...tooWide.filter(({ mark }) => mark === undefined).map(tooWideTemplate),
    ];
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
      await tab.evaluate(applyFills, heights);
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
    if (planned !== undefined && planned !== pages) problems.push(otherPages(planned, pages));

    const overflows = tooWide.flatMap(({ mark, ...lengths }) => (mark === undefined ? [] : { mark, ...lengths }));
    const itemPages = starts.map((start) => start?.page ?? 0);
    const itemCorners = starts.map((start) => ({ left: start?.left ?? 0, top: start?.top ?? 0 }));
    const layout = { itemPages, itemCorners, optionColumns, overflows, brokenImages: broken.marks };
    return { bytes: finishPdf(pdf, page.metadata, change(pdf)), pages, layout, problems };
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
