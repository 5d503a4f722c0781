import type { Asset } from "./page.ts";

/** The faces text is set in: with serifs or without. */
export type FaceSetName = "serif" | "sans";

/** A template folder: how pages look. The Liquid file makes the document, the style sheets its looks. */
export interface Template {
  /** As the front matter names it. */
  readonly name: string;
  /** Liquid sources by their path inside the folder; `paper.liquid` is where a page begins. */
  readonly liquid: ReadonlyMap<string, LiquidSource>;
  /** URLs of its style sheets, in the order in which they apply; each is a key of `assets`. */
  readonly styles: readonly string[];
  /** The faces its text is set in, Chinese, Japanese and Korean words with it. */
  readonly faces: FaceSetName;
  /** Its other files, by the URL a page asks for: `/template/style.css`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** A Liquid file. */
export interface LiquidSource {
  /** Path as problems print it. */
  readonly file: string;
  readonly text: string;
}
