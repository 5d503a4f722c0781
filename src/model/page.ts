import type { Place } from "./place.ts";

/** Paper sizes by their front-matter name. */
export const PAPER_NAMES = ["A4", "Letter", "A5", "A3", "Legal"] as const;
export type PaperName = (typeof PAPER_NAMES)[number];

/** Whom a document is for. */
export type View = "student" | "key";

/**
 * A finished HTML document, ready to be printed: the only thing `print/` knows of an exam.
 *
 * Elements carry at most these attributes for the measurer, all neutral numbers (no id, no source order):
 * - `data-mark="n"`: element `n` was written at `places[n]`; blocks, formulas and images have one.
 * - `data-item="n"`: the box of the n-th question (from 0, in printed order). It begins with a heading that has a text; without
 *   one its page is found by a second print.
 * - `data-options`: a list of options to be set in as many columns as its widest option allows; `data-columns="k"` fixes the number.
 * - `data-fill`: answer space that takes the rest of its page, or of its column; what follows it begins the next.
 * - `data-keep`: to stay on one page; it gets `data-tall` where it is taller than one, so that the style sheet lets it break.
 * - `data-fit`: one line of text, set smaller where it is wider than its place.
 */
export interface Page {
  /** A whole document, `<!doctype html>` first; every URL in it is a key of `assets`. */
  readonly html: string;
  /**
   * Files the document may ask for, by absolute URL path (`/fonts/x.woff2`). All else is refused. Printing is fast where the
   * documents of an exam have the same files.
   */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Size of the sheet; margins and everything else are the style sheet's. */
  readonly paper: PaperName;
  /** What the PDF says of itself. */
  readonly metadata: Metadata;
  /** Where each `data-mark` was written, by its number. */
  readonly places: readonly Place[];
  /**
   * Documents in which the formulas and pictures of this one stand too, and those of every other version: each is printed once
   * and then painted wherever it stands. All documents of an exam have the same ones, a paper's the first of a key's.
   */
  readonly common?: readonly Page[];
  /**
   * The number in each of `common` of each `data-item` of this one. Where it is given, items are measured there and not here: no
   * other document may show them in fewer columns, or break them elsewhere.
   */
  readonly commonItems?: readonly number[];
}

/** A file served to the page; its bytes may be read when they are first asked for. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A PDF's own description of itself. */
export interface Metadata {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Empty when the exam names nobody. */
  readonly author: string;
  /** Creation and modification date of the document, midnight UTC of an ISO date: fixed, so that bytes are reproducible. */
  readonly date: string;
}

/** What was learned about a document while it was laid out. Pages count from 1. */
export interface Layout {
  /** The page each `data-item` begins on, by its number; 0 for one that is not printed. */
  readonly itemPages: readonly number[];
  /** Where on its page each `data-item` begins: the upper left corner of its heading, in CSS pixels from the page's. */
  readonly itemCorners: readonly Corner[];
  /** The number of columns of each `data-options`, in document order. */
  readonly optionColumns: readonly number[];
  /** Elements wider than their place, by `data-mark`; lengths in CSS pixels (1/96 inch). */
  readonly overflows: readonly { readonly mark: number; readonly width: number; readonly available: number }[];
  /** Images that could not be decoded, by `data-mark`. */
  readonly brokenImages: readonly number[];
}

/** A point on a page: distances from its left and its upper edge, in CSS pixels (1/96 inch). */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** A printed document. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly layout: Layout;
}
