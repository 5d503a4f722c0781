import type { Nodes } from "mdast";
import type { Language } from "../languages/language.ts";
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
  /** Pictures read so far, by the URL the page will ask for. */
  readonly assets: Map<string, Asset>;
  /** Directives that found their meaning; any other one is an error in the end. */
  readonly understood: WeakSet<Nodes>;
}

/** Where a node was written. */
export function placeOf(node: Nodes, { source }: Reading): Place {
  return source.place(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A node's text as typed. */
export function typed(node: Nodes, { source }: Reading): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
