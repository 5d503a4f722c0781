import { basename } from "node:path";
import type { Problem, Severity } from "../model/problem.ts";
import { printable } from "./cells.ts";
import type { Colors } from "./colors.ts";

/** "2 errors and 1 warning in quiz5.md". */
export function countProblems(problems: readonly Problem[], colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan };
  const counts = (["error", "warning", "note"] as const).flatMap((severity: Severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [paint[severity](plural(count, severity))] : [];
  });
  const files = [...new Set(problems.flatMap(({ place }) => place?.file ?? []))];
  const list = [counts.slice(0, -1).join(", "), ...counts.slice(-1)].filter(Boolean).join(" and ");
  return list + (files.length > 0 ? ` in ${nameFiles(files)}` : "");
}

/** The name of a file that is alone, else how many there are. */
export function nameFiles(files: readonly string[]): string {
  const [first, second] = files;
  return first !== undefined && second === undefined ? printable(basename(first)) : plural(files.length, "file");
}

/** A number and its noun: "1 page", "4 pages". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
