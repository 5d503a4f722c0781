import katex, { type KatexOptions } from "katex";

/** The most pieces and levels of a formula that can be set: the time grows with their square, and printing calls itself a level. */
const MAX_PIECES = 5_000;
const MAX_LEVELS = 100;

/** The most signs that macros may make of one formula before it is even counted. */
const MAX_EXPANDED = 2_000_000;

/** KaTeX's tree of a formula, which its types leave out. */
const parse = (katex as unknown as { __parse(tex: string, options: KatexOptions): object[] }).__parse;

/** How large a formula is, counted until it is too large. */
export interface FormulaSize {
  readonly pieces: number;
  /** What is too much of it; absent where nothing is. */
  readonly excess?: string;
}

/** Measures a formula without setting it: parsing takes time in proportion to it alone. Throws KaTeX's `ParseError`. */
export function sizeOf(
  tex: string,
  options: KatexOptions & { readonly macros: Readonly<Record<string, string>> },
): FormulaSize {
  const longest = Math.max(tex.length, ...Object.values(options.macros).map(({ length }) => length));
  const maxExpand = Math.min(options.maxExpand ?? 0, Math.floor(MAX_EXPANDED / longest));
  let level = parse(tex, { ...options, maxExpand });
  let pieces = 0;
  for (let levels = 0; level.length > 0; levels++) {
    pieces += level.length;
    if (pieces > MAX_PIECES) return { pieces, excess: `more than ${MAX_PIECES} pieces` };
    if (levels > MAX_LEVELS) return { pieces, excess: `more than ${MAX_LEVELS} levels` };
    level = level.flatMap((node) =>
      Object.entries(node).flatMap(([name, value]) => (name === "loc" ? [] : nodesIn(value))),
    );
  }
  return { pieces };
}

/** The nodes in a property of a node, in whatever lists they stand. */
function nodesIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === "object" && value !== null && "type" in value ? [value] : [];
}
