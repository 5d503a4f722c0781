import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { visit } from "unist-util-visit";

export const DOCS = join(import.meta.dirname, "../../docs");

/** A block of code in a page of the manual. */
export interface Fence {
  /** `format.md:12`, for the names of tests. */
  readonly at: string;
  /** The first word behind the fence: its language. */
  readonly lang: string;
  /** What stands behind it. */
  readonly meta: string;
  readonly text: string;
}

/** Every page of the manual, by its path inside docs/. */
export function pages(): string[] {
  return readdirSync(DOCS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/** The blocks of code of a page. */
export function fencesOf(page: string): Fence[] {
  const fences: Fence[] = [];
  visit(fromMarkdown(readFileSync(join(DOCS, page), "utf8")), "code", ({ lang, meta, value, position }) => {
    fences.push({ at: `${page}:${position?.start.line}`, lang: lang ?? "", meta: meta ?? "", text: `${value}\n` });
  });
  return fences;
}
