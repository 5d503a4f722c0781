import { resolve } from "node:path";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { sourceText } from "../model/source-text.ts";
import type { EditorUrl } from "./editor-url.ts";
import type { CodeLine, ShownProblem, Spot } from "./messages.ts";

/** What places are looked up with. */
export interface Lookup {
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Absolute path of the folder those paths are relative to. */
  readonly cwd: string;
  readonly editor?: EditorUrl | undefined;
}

/** Lines shown of a place, at most, and characters of each. */
const MOST_LINES = 6;
const MOST_CHARACTERS = 400;

/** A place and its code; `more` lines below it are shown too. */
export function spotOf(place: Place, { sources, cwd, editor }: Lookup, more = 0): Spot {
  const { file, start } = place;
  const text = sources.get(file);
  return {
    file,
    line: start.line,
    column: start.column,
    code: text ? codeAt(place, text, more) : [],
    ...(editor && { editor: editor(resolve(cwd, file), start.line, start.column) }),
  };
}

/** A problem with the code it is about. */
export function showProblem({ severity, rule, message, hint, place, related }: Problem, lookup: Lookup): ShownProblem {
  return {
    severity,
    rule,
    message,
    ...(hint !== undefined && { hint }),
    ...(place && { spot: spotOf(place, lookup) }),
    ...(related && { related: { message: related.message, spot: spotOf(related.place, lookup) } }),
  };
}

function codeAt({ file, start, end }: Place, text: string, more: number): CodeLine[] {
  const last = sourceText(file, text).point(Math.max(start.offset, end.offset - 1)).line;
  const lines: CodeLine[] = [];
  let offset = start.offset - start.column + 1;
  for (let number = start.line; number <= last + more && lines.length < MOST_LINES && offset <= text.length; number++) {
    const [line = "", ending = ""] = /^([^\r\n]*)(\r\n|\n|\r|$)/.exec(text.slice(offset))?.slice(1) ?? [];
    const from = clamp(start.offset - offset, line.length);
    const to = clamp(end.offset - offset, line.length);
    lines.push({ number, ...cut(line, from, to) });
    if (ending === "") break;
    offset += line.length + ending.length;
  }
  return lines;
}

/** A line in three; of a long one, what stands around the mark. */
function cut(line: string, from: number, to: number): Omit<CodeLine, "number"> {
  const first = from > MOST_CHARACTERS / 2 ? from - MOST_CHARACTERS / 4 : 0;
  const end = Math.min(line.length, first + MOST_CHARACTERS);
  return {
    before: (first > 0 ? "…" : "") + line.slice(first, from),
    marked: line.slice(from, Math.min(to, end)),
    after: line.slice(Math.min(to, end), end) + (end < line.length ? "…" : ""),
  };
}

function clamp(value: number, high: number): number {
  return Math.max(0, Math.min(value, high));
}
