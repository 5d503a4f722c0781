import { EnvironmentError } from "./environment-error.ts";
import type { RunningBrowser } from "./launch.ts";
import { Tab } from "./tab.ts";

/** Names of what Puppeteer throws when the browser refuses or gives up. */
const BROWSER_ERRORS = ["ProtocolError", "TimeoutError", "TargetCloseError"];

/** Keeps a browser running that prints one document after the other. */
export class PrintingBrowser {
  /** Undefined before the first document. */
  #browser: Promise<RunningBrowser> | undefined;
  readonly #launch: () => Promise<RunningBrowser>;
  readonly #patience: number;
  #closed = false;
  /** Open, and printing nothing. */
  #tab: Tab | undefined;

  /** A browser that is silent for `patience` milliseconds is ended. */
  constructor(browser: RunningBrowser | undefined, launch: () => Promise<RunningBrowser>, patience: number) {
    this.#browser = browser && Promise.resolve(browser);
    this.#launch = launch;
    this.#patience = patience;
  }

  /** Prints something, a second time where the browser dies or hangs. Nothing may be printed at the same time. */
  print<T>(job: (tab: Tab) => Promise<T>): Promise<T> {
    return this.#attempt(job).catch((error) => {
      if (this.#closed) throw error;
      return this.#attempt(job);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const running = await this.#browser?.catch(() => undefined);
    await running?.close();
  }

  async #attempt<T>(job: (tab: Tab) => Promise<T>): Promise<T> {
    if (this.#closed) throw new EnvironmentError("The printer was closed");
    this.#browser ??= this.#launch();
    const present = this.#browser;
    const running = await present;
    if (!running.browser.connected) {
      this.#replace(present);
      return this.#attempt(job);
    }
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#replace(present);
        const message = `The browser did not print a document within ${this.#patience / 1000} s, nor when it was started again`;
        reject(new EnvironmentError(`${message}: it is too large or too intricate, or this machine is overloaded`));
      }, this.#patience);
    });
    let tab = this.#tab;
    this.#tab = undefined;
    try {
      tab ??= await Promise.race([Tab.open(running), silence]);
      const printed = await Promise.race([tab.use(job), silence]);
      this.#tab = tab;
      return printed;
    } catch (error) {
      // A tab that failed is not used again.
      void tab?.close();
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

  /** Starts another browser in the place of one that died or hangs. */
  #replace(present: Promise<RunningBrowser>): void {
    if (this.#browser !== present || this.#closed) return;
    this.#tab = undefined;
    this.#browser = present.then((running) => running.close()).then(this.#launch);
    // Whoever waits for it is told; nobody may.
    this.#browser.catch(() => {});
  }
}
