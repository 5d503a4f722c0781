import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Report } from "../model/problem.ts";
import { type BrowserAhead, startAhead } from "./ahead.ts";
import { cacheFolder } from "./cache-folder.ts";
import { EnvironmentError } from "./environment-error.ts";
import { Insets } from "./insets/insets.ts";
import type { SheetPrint } from "./insets/printed-sheet.ts";
import { identify, KeptPrints, type KnownBrowser } from "./kept-prints.ts";
import { launchBrowser, type RunningBrowser } from "./launch.ts";
import { printDocument } from "./print-document.ts";
import { PrintQueue } from "./print-queue.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import type { Printer } from "./printer.ts";
import { PrintingBrowser } from "./printing-browser.ts";
import { program as bundle } from "./program.ts";
import { Store } from "./store.ts";

export { type BrowserAhead, cacheFolder, EnvironmentError, type PrintedPdf, type Printer, type Store, startAhead };

/** How a printer works. */
export interface PrinterOptions {
  /** Documents printed at the same time, each by a browser of some 300 MB: 1 or more. Default: one a processor, four at most. */
  readonly jobs?: number;
  /** Papers to be printed, each before its key: more browsers than that would only disturb. Default: no end of them. */
  readonly papers?: number;
  /** Seconds after which a browser that does not answer is taken for dead. Default 60. */
  readonly patience?: number;
  /** Whether every document is printed anew, by a browser that is started at once. Default false. */
  readonly force?: boolean;
  /** What prints, beside the browser; documents of another program are not found. Default: the bundle, else none are kept. */
  readonly program?: string;
  /** Takes what a person should know about how the browser runs, when it has started. */
  readonly report?: Report;
  /** A browser that starts already. Default: none does. */
  readonly ahead?: BrowserAhead;
  /** Where variables such as `PUPPETEER_EXECUTABLE_PATH` and `XDG_CACHE_HOME` are looked up. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Gets a browser ready; it is started when the first document is new. One that dies or hangs is started anew and the document
 * tried once more; then printing fails. Throws an {@link EnvironmentError} where no browser can be started.
 */
export async function openPrinter(options: PrinterOptions = {}): Promise<Printer> {
  const { jobs = Math.min(availableParallelism(), 4), papers = jobs, patience = 60 } = options;
  const { program = bundle, force = false, env = process.env } = options;
  const store = program ? await Store.open(join(cacheFolder(env), "prints"), program, !force) : undefined;
  const kept = store && new KeptPrints(store);
  const known = await kept?.knownBrowser(env);
  let running: RunningBrowser | undefined;
  const launch = async () => {
    const launched = await (options.ahead?.take() ?? launchBrowser(env));
    if (!running) for (const note of launched.notes) options.report?.(note);
    running = launched;
    if (!known || (await identify(launched.executable)) === known.identity) return launched;
    await launched.close();
    throw new EnvironmentError(OTHER_BROWSER);
  };
  const first = known ? undefined : await launch();
  // A browser that was unpacked for this run alone is not unpacked a second time.
  const count = first?.notes.some(({ rule }) => rule === "no-cache") ? 1 : Math.max(1, Math.min(jobs, papers));
  // Documents of one browser wait for each other in places, those of two do not.
  const queue = new PrintQueue(
    Array.from(
      { length: count },
      (_, at) => new PrintingBrowser(at === 0 ? first : undefined, launch, patience * 1000),
    ),
  );
  const browser = known ?? (await started(running as RunningBrowser));
  if (!known) await kept?.remember(browser);
  const insets = new Insets(async (sheet, meanwhile) => {
    const found = await kept?.find<SheetPrint>(sheet.page, browser.identity);
    if (found) return found;
    const print = await queue.print((tab) => tab.printSheet(sheet, meanwhile));
    // What waits is on its way to the browser before the sheet is read.
    await setImmediate();
    void kept?.keep(sheet.page, browser.identity, print);
    return print;
  });
  let closed: Promise<void> | undefined;
  const counted = { printed: 0, reused: 0 };
  return {
    browser: browser.version,
    executable: browser.executable,
    get notes() {
      return running?.notes ?? [];
    },
    jobs: count,
    count: counted,
    store,
    async print(page, meanwhile) {
      const tell = once(meanwhile);
      const found = await kept?.find<PrintedPdf>(page, browser.identity);
      if (found) {
        counted.reused++;
        tell();
        return found;
      }
      const sheets = await insets.of(page.common, tell);
      const printed = await printDocument(queue, page, sheets, tell);
      counted.printed++;
      void kept?.keep(page, browser.identity, printed);
      return printed;
    },
    prepare(common) {
      insets.of(common).catch(() => {});
    },
    close() {
      closed ??= Promise.all([queue.close(), store?.close()]).then(() => {});
      // Whoever waits is told.
      closed.catch(() => {});
      return closed;
    },
  };
}

function once(call: () => void = () => {}): () => void {
  let isDue = true;
  return () => {
    if (!isDue) return;
    isDue = false;
    call();
  };
}

const OTHER_BROWSER = "The browser that printed before does not start any more. Run again with --force";

async function started({ executable, version }: RunningBrowser): Promise<KnownBrowser> {
  return { executable, version, identity: await identify(executable) };
}
