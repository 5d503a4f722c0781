import { isRightToLeft } from "./plain-text.ts";

/** Lines as they are painted, from left to right, in the order in which they are read. */
export function inReadingOrder(lines: string): string {
  return isRightToLeft(lines) ? lines.split("\n").map(ofLine).join("\n") : lines;
}

/** A line mostly of letters that are written from the right is read from there; what stands in it from the left is turned back. */
function ofLine(line: string): string {
  if (!isRightToLeft(line)) return line;
  const fromRight = line.match(FROM_RIGHT)?.join("").length ?? 0;
  const fromLeft = line.match(/\p{L}/gu)?.length ?? 0;
  if (fromRight * 2 < fromLeft) return line.replace(FROM_RIGHT, reversed);
  return reversed(line).replace(FROM_LEFT, reversed);
}

const LETTER = "\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}";
const FROM_RIGHT = new RegExp(`[${LETTER}](?:[${LETTER}\\p{M}\\s\\p{P}]*[${LETTER}\\p{M}])?`, "gu");
const FROM_LEFT = new RegExp(`(?![${LETTER}])[\\p{L}\\p{N}](?:(?![${LETTER}])[\\p{L}\\p{N}\\p{M}.,:/-])*`, "gu");

function reversed(text: string): string {
  return [...text].reverse().join("");
}
