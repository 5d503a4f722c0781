import type { Problem } from "../model/problem.ts";
import type { Line } from "./lines.ts";
import { verifyProblem } from "./verify-problem.ts";

/** Proves that every letter has a glyph: where no typeface has one, an empty box is printed, which a reader gives back as NUL. */
export function checkGlyphs(lines: readonly Line[], file: string): Problem[] {
  const boxed = lines.filter(({ words }) => words.includes("\0"));
  return [...new Set(boxed.map(({ page }) => page))].map((page) => {
    const words = boxed.filter((line) => line.page === page).map((line) => line.words);
    const count = words.join("").split("\0").length - 1;
    const letters = count === 1 ? "1 letter has" : `${count} letters have`;
    return {
      ...verifyProblem("verify-glyph", file, `${letters} no glyph in any typeface: empty boxes are printed`, { page }),
      hint: "Use a template with a typeface that has the letters of this script.",
    };
  });
}
