import type { View } from "../model/page.ts";
import type { Severity } from "../model/problem.ts";

/** What the page is told whenever anything has changed: all there is to show but the pages themselves. */
export interface State {
  /** Counts the times the sources were read, from 1. */
  readonly edition: number;
  /** The edition whose documents are to be shown: the last that could be printed. 0 when there was none yet. */
  readonly printed: number;
  /** Path of the exam as problems print it. */
  readonly file: string;
  /** Of the exam that is shown; empty when there is none. */
  readonly title: string;
  readonly course: string;
  /** Labels of the versions that are shown. */
  readonly versions: readonly string[];
  readonly problems: readonly ShownProblem[];
}

/** A problem with its code. */
export interface ShownProblem {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  readonly spot?: Spot;
  readonly related?: { readonly message: string; readonly spot: Spot };
}

/** A place in a source, with what is written there. */
export interface Spot {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly code: readonly CodeLine[];
  /** What opens the place in an editor, where one was chosen. */
  readonly editor?: string;
}

/** A source line, cut in three. */
export interface CodeLine {
  /** From 1. */
  readonly number: number;
  readonly before: string;
  /** What the place covers of the line. */
  readonly marked: string;
  readonly after: string;
}

/** What there is to know of a document beside its PDF. */
export interface DocumentFacts {
  readonly pages: number;
  readonly questions: readonly PrintedQuestion[];
}

/** Where a question begins, on paper and in its source. */
export interface PrintedQuestion {
  /** As printed. */
  readonly number: number;
  /** From 1. */
  readonly page: number;
  /** Distance of its heading from the page's edges, in CSS pixels (1/96 inch). */
  readonly left: number;
  readonly top: number;
  readonly spot: Spot;
}

/** Path of a document below the page's own address; its facts lie at the same path with `.json`. */
export function documentPath(edition: number, label: string, view: View, ending: "pdf" | "json" = "pdf"): string {
  return `documents/${edition}/${encodeURIComponent(label)}/${view}.${ending}`;
}
