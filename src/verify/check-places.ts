import type { Problem } from "../model/problem.ts";
import type { Box, PlacedWords } from "./placement.ts";
import { isMarks } from "./plain-text.ts";
import { verifyProblem } from "./verify-problem.ts";

/** Words on one page, and the stretches that are inside of its figures, where letters lie on each other by right. */
export interface PlacedPage {
  readonly placed: readonly PlacedWords[];
  readonly figures: ReadonlySet<string>;
}

/** Points by which words may be beyond what can be seen: rounding, and the slant of a letter. */
const TOLERANCE = 1;

/** The part of the lower of two lines that the other may cover. */
const MOST_COVERED = 0.1;

/** Problems told of one page: what lies wrong seldom comes alone. */
const MOST_TOLD = 3;

/**
 * Proves that no line of text is cut off, by the edge of its page or of what it stands in, and that none lies on another.
 * Formulas and pictures are not looked into, and turned text is not looked at.
 */
export function checkPlaces(pages: readonly PlacedPage[], file: string): Problem[] {
  return pages.flatMap(({ placed, figures }, index) => {
    const report = (rule: `verify-${string}`, message: string) =>
      verifyProblem(rule, file, message, { page: index + 1 });
    const words = placed.filter(({ stretch }) => !figures.has(stretch));
    const cut = words.filter(isCut);
    // Marks lie on their letters by right.
    const overlaps = overlapping(words.filter(({ words }) => !isMarks(words)));
    return [
      ...cut.slice(0, MOST_TOLD).map(({ words }) => report("verify-cut", `"${excerpt(words)}" is cut off`)),
      ...overlaps
        .slice(0, MOST_TOLD)
        .map(([one, other]) =>
          report("verify-overlap", `"${excerpt(one.words)}" and "${excerpt(other.words)}" lie on each other`),
        ),
    ];
  });
}

function isCut({ box, clip }: PlacedWords): boolean {
  return (
    box.left < clip.left - TOLERANCE ||
    box.right > clip.right + TOLERANCE ||
    box.bottom < clip.bottom - TOLERANCE ||
    box.top > clip.top + TOLERANCE
  );
}

/** Pairs of lines that lie on each other. */
function overlapping(words: readonly PlacedWords[]): [PlacedWords, PlacedWords][] {
  const sorted = [...words].sort((a, b) => a.box.bottom - b.box.bottom);
  return sorted.flatMap((one, index) => {
    const found: [PlacedWords, PlacedWords][] = [];
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at] as PlacedWords;
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
