import type { Problem } from "../model/problem.ts";
import { verifyProblem } from "./verify-problem.ts";

/** Proves that every letter has a glyph; `boxes` tells how many empty ones each page paints instead. */
export function checkGlyphs(boxes: readonly number[], file: string): Problem[] {
  return boxes.flatMap((count, index) => {
    if (count === 0) return [];
    const letters = count === 1 ? "1 letter has" : `${count} letters have`;
    const message = `${letters} no glyph in any typeface: empty boxes are printed`;
    return [
      {
        ...verifyProblem("verify-glyph", file, message, { page: index + 1 }),
        hint: "Use a template with a typeface that has the letters of this script.",
      },
    ];
  });
}
