import type { Nodes, Root } from "mdast";
import type { Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";

/** The longest source read, in UTF-16 code units: a thousand questions. The parser takes minutes for ten thousand. */
const MAX_SOURCE = 500_000;

/** The longest stretch without a blank line. The time for a paragraph grows with the square of its length. */
const MAX_STRETCH = 20_000;

/** The most lines that begin a list item or a quote. The time to end lists grows with the length of all before them. */
const MAX_ITEMS = 20_000;

/** The most lists, quotes and marks around anything. Everything that walks a source calls itself once a level. */
const MAX_DEPTH = 100;

/** Lists and quotes that one line opens: `> - 1. > …`. */
const OPENERS = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+/;

/** Whether a source can be parsed in bounded time and memory; reports what is too much. */
export function isWithinLimits(source: SourceText, report: Report): boolean {
  const { text } = source;
  if (text.length > MAX_SOURCE) {
    report({
      severity: "error",
      rule: "source-too-large",
      message: `Unexpected source of ${text.length} characters, expected at most ${MAX_SOURCE}`,
      hint: "Divide it into several exams.",
      place: source.place(0, 0),
    });
    return false;
  }
  let stretch = 0;
  let items = 0;
  let start = 0;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    stretch = line.trim() === "" ? 0 : stretch + line.length;
    if (stretch > MAX_STRETCH) {
      report({
        severity: "error",
        rule: "text-too-long",
        message: `Unexpected text of more than ${MAX_STRETCH} characters without a blank line`,
        hint: "Divide it into paragraphs.",
        place: source.place(start, end),
      });
      return false;
    }
    const openers = OPENERS.exec(line)?.[0] ?? "";
    if (openers !== "") items += 1;
    if (items > MAX_ITEMS) {
      report({
        severity: "error",
        rule: "too-many-items",
        message: `Unexpected line ${MAX_ITEMS + 1} that begins a list item or a quote, expected at most ${MAX_ITEMS}`,
        hint: "Divide the source into several exams.",
        place: source.place(start, end),
      });
      return false;
    }
    if (openers.replace(/[ \t\d]/g, "").length > MAX_DEPTH) {
      report(tooDeep(source, start, end));
      return false;
    }
    start = end + 1;
  }
  return true;
}

/** Whether a tree is shallow enough to be walked; reports what is too deep. */
export function isShallow(root: Root, source: SourceText, report: Report): boolean {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (first && depth > MAX_DEPTH) {
      report(tooDeep(source, first.position?.start.offset ?? 0, first.position?.end.offset ?? 0));
      return false;
    }
    level = level.flatMap((node): readonly Nodes[] => ("children" in node ? node.children : []));
  }
  return true;
}

/** What is reported of a source that is nested too deeply; also where parsing it exhausts the stack. */
export function tooDeep(source: SourceText, start: number, end: number) {
  return {
    severity: "error",
    rule: "too-deep",
    message: `Unexpected nesting of more than ${MAX_DEPTH} levels`,
    hint: "Take some of the lists, quotes or marks around this away.",
    place: source.place(start, end),
  } as const;
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
