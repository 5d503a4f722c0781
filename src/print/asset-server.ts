import type { Page as BrowserPage, CDPSession } from "puppeteer";
import type { Asset } from "../model/page.ts";

/**
 * Answers what a document asks for from memory, under an invented origin, and refuses everything else: no request of a document
 * reaches the network or the disk.
 */
export class AssetServer {
  readonly #page: BrowserPage;
  #origin = "";
  #generation = 0;
  /** Files of the document that is open. */
  #assets: ReadonlyMap<string, Asset> = new Map();
  /** All files the present origin has ever had. The browser keeps what it was sent, so under one origin no path changes. */
  readonly #known = new Map<string, Asset>();
  readonly #refused = new Set<string>();

  static async attach(page: BrowserPage, session: CDPSession): Promise<AssetServer> {
    const server = new AssetServer(page);
    // Sees also what the browser answers from its memory, and what it refuses by itself: `file:` for one.
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("data:") && !server.#find(url)) server.#refused.add(url);
    });
    session.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
      const asset = server.#find(request.url);
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

  private constructor(page: BrowserPage) {
    this.#page = page;
  }

  /** Answers with these files from now on. Opens an empty document under a new origin where a known path has other bytes now. */
  async serve(assets: ReadonlyMap<string, Asset>): Promise<void> {
    const changed = [...assets].some(([path, { bytes }]) => {
      const known = this.#known.get(path)?.bytes;
      return known !== undefined && known !== bytes && Buffer.compare(known, bytes) !== 0;
    });
    this.#assets = assets;
    if (changed || this.#generation === 0) {
      this.#known.clear();
      this.#origin = `https://exam-${++this.#generation}.invalid`;
      await this.#page.goto(`${this.#origin}/`);
    }
    for (const [path, asset] of assets) this.#known.set(path, asset);
    this.#refused.clear();
  }

  /** Addresses that the present document asked for and did not get. */
  get refused(): string[] {
    return [...this.#refused];
  }

  #find(url: string): Asset | undefined {
    if (!url.startsWith(`${this.#origin}/`)) return undefined;
    const path = new URL(url).pathname;
    if (path === "/") return EMPTY_DOCUMENT;
    return this.#assets.get(path) ?? this.#assets.get(decodeURI(path));
  }
}

const EMPTY_DOCUMENT: Asset = { type: "text/html", bytes: Buffer.from("<!doctype html>") };
