import type { Asset } from "./page.ts";

/** A template folder: how pages look. The Liquid file makes the document, the style sheets its looks. */
export interface Template {
  /** As the front matter names it. */
  readonly name: string;
  /** Liquid sources by their path inside the folder; `paper.liquid` is where a page begins. */
  readonly liquid: ReadonlyMap<string, LiquidSource>;
  /** URLs of its style sheets, in the order in which they apply; each is a key of `assets`. */
  readonly styles: readonly string[];
  /** Its other files, by the URL a page asks for: `/template/style.css`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** A Liquid file. */
export interface LiquidSource {
  /** Path as problems print it. */
  readonly file: string;
  readonly text: string;
}
