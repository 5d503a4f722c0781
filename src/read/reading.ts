import type { Nodes } from "mdast";
import type { Language } from "../languages/language.ts";
import type { Question, SourceFile } from "../model/exam.ts";
import type { Asset } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";
import type { AnyKind } from "../questions/kind.ts";
import type { Files } from "./files.ts";

/** What every part of reading one source shares. */
export interface Reading {
  readonly source: SourceText;
  /** Folder of the source, which names inside it are relative to. */
  readonly folder: string;
  readonly files: Files;
  readonly language: Language;
  /** Every kind a question may be of. */
  readonly kinds: readonly AnyKind[];
  readonly report: Report;
  /** Paths without links of the sources that led here: the exam, what it includes, and so on up to this source. */
  readonly trail: readonly string[];
  /** The `::include`s that led here, from the exam inwards; none in the exam itself. */
  readonly includes: readonly Place[];
  /** All files included so far, one as often as it was. */
  readonly banks: BankFile[];
  /** Questions of those files that no include wants. */
  readonly leftOut: Question[];
  /** Texts of the sources read so far, by path as problems print it. */
  readonly texts: Map<string, string>;
  /** Pictures read so far, by the URL the page will ask for. */
  readonly assets: Map<string, Asset>;
  /** Directives that found their meaning; any other one is an error in the end. */
  readonly understood: WeakSet<Nodes>;
}

/** A file whose questions are included, and what of its front matter counts for an exam. */
export interface BankFile {
  readonly file: SourceFile;
  /** Its length in UTF-16 code units. */
  readonly length: number;
  readonly macros: Readonly<Record<string, string>>;
  /** Where its front-matter keys were written, by dotted path. */
  readonly places: Readonly<Record<string, Place>>;
}

/** Where a node was written. */
export function placeOf(node: Nodes, { source }: Reading): Place {
  return source.place(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A node's text as typed. */
export function typed(node: Nodes, { source }: Reading): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
