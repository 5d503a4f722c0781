import type { Asset } from "./page.ts";

/** The faces pages are set in, from packages that come with the program, so that every machine prints the same. */
export interface Typefaces {
  /** Style sheet of `@font-face` rules, and KaTeX's own; its URLs are keys of `files`. */
  readonly style: string;
  readonly files: ReadonlyMap<string, Asset>;
}
