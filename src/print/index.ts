import { availableParallelism } from "node:os";
import type { Page } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";
import { EnvironmentError } from "./environment-error.ts";
import { launchBrowser } from "./launch.ts";
import { PrintQueue } from "./print-queue.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import { cacheFolder } from "./unpack-chromium.ts";

export { cacheFolder, EnvironmentError, type PrintedPdf };

/** A browser that prints. */
export interface Printer {
  /** What prints, as a manifest names it: `Chromium 147.0.7727.0`. */
  readonly browser: string;
  /** Where it lies on this machine. */
  readonly executable: string;
  /** What a person should know about how the browser runs. */
  readonly notes: readonly Problem[];
  /** Documents printed at the same time. */
  readonly jobs: number;
  /** Prints a document. May be called many times at once; documents wait their turn. */
  print(page: Page): Promise<PrintedPdf>;
  /** Ends the browser; documents not yet printed fail. */
  close(): Promise<void>;
}

/** How a printer works. */
export interface PrinterOptions {
  /** Documents printed at the same time, each by a process of some 300 MB: 1 or more. Default: one a processor, four at most. */
  readonly jobs?: number;
  /** Seconds after which a browser that does not answer is taken for dead. Default 60. */
  readonly patience?: number;
  /** Where variables such as `PUPPETEER_EXECUTABLE_PATH` and `XDG_CACHE_HOME` are looked up. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Starts a browser. One that dies or hangs is started anew and the document tried once more; then printing fails.
 * Throws an {@link EnvironmentError} where no browser can be started.
 */
export async function openPrinter(options: PrinterOptions = {}): Promise<Printer> {
  const { jobs = Math.min(availableParallelism(), 4), patience = 60, env = process.env } = options;
  const first = await launchBrowser(env);
  const queue = new PrintQueue(first, () => launchBrowser(env), jobs, patience * 1000);
  return {
    browser: first.version,
    executable: first.executable,
    notes: first.notes,
    jobs,
    print: (page) => queue.print(page),
    close: () => queue.close(),
  };
}
