import { createHash } from "node:crypto";
import { realpath, rm, stat } from "node:fs/promises";
import type { Asset, Page } from "../model/page.ts";
import { findBrowsers } from "./find-browser.ts";
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

  /** A document, or a sheet of what documents have in common. */
  async find<T extends Print>(page: Printable, browser: string): Promise<T | undefined> {
    const kept = await this.#store.get(this.#keyOf(page, browser));
    if (!kept) return undefined;
    const end = kept.indexOf("\n");
    return { ...JSON.parse(kept.toString("utf8", 0, end)), bytes: kept.subarray(end + 1) };
  }

  async keep(page: Printable, browser: string, { bytes, ...print }: Print): Promise<void> {
    const head = Buffer.from(`${JSON.stringify(print)}\n`);
    await this.#store.put(this.#keyOf(page, browser), Buffer.concat([head, bytes]));
  }

  #keyOf({ html, assets, paper, metadata, common = [], commonItems }: Printable, browser: string): string {
    const shared = common.map((page) => [filesOf(page.assets), hashOfText(page)]);
    return this.#store.keyOf(
      "print",
      browser,
      html,
      JSON.stringify([filesOf(assets), paper, metadata, shared, commonItems]),
    );
  }
}

/** What can be printed. */
type Printable = Pick<Page, "html" | "assets"> & Partial<Pick<Page, "paper" | "metadata" | "common" | "commonItems">>;

interface Print {
  readonly bytes: Uint8Array;
}

function filesOf(assets: Page["assets"]): string[][] {
  return [...assets].map(([path, asset]) => [path, asset.type, hashOf(asset)]);
}

/** The documents of an exam share their files, and what they have in common. */
const hashes = new WeakMap<object, string>();

function hashOf(asset: Asset): string {
  return onceFor(asset, () => asset.bytes);
}

function hashOfText(page: Page): string {
  return onceFor(page, () => page.html);
}

function onceFor(thing: object, content: () => string | Uint8Array): string {
  const known = hashes.get(thing);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(content()).digest("hex");
  hashes.set(thing, hash);
  return hash;
}
