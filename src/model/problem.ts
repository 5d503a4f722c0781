import type { Place } from "./place.ts";

/** How much a problem weighs: an `error` stops the build, a `warning` does so under `--strict`, a `note` never does. */
export type Severity = "error" | "warning" | "note";

/** Something a person should know about a source, said so that they can act on it. */
export interface Problem {
  readonly severity: Severity;
  /** The id of a `RuleEntry`: stable, in kebab case, the same in the manual and in `ignore`. */
  readonly rule: string;
  /** One sentence: what is wrong. "Unexpected X, expected Y" where that form fits. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Where; absent when no file is to blame (a full disk). */
  readonly place?: Place;
  /** The finished document it is about, and its page from 1; the message begins with them. */
  readonly document?: { readonly file: string; readonly page?: number | undefined };
  /** A second place the problem is about, e.g. the first of two equal ids. */
  readonly related?: { readonly message: string; readonly place: Place };
}

/** Takes problems as they are found; every phase is handed one instead of throwing. */
export type Report = (problem: Problem) => void;

/** True when any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Problems in reading order: by file, line and column; those without a place come last. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => {
    if (!a.place || !b.place) return Number(!a.place) - Number(!b.place);
    if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
    return a.place.start.offset - b.place.start.offset;
  });
}

/** The problems without those that say again, of the same place, what one before them says. */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ rule, message, place }) => {
    const identity = [rule, message, place?.file, place?.start.offset].join("\n");
    return !seen.has(identity) && seen.add(identity);
  });
}
