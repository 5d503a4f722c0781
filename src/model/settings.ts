import type { Block } from "./content.ts";
import type { PaperName } from "./page.ts";

/** The names of the nine kinds of question every exam has, as `kind=` takes them. */
export const KIND_NAMES = [
  "single",
  "multiple",
  "true-false",
  "numeric",
  "short",
  "blanks",
  "matching",
  "ordering",
  "open",
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** The front matter, with every default filled in but those that depend on the questions. */
export interface Settings {
  readonly title: string;
  readonly subtitle?: string;
  readonly course?: string;
  readonly term?: string;
  readonly institution?: string;
  readonly instructors: readonly string[];
  /** Asset URL of the picture in the header. */
  readonly logo?: string;
  /** ISO 8601 calendar date. */
  readonly date?: string;
  /** Minutes, above 0. */
  readonly duration?: number;
  /** BCP 47; its language has interface words. */
  readonly lang: string;
  readonly paper: PaperName;
  /** The author's own text in place of the generated one. */
  readonly instructions?: readonly Block[];
  /** Boxes of the header: a field name every language knows, or any text. */
  readonly fields: readonly string[];
  readonly points: PointSettings;
  /** Declared number of printed questions, to be checked. */
  readonly questions?: number;
  /** Labels of the versions, in order; at least one, distinct ignoring case. */
  readonly versions: readonly string[];
  /** What every shuffle depends on. */
  readonly seed: string;
  readonly shuffle: { readonly options: boolean; readonly questions: boolean };
  /** Whether question titles are printed. */
  readonly titles: boolean;
  /** Columns of the page. */
  readonly columns: 1 | 2;
  /** KaTeX macros, `\name` → TeX. */
  readonly macros: Readonly<Record<string, string>>;
  /** Name of a built-in template, or a folder relative to the exam. */
  readonly template: string;
  readonly scoreTable: boolean;
  /** Rules whose warnings and notes are silenced for the file. */
  readonly ignore: readonly string[];
}

/** Default points of questions that name none; all above or equal 0. */
export interface PointSettings {
  /** For every kind without a number of its own. */
  readonly default: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Declared sum without bonus points, to be checked. */
  readonly total?: number;
}
