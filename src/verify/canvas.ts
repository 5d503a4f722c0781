import { asPainted } from "./face.ts";
import { containsLetters } from "./find-piece.ts";
import type { Placed, Placement } from "./placement.ts";
import { lettersInOrder, lettersOf, squeeze, UNKNOWN } from "./plain-text.ts";
import { inReadingOrder } from "./reading-order.ts";

/** What is painted so far, and in which stretch painting goes on. */
export interface Canvas {
  /** By the stretches that are figures. */
  readonly figures: ReadonlyMap<string, unknown>;
  readonly marked: Map<string, string>;
  readonly painted: Set<string>;
  boxes: number;
  stretch: string;
  /** Those of the present stretch that are not in `marked` yet. */
  words: string;
  /** Within a text that its glyphs are said to be. */
  meant: Meant | undefined;
  depth: number;
  forms: number;
  readonly placement: Placement;
  /** Those that are all there is in a stretch; and the letters of forms. */
  readonly pictures: PlacedFigure[];
  readonly lettered: PlacedFigure[];
  /** The last one painted in the present stretch, and how many things have been painted there. */
  picture: Placed | undefined;
  paintings: number;
}

/** A figure, or a part of one, in its stretch. */
export interface PlacedFigure extends Placed {
  readonly stretch: string;
}

/** What is painted outside of all stretches is under this name. */
export const UNMARKED = "unmarked";

/** Nothing painted yet. */
export function newCanvas(placement: Placement, figures: Canvas["figures"]): Canvas {
  return {
    figures,
    marked: new Map(),
    painted: new Set(),
    boxes: 0,
    stretch: UNMARKED,
    words: "",
    meant: undefined,
    depth: 0,
    forms: 0,
    placement,
    pictures: [],
    lettered: [],
    picture: undefined,
    paintings: 0,
  };
}

/** A text that some glyphs are said to be, which cannot say so one by one: `ActualText` (ISO 32000-1, 14.9.4). */
export interface Meant {
  readonly text: string;
  /** What the glyphs say themselves, so far. */
  words: string;
  readonly outer: Meant | undefined;
}

/** Ends all such texts within another one, or within none. */
export function settle(canvas: Canvas, outer: Meant | undefined): void {
  while (canvas.meant && canvas.meant !== outer) {
    const { text, words, outer: next } = canvas.meant;
    canvas.meant = next;
    // Of a line that begins the next page, the letters are left away and their text is not.
    if (words === "") say(canvas, UNMARKED, asPainted(text));
    else (next ?? canvas).words += settled(text, words);
  }
}

/**
 * What glyphs say themselves, where they do; where some do not, what they are said to be, which has to have the others. Where the
 * two are at odds both are there: neither hides the other.
 */
function settled(text: string, words: string): string {
  const meant = asPainted(text);
  if (words.includes(UNKNOWN))
    return containsLetters(lettersOf(squeeze(meant)), lettersOf(squeeze(words.replaceAll(UNKNOWN, ""))))
      ? meant
      : words + meant;
  const isSame = [lettersInOrder, lettersOf].every((of) => of(squeeze(inReadingOrder(words))) === of(squeeze(text)));
  return isSame ? words : words + meant;
}

/** Goes on in another stretch. */
export function goTo(canvas: Canvas, stretch: string): void {
  settle(canvas, undefined);
  say(canvas, canvas.stretch, canvas.words);
  const { picture, paintings } = canvas;
  if (picture && paintings === 1) canvas.pictures.push({ ...picture, stretch: canvas.stretch });
  canvas.picture = undefined;
  canvas.paintings = 0;
  canvas.stretch = stretch;
  canvas.words = "";
}

function say({ marked }: Canvas, stretch: string, words: string): void {
  marked.set(stretch, (marked.get(stretch) ?? "") + words);
}
