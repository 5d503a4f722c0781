import type { Page } from "../model/page.ts";
import { EnvironmentError } from "./environment-error.ts";
import type { RunningBrowser } from "./launch.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import { Tab } from "./tab.ts";

/** Lets documents wait for a free tab, and keeps a browser running for them. */
export class PrintQueue {
  #browser: Promise<RunningBrowser>;
  readonly #launch: () => Promise<RunningBrowser>;
  readonly #patience: number;
  #closed = false;
  #free: number;
  readonly #waiting: (() => void)[] = [];
  /** Tabs that are open and print nothing. */
  #idle: Tab[] = [];

  /** At most `jobs` documents are printed at once; a browser that is silent for `patience` milliseconds is ended. */
  constructor(browser: RunningBrowser, launch: () => Promise<RunningBrowser>, jobs: number, patience: number) {
    this.#browser = Promise.resolve(browser);
    this.#launch = launch;
    this.#free = jobs;
    this.#patience = patience;
  }

  async print(page: Page): Promise<PrintedPdf> {
    await this.#turn();
    try {
      return await this.#attempt(page).catch((error) => {
        if (this.#closed) throw error;
        return this.#attempt(page);
      });
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#browser).close();
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #attempt(page: Page): Promise<PrintedPdf> {
    const running = await this.#living();
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new EnvironmentError(`The browser did not print a document within ${this.#patience / 1000} s`));
        void running.close();
      }, this.#patience);
    });
    try {
      const tab = this.#idle.pop() ?? (await Promise.race([Tab.open(running.browser), silence]));
      const printed = await Promise.race([tab.print(page), silence]);
      this.#idle.push(tab);
      return printed;
    } catch (error) {
      // A tab that failed is not used again.
      if (running.browser.connected || error instanceof EnvironmentError) throw error;
      throw new EnvironmentError(
        this.#closed ? "The printer was closed" : "The browser ended while it printed a document",
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** The browser, or another one where it died. */
  async #living(): Promise<RunningBrowser> {
    if (this.#closed) throw new EnvironmentError("The printer was closed");
    const present = this.#browser;
    const running = await present;
    if (running.browser.connected) return running;
    if (this.#browser === present) {
      this.#idle = [];
      this.#browser = running.close().then(this.#launch);
    }
    return this.#browser;
  }
}
