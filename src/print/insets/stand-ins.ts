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
 * A content with each picture's stand-in replaced: a triangle, filled with a colour that is its number. What is painted in its
 * place is painted in the coordinates of the triangle.
 */
export function replacePictures(content: string, paint: (number: number, at: number) => string | undefined): string {
  return content.replace(TRIANGLE, (all, red, green, blue, before, x, y, farX, sameY, sameX, farY, at) => {
    if (x !== sameX || y !== sameY || farX === x || farY === y) return all;
    const number = [red, green, blue].reduce((sum, part) => 256 * sum + Math.round(255 * Number(part)), 0) - 1;
    const painted = paint(number, at + all.length);
    return painted === undefined ? all : `${red} ${green} ${blue} RG ${red} ${green} ${blue} rg\n${before}${painted}`;
  });
}

const COLOUR = String.raw`(\S+) (\S+) (\S+) RG \1 \2 \3 rg\n`;
const BETWEEN = String.raw`((?:/\w+ gs\n|EMC\n|/\w+ <<[^>]*>>\s?BDC\n)*)`;
const TRIANGLE = new RegExp(`${COLOUR}${BETWEEN}(\\S+) (\\S+) m\\n(\\S+) (\\S+) l\\n(\\S+) (\\S+) l\\nh\\nf\\n`, "g");

/** The colour of a picture's stand-in. */
export function standInColour(number: number): string {
  return `#${(number + 1).toString(16).padStart(6, "0")}`;
}
