import type { Place, Point } from "./place.ts";

/** A source file's decoded text, and where things stand in it. */
export interface SourceText {
  /** Path as problems print it. */
  readonly file: string;
  /** Without byte order mark. */
  readonly text: string;
  /** The point of an offset; offsets outside the text are moved to its nearest end. */
  point(offset: number): Point;
  /** The stretch from one offset up to another. */
  place(start: number, end: number): Place;
}

/** A source text that finds lines by binary search; lines end at LF, CRLF or CR, as in CommonMark. */
export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(ending.index + ending[0].length);

  function point(offset: number): Point {
    const inside = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] as number) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (lineStarts[low] as number) + 1, offset: inside };
  }

  return { file, text, point, place: (start, end) => ({ file, start: point(start), end: point(end) }) };
}
