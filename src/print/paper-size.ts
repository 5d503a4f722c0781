import type { PaperName } from "../model/page.ts";

/** Width and height of each paper, upright, in whole points as PostScript names them; Chromium cuts fractions of a point anyway. */
export const PAPER_SIZE: Readonly<Record<PaperName, { readonly width: number; readonly height: number }>> = {
  A3: { width: 842, height: 1191 },
  A4: { width: 595, height: 842 },
  A5: { width: 420, height: 595 },
  Letter: { width: 612, height: 792 },
  Legal: { width: 612, height: 1008 },
};

/** CSS pixels to a point. */
const PIXELS = 96 / 72;

/** The same in CSS pixels. */
export function paperPixels(paper: PaperName): { width: number; height: number } {
  const { width, height } = PAPER_SIZE[paper];
  return { width: width * PIXELS, height: height * PIXELS };
}
