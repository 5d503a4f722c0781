import type { Page as BrowserPage, CDPSession } from "puppeteer-core";
import type { Asset } from "../model/page.ts";
import { askForLayout } from "./load-in-page.ts";

/**
 * Answers what a document asks for from memory, under an invented origin, and refuses everything else: no request of a document
 * reaches the network or the disk.
 */
export class AssetServer {
  readonly #page: BrowserPage;
  readonly #session: CDPSession;
  #generation = 0;
  #origin = "";
  /** Files of the document that is open. The browser keeps what it was sent, so an origin has the same files for ever. */
  #assets: ReadonlyMap<string, Asset> = new Map();
  /** What is being opened, until the browser has asked for it. */
  #document = EMPTY_DOCUMENT;
  readonly #refused = new Set<string>();
  #wasAsked = false;

  static async attach(page: BrowserPage, session: CDPSession): Promise<AssetServer> {
    const server = new AssetServer(page, session);
    // Sees also what the browser answers from its memory, and what it refuses by itself: `file:` for one.
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("data:") && !server.#find(url)) server.#refused.add(url);
    });
    session.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
      server.#wasAsked = true;
      const asset = server.#find(request.url);
      if (asset === server.#document) server.#document = EMPTY_DOCUMENT;
      const answer = asset
        ? session.send("Fetch.fulfillRequest", {
            requestId,
            responseCode: 200,
            responseHeaders: [
              { name: "content-type", value: asset.type },
              { name: "cache-control", value: "max-age=31536000, immutable" },
            ],
            body: Buffer.from(asset.bytes.buffer, asset.bytes.byteOffset, asset.bytes.byteLength).toString("base64"),
          })
        : // An aborted navigation leaves the document where it is; any other refusal would show an error page.
          session.send("Fetch.failRequest", {
            requestId,
            errorReason: resourceType === "Document" ? "Aborted" : "BlockedByClient",
          });
      // The document may be gone before its request is answered.
      answer.catch(() => {});
    });
    await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    return server;
  }

  private constructor(page: BrowserPage, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /**
   * Begins a document with these files; false where it has to be opened. It may take the place of the one that is open where that
   * has the same files, and asked for nothing in vain, which the browser may not ask for again.
   */
  begin(assets: ReadonlyMap<string, Asset>): boolean {
    this.#wasAsked = false;
    return this.#generation > 0 && this.#refused.size === 0 && sameFiles(assets, this.#assets);
  }

  /** Opens a document with its files, under a new origin where it may not have that of the document before. */
  async open(html: string, assets: ReadonlyMap<string, Asset>): Promise<void> {
    if (!this.begin(assets)) {
      this.#refused.clear();
      this.#assets = assets;
      this.#origin = `https://exam-${++this.#generation}.invalid`;
    }
    this.#document = { type: HTML, bytes: Buffer.from(html) };
    // Puppeteer's own way waits for each frame, and for some for ever.
    const parsed = new Promise((resolve) => this.#page.once("domcontentloaded", resolve));
    const loaded = new Promise((resolve) => this.#page.once("load", resolve));
    await this.#session.send("Page.navigate", { url: `${this.#origin}/` });
    await parsed;
    if (HAS_PLACED_CONTENT.test(html)) await this.#page.evaluate(askForLayout);
    await loaded;
  }

  /** What the present document asked for and did not get: addresses, or paths where only the file is missing. */
  get refused(): string[] {
    return [...this.#refused].map((url) => (url.startsWith(`${this.#origin}/`) ? url.slice(this.#origin.length) : url));
  }

  /** Whether the present document has all it asked for, and asked for nothing that the browser did not have before. */
  get isComplete(): boolean {
    return !this.#wasAsked && this.#refused.size === 0;
  }

  #find(url: string): Asset | undefined {
    if (!url.startsWith(`${this.#origin}/`)) return undefined;
    const path = new URL(url).pathname;
    if (path === "/") return this.#document;
    return this.#assets.get(path) ?? this.#assets.get(decodeURI(path));
  }
}

/** What such an element shows is not loaded before the page is laid out, which one that nobody sees never is by itself. */
const HAS_PLACED_CONTENT = /<(?:object|embed)\b/i;

const HTML = "text/html; charset=utf-8";
const EMPTY_DOCUMENT: Asset = { type: HTML, bytes: Buffer.from("<!doctype html>") };

function sameFiles(one: ReadonlyMap<string, Asset>, other: ReadonlyMap<string, Asset>): boolean {
  if (one === other) return true;
  return (
    one.size === other.size &&
    [...one].every(([path, file]) => {
      const twin = other.get(path);
      return twin === file || (twin?.type === file.type && Buffer.compare(twin.bytes, file.bytes) === 0);
    })
  );
}
