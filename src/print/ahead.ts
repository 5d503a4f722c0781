import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { KeptPrints } from "./kept-prints.ts";
import { launchBrowser, type RunningBrowser } from "./launch.ts";
import { program as bundle } from "./program.ts";
import { Store } from "./store.ts";

/** A browser that starts while it is not yet known whether it will be needed, or none. */
export interface BrowserAhead {
  /** The browser, for the first who asks; undefined where none was started. */
  take(): Promise<RunningBrowser> | undefined;
  /** Ends a browser that nobody took, with all it has left on the disk. */
  end(): Promise<void>;
}

/**
 * Starts the browser of a build before the source is read, which takes as long. Not where it has not printed on this machine
 * before, nor where the very source was built before: most likely its documents are kept. Resolves when the browser's process
 * is there; whoever takes it is told whether it works.
 */
export async function startAhead(
  source: string,
  options: { readonly force?: boolean; readonly program?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<BrowserAhead> {
  const { force = false, program = bundle, env = process.env } = options;
  const store = program ? await Store.open(join(cacheFolder(env), "prints"), program) : undefined;
  const text = await readFile(source).catch(() => undefined);
  if (!store || !text) return { take: () => undefined, end: async () => {} };
  const built = store.keyOf("built", text);
  const isKnown = (await store.get(built)) !== undefined;
  const starts = (force || !isKnown) && (await new KeptPrints(store).knownBrowser(env)) !== undefined;
  const stop = new AbortController();
  let browser = starts ? await started(env, stop.signal) : undefined;
  return {
    take() {
      const taken = browser;
      browser = undefined;
      return taken?.running;
    },
    async end() {
      if (browser) {
        stop.abort();
        // It may have started meanwhile: its folder goes with it.
        await browser.running.then(
          (running) => running.close(),
          () => {},
        );
      }
      if (!isKnown) await store.put(built, Buffer.alloc(0));
    },
  };
}

/** In an object, since a promise inside a promise would be waited for. */
async function started(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<{ running: Promise<RunningBrowser> }> {
  let onSpawn = () => {};
  const spawned = new Promise<void>((resolve) => {
    onSpawn = resolve;
  });
  const running = launchBrowser(env, { signal, onSpawn });
  await Promise.race([spawned, running.catch(() => {})]);
  return { running };
}
