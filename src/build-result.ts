import type { Built } from "./export/built.ts";
import type { Problem } from "./model/problem.ts";
import type { ProofCost } from "./press/proof.ts";
import { sheetsOf } from "./press/saved-sheets.ts";

/** What came of a build. */
export interface BuildResult {
  readonly problems: readonly Problem[];
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Paths written; none when problems stopped the build. */
  readonly written: readonly string[];
  readonly summary: Summary;
  /** How many PDFs were printed, and how many reused that an earlier build had printed just so; absent where nothing is written. */
  readonly prints?: { readonly printed: number; readonly reused: number };
  /** What it cost to prove the documents; absent where none was. */
  readonly proof?: ProofCost;
}

/** How much was printed. */
export interface Summary {
  readonly versions: number;
  /** Papers made out to students. */
  readonly copies: number;
  /** Pages of papers and keys. */
  readonly pages: number;
  /** Sheets of the papers to be handed out, each printed on both sides: the copies where there are any, else the versions. */
  readonly sheets: number;
  /** Sheets fewer a paper takes than in the template `default`; absent unless the template is there to save paper. */
  readonly saved?: number;
}

/** What was printed; `saved` is that of the {@link Summary}. */
export type Printed = Pick<Built, "versions" | "copies"> & { readonly saved?: number | undefined };

/** What a build that was stopped by problems has printed. */
export const NOTHING: Printed = { versions: [], copies: [] };

/** Counts what was printed. */
export function summarise({ versions, copies, saved }: Printed): Summary {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const papers = versions.map(({ student }) => student.pages);
  const named = copies.map(({ paper }) => paper.pages);
  return {
    versions: versions.length,
    copies: copies.length,
    pages: sum([...papers, ...named, ...versions.map(({ key }) => key?.pages ?? 0)]),
    sheets: sum((copies.length > 0 ? named : papers).map(sheetsOf)),
    ...(saved !== undefined && { saved }),
  };
}
