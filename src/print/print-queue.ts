import type { PrintingBrowser } from "./printing-browser.ts";
import type { Tab } from "./tab.ts";

/** Lets whatever is to be printed wait for a free browser. */
export class PrintQueue {
  readonly #browsers: readonly PrintingBrowser[];
  /** Those that print nothing; the first is taken first, so that a single document needs no other. */
  readonly #free: PrintingBrowser[];
  readonly #waiting: ((browser: PrintingBrowser) => void)[] = [];

  constructor(browsers: readonly PrintingBrowser[]) {
    this.#browsers = browsers;
    this.#free = [...browsers];
  }

  async print<T>(job: (tab: Tab) => Promise<T>): Promise<T> {
    const browser =
      this.#free.shift() ?? (await new Promise<PrintingBrowser>((resolve) => this.#waiting.push(resolve)));
    try {
      return await browser.print(job);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(browser);
      else this.#free.unshift(browser);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
  }
}
