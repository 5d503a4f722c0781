import type { Place } from "../model/place.ts";
import { type Cell, cellsOf } from "./cells.ts";

/** How a code frame is drawn. */
export interface FrameStyle {
  /** Columns the source text may take, at least 20. */
  readonly width: number;
  /** What underlines the place: one column. */
  readonly underline: string;
  /** Paints what points at the place. */
  readonly paint: (text: string) => string;
}

/** A line of a frame: what stands left of the rail, and right of it. */
export interface FrameLine {
  /** Number of the source line, from 1; absent below a source line and between two. */
  readonly number?: number;
  readonly text: string;
}

/** Of a place over many lines, its first lines and its last are shown. */
const SHOWN_LINES = 4;

/**
 * The source lines of a place. A place within one line is underlined; one over several lines has a bar before each.
 * A long line is cut to a window around the place.
 */
export function codeFrame(source: string, place: Place, style: FrameStyle): FrameLine[] {
  const start = clamp(place.start.offset, 0, source.length);
  const end = trimEnd(source, start, clamp(place.end.offset, start, source.length));
  const lineStart = clamp(start - place.start.column + 1, 0, start);
  // A line of megabytes is not read to its end: behind what can be shown one sign tells that there is more.
  const near = source.slice(start, Math.max(end, start + reachOf(style)) + 1);
  const length = near.search(/[\r\n]/);
  const at = { lineStart, start, end, lineEnd: start + (length < 0 ? near.length : length) };
  return length < 0 || end <= at.lineEnd
    ? underlined(source, at, place.start.line, style)
    : barred(source.slice(lineStart, lineEnd(source, end)), place.start.line, style);
}

/** A window of cells is cut from a slice that surely holds it: so many code units before and behind a place. */
function reachOf({ width }: FrameStyle): number {
  return 8 * width;
}

interface Stretch {
  readonly lineStart: number;
  readonly start: number;
  readonly end: number;
  readonly lineEnd: number;
}

function underlined(source: string, at: Stretch, number: number, style: FrameStyle): FrameLine[] {
  const reach = reachOf(style);
  const from = Math.max(at.lineStart, at.start - reach);
  const to = Math.min(at.lineEnd, at.start + reach);
  const cells = cellsOf(source.slice(from, to));
  const mark = markedColumns(cells, at.start - from, Math.min(at.end, to) - from);
  const window = cut(cells, mark, style.width, { before: from > at.lineStart, after: to < at.lineEnd });
  const before = " ".repeat(window.column);
  return [{ number, text: window.text }, { text: before + style.paint(style.underline.repeat(window.width)) }];
}

function barred(text: string, number: number, style: FrameStyle): FrameLine[] {
  const lines = text.split(/\r\n|\n|\r/);
  const hidden = lines.length > SHOWN_LINES + 1 ? lines.length - SHOWN_LINES : 0;
  return lines.flatMap((line, index): FrameLine[] => {
    if (hidden > 0 && index >= SHOWN_LINES - 1 && index < lines.length - 1)
      return index === SHOWN_LINES - 1 ? [{ text: style.paint("⋮") }] : [];
    const cells = cellsOf(line.slice(0, 8 * style.width));
    const { text } = cut(cells, { column: 0, width: 0 }, style.width - 2, { before: false, after: false });
    return [{ number: number + index, text: `${style.paint("┃")} ${text}`.trimEnd() }];
  });
}

/** Columns on the screen, from 0. */
interface Columns {
  readonly column: number;
  readonly width: number;
}

/** Where the code units [start, end) are shown; at least one column wide, so that an empty place can be seen. */
function markedColumns(cells: readonly Cell[], start: number, end: number): Columns {
  let offset = 0;
  let column = 0;
  let first: number | undefined;
  let last = 0;
  for (const cell of cells) {
    const behind = offset + cell.length;
    if (behind > start && first === undefined) first = column;
    if (offset < end && behind > start) last = column + cell.width;
    offset = behind;
    column += cell.width;
  }
  first ??= column;
  return { column: first, width: Math.max(1, last - first) };
}

/** The part of a line that fits into `width` columns with the marked columns in its middle, and where they are in it. */
function cut(
  cells: readonly Cell[],
  mark: Columns,
  width: number,
  more: { readonly before: boolean; readonly after: boolean },
): Columns & { readonly text: string } {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (Math.max(total, mark.column + mark.width) <= width && !more.before && !more.after)
    return { text: cells.map((cell) => cell.text).join(""), ...mark };

  const room = width - 2;
  const marked = Math.min(mark.width, room);
  const left = clamp(mark.column - Math.floor((room - marked) / 2), 0, Math.max(0, total + 1 - room));
  let text = "";
  let column = 0;
  let shift = 0;
  let cutBefore = more.before;
  let cutAfter = more.after;
  for (const cell of cells) {
    if (column < left) {
      cutBefore = true;
      shift = column + cell.width;
    } else if (column + cell.width <= left + room) text += cell.text;
    else cutAfter = true;
    column += cell.width;
  }
  const lead = cutBefore ? "…" : "";
  return {
    text: `${lead}${text}${cutAfter ? "…" : ""}`,
    column: mark.column - shift + lead.length,
    width: Math.min(marked, left + room - mark.column),
  };
}

/** A place that ends with line endings ends before them. */
function trimEnd(source: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /[\r\n]/.test(source[trimmed - 1] as string)) trimmed--;
  return trimmed;
}

function lineEnd(source: string, from: number): number {
  const ending = /[\r\n]/g;
  ending.lastIndex = from;
  return ending.exec(source)?.index ?? source.length;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
