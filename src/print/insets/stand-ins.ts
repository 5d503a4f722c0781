import { standInNumber } from "./stand-in-face.ts";

/** Where a formula's box is to be painted: a point in the coordinates that are in force there, and the size of its letters. */
export interface FormulaSpot {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Where in the content it begins. */
  readonly at: number;
}

/** A content with each formula's stand-in replaced; `faces` are the names of their typeface in it. */
export function replaceFormulas(
  content: string,
  faces: readonly string[],
  paint: (spot: FormulaSpot) => string,
): string {
  if (faces.length === 0) return content;
  const found = new RegExp(
    `BT\\n/(?:${faces.join("|")}) (\\S+) Tf\\n1 0 0 -1 (\\S+) (\\S+) Tm\\n<((?:[\\dA-F]{4})+)> Tj\\nET\\n`,
    "g",
  );
  return content.replace(found, (_, size, x, y, glyphs, at) =>
    paint({ number: standInNumber(glyphs), x: Number(x), y: Number(y), size: Number(size), at }),
  );
}

/**
 * A content with each picture's stand-in replaced: triangles, filled with a colour that is its number. What is painted in its
 * place is painted in their coordinates; undefined leaves it as it is.
 */
export function replacePictures(content: string, paint: (number: number, at: number) => string | undefined): string {
  const parts: string[] = [];
  let copied = 0;
  for (let end = content.indexOf(FILLED); end !== -1; end = content.indexOf(FILLED, end + 1)) {
    const triangles = TRIANGLES.exec(content.slice(Math.max(copied, end - LONGEST), end));
    const start = end - (triangles?.[0].length ?? 0) + (triangles?.[0].startsWith("\n") ? 1 : 0);
    const number = triangles && numberOf(content, start);
    const painted = number === null ? undefined : paint(number, start);
    if (painted === undefined) continue;
    parts.push(content.slice(copied, start), painted);
    copied = end + FILLED.length;
  }
  return [...parts, content.slice(copied)].join("");
}

/** How a path of straight lines ends that is filled. */
const FILLED = " l\nh\nf\n";

/** Twice the same triangle with a right angle at its first corner, up to that end. */
const TRIANGLES = /(?:^|\n)((\S+) (\S+) m\n(?!\2 )\S+ \3 l\n\2 (?!\3 l\n)\S+ l\n\2 \3) l\nh\n\1$/;

/** Signs of both, at most. */
const LONGEST = 400;

/** The number whose colour is in force. */
function numberOf(content: string, at: number): number | null {
  const end = content.lastIndexOf(" rg\n", at);
  const colour = /^\S+ \S+ \S+ RG (\S+) (\S+) (\S+)$/.exec(content.slice(content.lastIndexOf("\n", end) + 1, end));
  return colour && colour.slice(1).reduce((sum, part) => 256 * sum + Math.round(255 * Number(part)), 0) - 1;
}

/** The colour of a picture's stand-in. */
export function standInColour(number: number): string {
  return `#${(number + 1).toString(16).padStart(6, "0")}`;
}
