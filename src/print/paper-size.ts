import type { PaperName } from "../model/page.ts";

/** Width and height of each paper in inches, upright (ISO 216; ANSI/ASME Y14.1 and US Legal). */
export const PAPER_SIZE: Readonly<Record<PaperName, { readonly width: number; readonly height: number }>> = {
  A3: { width: 297 / 25.4, height: 420 / 25.4 },
  A4: { width: 210 / 25.4, height: 297 / 25.4 },
  A5: { width: 148 / 25.4, height: 210 / 25.4 },
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
};
