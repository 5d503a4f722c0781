import type { Browser, Page as BrowserPage, CDPSession } from "puppeteer-core";
import type { Page } from "../model/page.ts";
import { AssetServer } from "./asset-server.ts";
import { blankPage } from "./blank-page.ts";
import { measureSheet } from "./insets/measure-sheet-in-page.ts";
import type { SheetPrint } from "./insets/printed-sheet.ts";
import { MOST_ROOM, SHEET_SIZE, type Sheet, SURROUNDINGS } from "./insets/sheet.ts";
import { countFaces, type KnownLayout, readKnown } from "./known-layout-in-page.ts";
import type { RunningBrowser } from "./launch.ts";
import { type LaidOut, layOut, layOutAsKnown } from "./lay-out-in-page.ts";
import { paperPixels } from "./paper-size.ts";
import { refusedRequest } from "./template-problems.ts";
import { NO_MARGINS, type UnfinishedPdf, writePdf } from "./write-pdf.ts";

/** One page of the browser, kept open from document to document. It prints one at a time. */
export class Tab {
  readonly #page: BrowserPage;
  readonly #session: CDPSession;
  readonly #server: AssetServer;
  /** What was measured of documents in which all stands that others have; undefined where these have to be measured themselves. */
  readonly #known = new WeakMap<Page, KnownLayout | undefined>();
  /** What style sheets take the page for. */
  #medium: "print" | "screen" = "screen";
  /** Set when the page's process, or the browser, has died. */
  #crash: Error | undefined;
  /** Fails the print under way, which might never hear of it. */
  #fail: (error: Error) => void = () => {};

  static async open(running: RunningBrowser): Promise<Tab> {
    const page = await openPage(running);
    const session = await page.createCDPSession();
    // How long is too long the queue says, of all that a document needs together.
    page.setDefaultTimeout(0);
    await page.setJavaScriptEnabled(false);
    return new Tab(page, session, await AssetServer.attach(page, session));
  }

  private constructor(page: BrowserPage, session: CDPSession, server: AssetServer) {
    this.#page = page;
    this.#session = session;
    this.#server = server;
    const end = (error: Error) => {
      this.#crash ??= error;
      this.#fail(error);
    };
    page.once("error", end);
    page.browser().once("disconnected", () => end(new Error("The browser has ended")));
  }

  /** Does something with the page; it fails where the page dies. */
  use<T>(job: (tab: Tab) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      if (this.#crash) reject(this.#crash);
      else job(this).then(resolve, reject);
    });
  }

  /**
   * Loads, measures and prints a document. What it says depends on that document alone, and on what it has in common with others,
   * whatever was open before. `meanwhile` is called while the browser writes it.
   */
  async print(page: Page, meanwhile: () => void): Promise<UnfinishedPdf> {
    const known = await this.#knownLayout(page);
    const printed = known && (await this.#printAsKnown(page, known, meanwhile));
    if (printed) return printed;
    const columns = known?.items.map((item) => item.columns);
    return this.#write(page, await this.#layOut(page, paperPixels(page.paper), columns), meanwhile);
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

  async #layOut(
    { html, assets }: Pick<Page, "html" | "assets">,
    paper: { readonly width: number; readonly height: number },
    columns?: readonly (readonly number[])[],
  ): Promise<LaidOut> {
    await this.#showAs("print");
    const replaced = this.#server.begin(assets) && (await layOut(this.#page, paper, columns, html));
    if (replaced) return replaced;
    await this.#server.open(html, assets);
    return (await layOut(this.#page, paper, columns)) as LaidOut;
  }

  /** What was measured of the items of a document in others; undefined where it has to be measured itself. */
  async #knownLayout({ common = [], commonItems }: Page): Promise<KnownLayout | undefined> {
    if (!commonItems) return undefined;
    let known: KnownLayout | undefined;
    for (const page of common) {
      if (!this.#known.has(page)) this.#known.set(page, await this.#measure(page, known));
      known = this.#known.get(page);
      if (!known) return undefined;
    }
    return known && { ...known, items: commonItems.flatMap((item) => known.items[item] ?? []) };
  }

  /** Measures a document, with the columns of a paper where it is a key; undefined where something about it has to be told. */
  async #measure(page: Page, paper: KnownLayout | undefined): Promise<KnownLayout | undefined> {
    const columns = paper?.items.map((item) => item.columns);
    const { tooWide, broken, fills } = await this.#layOut(page, paperPixels(page.paper), columns);
    const isFine = tooWide.length + broken.marks.length + broken.unmarked.length + fills === 0;
    return isFine ? this.#page.evaluate(readKnown) : undefined;
  }

  /** Undefined where that cannot be done. */
  async #printAsKnown(page: Page, known: KnownLayout, meanwhile: () => void): Promise<UnfinishedPdf | undefined> {
    // How small a name has to be set is its own affair.
    if (page.html.includes(" data-fit")) return undefined;
    await this.#showAs("screen");
    if (!this.#server.begin(page.assets)) return undefined;
    const laidOut = await layOutAsKnown(this.#page, known, page.html);
    if (!laidOut) return undefined;
    const printed = await this.#write(page, { ...NOTHING_TO_TELL, ...laidOut }, meanwhile);
    const { isComplete } = this.#server;
    // The browser answers before it begins with another document, and need not be waited for.
    const counted = this.#page.evaluate(countFaces).catch(() => undefined);
    return { ...printed, isWhole: counted.then((faces) => isComplete && faces === laidOut.faces) };
  }

  async #write(page: Page, laidOut: LaidOut, meanwhile: () => void): Promise<UnfinishedPdf> {
    const open = { page: this.#page, session: this.#session };
    const { problems, ...written } = await writePdf(open, page, laidOut, meanwhile);
    return { ...written, problems: [...this.#server.refused.map(refusedRequest), ...problems] };
  }

  /** To be measured, a page is laid out as on paper. */
  async #showAs(medium: "print" | "screen"): Promise<void> {
    if (this.#medium === medium) return;
    await this.#page.emulateMediaType(medium === "print" ? "print" : undefined);
    this.#medium = medium;
  }
}

const NOTHING_TO_TELL = {
  margins: { first: 0, right: 0, left: 0 },
  broken: { marks: [], unmarked: [] },
  tooWide: [],
  fills: 0,
};

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
