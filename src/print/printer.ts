import type { Page } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";
import type { PrintedPdf } from "./printed-pdf.ts";
import type { Store } from "./store.ts";

/** What prints, a browser or several, or finds what was printed before. */
export interface Printer {
  /** What prints, as a manifest names it: `Chromium 147.0.7727.0`. */
  readonly browser: string;
  /** Where it lies on this machine. */
  readonly executable: string;
  /** What a person should know about how the browser runs; none while it does not. */
  readonly notes: readonly Problem[];
  /** Documents printed at the same time. */
  readonly jobs: number;
  /** How many documents were printed so far, and how many found. */
  readonly count: { readonly printed: number; readonly reused: number };
  /** Where what is made is kept for the next time; undefined where nothing is. */
  readonly store: Store | undefined;
  /**
   * Prints a document. May be called many times at once; documents wait their turn. `meanwhile` is called once: while the browser
   * writes the document or what it has in common with others, and would not wait for other work; at the latest when it is done.
   */
  print(page: Page, meanwhile?: () => void): Promise<PrintedPdf>;
  /** Begins to print what documents have in common. What goes wrong is told when the first of them is printed. */
  prepare(common: readonly Page[]): void;
  /** Ends the browsers; documents not yet printed fail. May be called again, by whoever waits for it. */
  close(): Promise<void>;
}
