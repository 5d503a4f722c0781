import { numbersIn } from "./numbers.ts";
import { isMarks } from "./plain-text.ts";

/** A rectangle in points from the lower left corner of its page. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Where something is painted. */
export interface Placed {
  readonly box: Box;
  /** What may be seen there; nothing that is painted outside of it. */
  readonly clip: Box;
}

/**
 * Words that are painted in one go. Their box is from the first letter's place to the last one's, and from the line they stand
 * on to the height of a capital; of marks alone, their ink.
 */
export interface PlacedWords extends Placed {
  readonly words: string;
  /** The stretch they are marked as. */
  readonly stretch: string;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function scaled({ left, bottom, right, top }: Box, wide: number, high: number, x: number, y: number): Box {
  return { left: x + wide * left, bottom: y + high * bottom, right: x + wide * right, top: y + high * top };
}

/** The least rectangle around two. */
export function union(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  };
}

/** The height of a capital, as a part of a typeface's size. */
const CAPITAL = 0.66;

/** Follows where a page paints (ISO 32000-1, 8.3, 8.5 and 9.4). Turned text and clips that are no rectangles are left out. */
export class Placement {
  /** All words so far. */
  readonly placed: PlacedWords[] = [];
  #matrix: Matrix = IDENTITY;
  #clip: Box;
  readonly #saved: { readonly matrix: Matrix; readonly clip: Box }[] = [];
  /** The rectangle that the path is, where it is one. */
  #rectangle: Box | undefined;
  #isClip = false;
  #text: Matrix = IDENTITY;
  #size = 0;
  /** Where the text has come to, before the matrix. */
  #x = 0;
  #y = 0;
  #run: { words: string; stretch: string; left: number; right: number; y: number; ink: Box | undefined } | undefined;

  /** `page` is all that can be seen of a page. */
  constructor(page: Box) {
    this.#clip = page;
  }

  /** What may be seen of what is painted now. */
  get clip(): Box {
    return this.#clip;
  }

  /** What fills a rectangle of the present coordinates; undefined where that is turned. */
  place({ left, bottom, right, top }: Box): Placed | undefined {
    const [a, b, c, d] = this.#matrix;
    if (Math.abs(a * b) + Math.abs(c * d) > 0.001 * Math.abs(a * d - b * c)) return undefined;
    const box = boxAround(apply(this.#matrix, left, bottom), apply(this.#matrix, right, top));
    return { box, clip: this.#clip };
  }

  /**
   * Words painted where the text has come to, the last letter so many thousandths of the typeface's size behind the first;
   * of marks alone, their ink in the same measure.
   */
  show(words: string, stretch: string, reach: number, ink?: Box): void {
    const [a, b, c, d, e, f] = this.#matrix;
    const x = a * this.#x + c * this.#y + e;
    const y = b * this.#x + d * this.#y + f;
    const wide = (a * this.#text[0] * this.#size) / 1000;
    const end = x + wide * reach;
    const inked = ink && scaled(ink, wide, (d * this.#text[3] * this.#size) / 1000, x, y);
    const run = this.#run;
    if (run && run.stretch === stretch && Math.abs(run.y - y) < 0.01) {
      run.words += words;
      run.left = Math.min(run.left, x, end);
      run.right = Math.max(run.right, x, end);
      run.ink = inked && run.ink ? union(run.ink, inked) : (inked ?? run.ink);
    } else {
      this.finish();
      this.#run = { words, stretch, left: Math.min(x, end), right: Math.max(x, end), y, ink: inked };
    }
  }

  /** An operator of graphics or text that moves something; `source` is what stands before it. */
  take(name: string, source: string): void {
    switch (name) {
      case "Td": {
        // There is one for almost every letter.
        const x = Number.parseFloat(source);
        const y = Number.parseFloat(source.slice(source.indexOf(" ")));
        const [a, b, c, d] = this.#text;
        this.#x += a * x + c * y;
        this.#y += b * x + d * y;
        return;
      }
      case "Tm":
        this.finish();
        this.#text = matrixOf(numbersIn(source));
        [, , , , this.#x, this.#y] = this.#text;
        return;
      case "Tf":
        this.finish();
        this.#size = numbersIn(source).at(-1) ?? 0;
        return;
      case "ET":
        this.finish();
        return;
      case "q":
        this.#saved.push({ matrix: this.#matrix, clip: this.#clip });
        return;
      case "Q": {
        const saved = this.#saved.pop();
        if (saved) [this.#matrix, this.#clip] = [saved.matrix, saved.clip];
        return;
      }
      case "cm":
        this.#matrix = multiply(matrixOf(numbersIn(source)), this.#matrix);
        return;
      case "re":
        this.#rectangle = this.#rectangleOf(numbersIn(source));
        return;
      case "W":
      case "W*":
        this.#isClip = true;
        return;
      case "n":
        if (this.#isClip && this.#rectangle) this.#clip = intersection(this.#clip, this.#rectangle);
        this.#isClip = false;
        this.#rectangle = undefined;
        return;
      default:
        // Another path than a rectangle, or one that is painted.
        this.#rectangle = undefined;
    }
  }

  /** Ends the words that are painted in one go. */
  finish(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    const [a, b, , d] = multiply(this.#text, this.#matrix);
    if (Math.abs(b) > 0.001 * Math.abs(a) || a <= 0 || run.words.trim() === "") return;
    const { left, right, y, stretch } = run;
    // A mark stands as high or low as its letter wants it: nothing is known but its ink.
    const box = isMarks(run.words) ? run.ink : boxAround([left, y], [right, y + CAPITAL * this.#size * d]);
    if (box) this.placed.push({ words: run.words.trim(), stretch, box, clip: this.#clip });
  }

  #rectangleOf([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Box | undefined {
    if (this.#rectangle) return undefined;
    return boxAround(apply(this.#matrix, x, y), apply(this.#matrix, x + width, y + height));
  }
}

/** The operators that `take` understands. */
export const MOVES = [
  "Td",
  "Tm",
  "Tf",
  "ET",
  "q",
  "Q",
  "cm",
  "re",
  "W",
  "W*",
  "n",
  "m",
  "f",
  "f*",
  "S",
  "B",
  "B*",
] as const;

function matrixOf(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The rectangle between two corners. */
function boxAround(one: readonly [x: number, y: number], other: readonly [x: number, y: number]): Box {
  const [left, right] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])];
  const [bottom, top] = [Math.min(one[1], other[1]), Math.max(one[1], other[1])];
  return { left, bottom, right, top };
}

/** What two have in common; turned inside out where they have nothing. */
export function intersection(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}
