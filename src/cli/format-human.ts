import type { Place } from "../model/place.ts";
import type { Problem, Severity } from "../model/problem.ts";
import { displayWidth, printable } from "./cells.ts";
import { codeFrame, type FrameLine } from "./code-frame.ts";
import type { Colors } from "./colors.ts";

/** What problems are shown with. */
export interface Showing {
  /** File → text; a file that is not in it is named without a code frame. */
  readonly sources: ReadonlyMap<string, string>;
  readonly colors: Colors;
  /** Of the terminal. */
  readonly columns: number;
}

/** Left of everything: a rail that joins the code, what it is related to and what to do. */
const RAIL = { line: "│", branch: "├─", end: "╰─" };

/**
 * One problem for people, ending with a line feed. Its first line has the form
 * `file:line:column: severity: message [rule]`, which editors know how to follow.
 */
export function formatHuman(problem: Problem, showing: Showing): string {
  const { place, related } = problem;
  const { colors } = showing;
  const margin = String(Math.max(lastLine(place), lastLine(related?.place), 10)).length;
  const rail = (line: FrameLine) => {
    const number = line.number === undefined ? "" : String(line.number);
    return `${colors.dim(`${number.padStart(margin)} ${RAIL.line}`)} ${line.text}`.trimEnd();
  };
  const joint = (corner: string) => colors.dim(`${" ".repeat(margin)} ${corner}`);
  const frameOf = (at: Place | undefined, underline: string, paint: (text: string) => string) => {
    const source = at ? showing.sources.get(at.file) : undefined;
    if (!at || !source) return [];
    const width = Math.max(20, showing.columns - margin - 3);
    return [{ text: "" }, ...codeFrame(source, at, { width, underline, paint })].map(rail);
  };

  const lines = [headline(problem, colors), ...frameOf(place, "^", severityPaint(problem.severity, colors))];
  if (related) {
    lines.push(rail({ text: "" }), `${joint(RAIL.branch)} ${where(related.place)}: ${printable(related.message)}`);
    lines.push(...frameOf(related.place, "-", colors.blue));
  }
  if (problem.hint) {
    if (lines.length > 1) lines.push(rail({ text: "" }));
    const [first, ...rest] = wrap(printable(problem.hint), showing.columns - margin - 4);
    lines.push(`${joint(RAIL.end)} ${first}`, ...rest.map((text) => " ".repeat(margin + 4) + text));
  }
  return `${lines.join("\n")}\n`;
}

/** A sentence that stands alone, for what has no place in a source: `error: message`, and what to do. */
export function formatFailure(message: string, hint: string | undefined, colors: Colors): string {
  const rest = hint ? `\n  ${colors.dim(RAIL.end)} ${printable(hint)}` : "";
  return `${severityPaint("error", colors)("error:")} ${colors.bold(printable(message))}${rest}\n`;
}

function headline({ place, severity, message, rule }: Problem, colors: Colors): string {
  const start = place ? `${where(place)}: ` : "";
  const kind = severityPaint(severity, colors)(`${severity}:`);
  return `${start}${kind} ${colors.bold(printable(message))} ${colors.dim(`[${rule}]`)}`;
}

function where({ file, start }: Place): string {
  return `${printable(file)}:${start.line}:${start.column}`;
}

function lastLine(place: Place | undefined): number {
  return place ? Math.max(place.start.line, place.end.line) : 0;
}

function severityPaint(severity: Severity, colors: Colors): (text: string) => string {
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
  return (text) => colors.bold(paint(text));
}

/** Lines of whole words, at most `width` columns wide where the words allow. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
