import type { Piece } from "./expectation.ts";
import { findPiece, type Stretch } from "./find-piece.ts";
import type { Line } from "./lines.ts";
import { FIGURE_START } from "./plain-text.ts";

/**
 * The pictures and formulas without which a piece stands in a stretch of lines, as their alternative texts are written; none
 * where something else is missing.
 */
export function missingFigures(lines: readonly Line[], stretch: Stretch, piece: Piece): string[] {
  const figures = [...piece.text.matchAll(FIGURE)];
  const written = piece.runs?.join("").match(FIGURE) ?? [];
  const printed = lines
    .slice(stretch.from, stretch.to)
    .map(({ text }) => text)
    .join("");
  const guesses = [figures.filter(([figure]) => !printed.includes(figure)), ...figures.map((figure) => [figure])];
  for (const missing of guesses) {
    const text = missing.reduceRight(
      (rest, { 0: figure, index }) => rest.slice(0, index) + rest.slice(index + figure.length),
      piece.text,
    );
    if (missing.length > 0 && isThere(lines, stretch, { ...piece, text }))
      return missing.map((figure) => written[figures.indexOf(figure)]?.slice(1, -1) ?? "");
  }
  return [];
}

/** Whether what is left of a piece stands in a stretch. */
function isThere(lines: readonly Line[], stretch: Stretch, rest: Piece): boolean {
  if (rest.text !== "") return findPiece(lines, stretch, rest) !== undefined;
  if (rest.label === undefined) return true;
  // Behind its label another one may stand, which is there in its place.
  const label = findPiece(lines, stretch, rest);
  return label !== undefined && !lines[label.to]?.text.startsWith(FIGURE_START);
}

const FIGURE = /\uFDD0[^\uFDD1]*\uFDD1/g;
