import { createHash } from "node:crypto";
import { realpath, rm, stat } from "node:fs/promises";
import type { Asset, Page } from "../model/page.ts";
import { findBrowsers } from "./find-browser.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import type { Store } from "./store.ts";

/** A browser that has printed here before. */
export interface KnownBrowser {
  readonly executable: string;
  /** What it calls itself. */
  readonly version: string;
  /** Another one, or the same one changed, has another. */
  readonly identity: string;
}

/** What tells a browser from every other, and from itself when it was changed. Empty for one that is not there. */
export async function identify(executable: string): Promise<string> {
  try {
    const path = await realpath(executable);
    const { size, mtimeMs } = await stat(path);
    return `${path} ${size} ${mtimeMs}`;
  } catch {
    return "";
  }
}

/** Documents that were printed before, by all that can change a byte of them. */
export class KeptPrints {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The first browser of this machine, where it has started before: it need not start to be known. */
  async knownBrowser(env: NodeJS.ProcessEnv): Promise<KnownBrowser | undefined> {
    for await (const { executable, temporary } of findBrowsers(env)) {
      if (temporary) {
        await rm(temporary, { recursive: true, force: true });
        return undefined;
      }
      const identity = await identify(executable);
      const version = await this.#store.get(this.#store.keyOf("browser", identity));
      return version && { executable, identity, version: version.toString() };
    }
    return undefined;
  }

  /** Notes that a browser has started. */
  async remember({ identity, version }: KnownBrowser): Promise<void> {
    if (identity !== "") await this.#store.put(this.#store.keyOf("browser", identity), Buffer.from(version));
  }

  async find(page: Page, browser: string): Promise<PrintedPdf | undefined> {
    const kept = await this.#store.get(this.#keyOf(page, browser));
    if (!kept) return undefined;
    const end = kept.indexOf("\n");
    return { ...JSON.parse(kept.toString("utf8", 0, end)), bytes: kept.subarray(end + 1) };
  }

  async keep(page: Page, browser: string, { bytes, ...print }: PrintedPdf): Promise<void> {
    const head = Buffer.from(`${JSON.stringify(print)}\n`);
    await this.#store.put(this.#keyOf(page, browser), Buffer.concat([head, bytes]));
  }

  #keyOf({ html, assets, paper, metadata }: Page, browser: string): string {
    const files = [...assets].map(([path, asset]) => [path, asset.type, hashOf(asset)]);
    return this.#store.keyOf("print", browser, html, JSON.stringify([files, paper, metadata]));
  }
}

/** The documents of an exam share their files. */
const hashes = new WeakMap<Asset, string>();

function hashOf(asset: Asset): string {
  const known = hashes.get(asset);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(asset.bytes).digest("hex");
  hashes.set(asset, hash);
  return hash;
}
