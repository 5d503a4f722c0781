import type { Page } from "../model/page.ts";
import { EnvironmentError } from "./environment-error.ts";
import type { RunningBrowser } from "./launch.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import { Tab } from "./tab.ts";

/** Names of what Puppeteer throws when the browser refuses or gives up. */
const BROWSER_ERRORS = ["ProtocolError", "TimeoutError", "TargetCloseError"];

/** Lets documents wait for a free tab, and keeps a browser running for them. */
export class PrintQueue {
  /** Undefined before the first document. */
  #browser: Promise<RunningBrowser> | undefined;
  readonly #launch: () => Promise<RunningBrowser>;
  readonly #patience: number;
  #closed = false;
  #free: number;
  readonly #waiting: (() => void)[] = [];
  /** Tabs that are open and print nothing. */
  #idle: Tab[] = [];

  /** At most `jobs` documents are printed at once; a browser that is silent for `patience` milliseconds is ended. */
  constructor(
    browser: RunningBrowser | undefined,
    launch: () => Promise<RunningBrowser>,
    jobs: number,
    patience: number,
  ) {
    this.#browser = browser && Promise.resolve(browser);
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
    const running = await this.#browser?.catch(() => undefined);
    await running?.close();
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #attempt(page: Page): Promise<PrintedPdf> {
    if (this.#closed) throw new EnvironmentError("The printer was closed");
    this.#browser ??= this.#launch();
    const present = this.#browser;
    const running = await present;
    if (!running.browser.connected) {
      this.#replace(present);
      return this.#attempt(page);
    }
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#replace(present);
        const message = `The browser did not print a document within ${this.#patience / 1000} s, nor when it was started again`;
        reject(new EnvironmentError(`${message}: it is too large or too intricate, or this machine is overloaded`));
      }, this.#patience);
    });
    let tab = this.#idle.pop();
    try {
      tab ??= await Promise.race([Tab.open(running), silence]);
      const printed = await Promise.race([tab.print(page), silence]);
      if (this.#browser === present) this.#idle.push(tab);
      return printed;
    } catch (error) {
      // A tab that failed is not used again, nor are those that may have failed with it.
      for (const doubtful of [tab, ...this.#idle.splice(0)]) void doubtful?.close();
      if (running.browser.connected && error instanceof Error && BROWSER_ERRORS.includes(error.name))
        throw new EnvironmentError(`The browser cannot print a document: ${error.message}`);
      if (running.browser.connected || error instanceof EnvironmentError) throw error;
      throw new EnvironmentError(
        this.#closed ? "The printer was closed" : "The browser ended while it printed a document",
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Starts another browser in the place of one that died or hangs; whoever notices it second changes nothing. */
  #replace(present: Promise<RunningBrowser>): void {
    if (this.#browser !== present || this.#closed) return;
    this.#idle = [];
    this.#browser = present.then((running) => running.close()).then(this.#launch);
    // Whoever waits for it is told; nobody may.
    this.#browser.catch(() => {});
  }
}
