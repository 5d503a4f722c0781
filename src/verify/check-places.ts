import type { Problem } from "../model/problem.ts";
import type { PlacedFigure } from "./canvas.ts";
import type { Figure } from "./lines.ts";
import { type Box, intersection, type Placed, type PlacedWords } from "./placement.ts";
import { isMarks } from "./plain-text.ts";
import { verifyProblem } from "./verify-problem.ts";

/** What is painted on one page, and the stretches that are inside of its figures, where letters lie on each other by right. */
export interface PlacedPage {
  readonly placed: readonly PlacedWords[];
  readonly pictures: readonly PlacedFigure[];
  readonly lettered: readonly PlacedFigure[];
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Points by which something may be beyond what can be seen: rounding, and the slant of a letter. */
const TOLERANCE = 1;

/** The part of the lower of two lines that the other may cover. */
const MOST_COVERED = 0.1;

/** Problems told of one page: what lies wrong seldom comes alone. */
const MOST_TOLD = 3;

/**
 * Proves that no line of text, no picture and no letter of a formula is cut off, by the edge of its page or of what it stands in,
 * and that no line or picture lies on another. Pictures are not looked into, and what is turned is left out.
 */
export function checkPlaces(pages: readonly PlacedPage[], file: string): Problem[] {
  return pages.flatMap(({ placed, pictures, lettered, figures }, index) => {
    const report = (rule: `verify-${string}`, message: string) =>
      verifyProblem(rule, file, message.charAt(0).toUpperCase() + message.slice(1), { page: index + 1 });
    const isWhole = ({ stretch }: PlacedFigure) => figures.get(stretch)?.isWhole;
    const nameOf = ({ stretch, words = "" }: PlacedFigure & Partial<PlacedWords>) => {
      const figure = figures.get(stretch);
      if (!figure) return `"${excerpt(words)}"`;
      return `the ${figure.isWhole ? "picture" : "formula"} "${excerpt(figure.alt)}"`;
    };
    const words = placed.filter(({ stretch }) => !figures.has(stretch));
    const whole = pictures.filter((one) => isWhole(one) === true);
    const formulas = [...placed, ...lettered].filter((one) => isWhole(one) === false);
    // Marks lie on their letters by right.
    const lines = words.filter(({ words }) => !isMarks(words));
    const seen = whole.map((picture) => ({ ...picture, box: intersection(picture.box, picture.clip) }));
    const cut = [...words, ...whole.filter((one) => !isCropped(one)), ...formulas].filter(isCut);
    return [
      ...[...new Set(cut.map(nameOf))].slice(0, MOST_TOLD).map((name) => report("verify-cut", `${name} is cut off`)),
      ...overlapping([...lines, ...seen])
        .slice(0, MOST_TOLD)
        .map(([one, other]) => report("verify-overlap", `${nameOf(one)} and ${nameOf(other)} lie on each other`)),
    ];
  });
}

function isCut(placed: Placed): boolean {
  const { left, right, bottom, top } = hidden(placed);
  return Math.max(left, right, bottom, top) > TOLERANCE;
}

/** Whether of a picture alike is left away on opposite sides, as by a frame of other proportions that it fills. */
function isCropped(placed: Placed): boolean {
  const { left, right, bottom, top } = hidden(placed);
  return Math.abs(left - right) < TOLERANCE && Math.abs(bottom - top) < TOLERANCE;
}

/** How much of something cannot be seen on each side. */
function hidden({ box, clip }: Placed): Box {
  return {
    left: Math.max(0, clip.left - box.left),
    bottom: Math.max(0, clip.bottom - box.bottom),
    right: Math.max(0, box.right - clip.right),
    top: Math.max(0, box.top - clip.top),
  };
}

/** Pairs that lie on each other. */
function overlapping<Seen extends { readonly box: Box }>(seen: readonly Seen[]): [Seen, Seen][] {
  const sorted = [...seen].sort((a, b) => a.box.bottom - b.box.bottom);
  return sorted.flatMap((one, index) => {
    const found: [Seen, Seen][] = [];
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at] as Seen;
      if (other.box.bottom >= one.box.top) break;
      if (lieOnEachOther(one.box, other.box)) found.push([one, other]);
    }
    return found;
  });
}

function lieOnEachOther(one: Box, other: Box): boolean {
  const height = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const least = Math.min(one.top - one.bottom, other.top - other.bottom);
  return width > TOLERANCE && height > MOST_COVERED * least;
}

function excerpt(words: string): string {
  return words.replace(/\s+/g, " ").slice(0, 40);
}
