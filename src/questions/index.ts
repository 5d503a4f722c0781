import { blanks } from "./blanks/index.tsx";
import { multiple, single, trueFalse } from "./choice/index.tsx";
import type { AnyKind } from "./kind.ts";
import { matching } from "./matching/index.tsx";
import { numeric } from "./numeric/index.tsx";
import { open } from "./open/index.tsx";
import { ordering } from "./ordering/index.tsx";
import { short } from "./short/index.tsx";

/** The kinds of question every exam has. */
export const KINDS: readonly AnyKind[] = [
  // No two claim the same block, so the order only decides which answer of two is reported as the second.
  single,
  multiple,
  trueFalse,
  numeric,
  short,
  blanks,
  matching,
  ordering,
  open,
];

/**
 * The program's kinds and a project's own behind them, which so never take a block from the program's. Throws a TypeError
 * for a name that is taken or could not be written as `kind=`.
 */
export function withKinds(own: readonly AnyKind[] = []): readonly AnyKind[] {
  const taken = new Set(["parts", "total", ...KINDS.map(({ name }) => name)]);
  for (const { name } of own) {
    if (!/^[a-z][a-z0-9-]*$/.test(name))
      throw new TypeError(`Unexpected kind of question "${name}", expected small letters, digits and -`);
    if (taken.has(name)) throw new TypeError(`There is a kind of question "${name}" already`);
    taken.add(name);
  }
  return [...KINDS, ...own];
}

/** The kind of a name; throws for a name without a kind, which reading has ruled out. */
export function kindOf(name: string, kinds: readonly AnyKind[] = KINDS): AnyKind {
  const kind = kinds.find((candidate) => candidate.name === name);
  if (!kind) throw new Error(`No kind of question is called "${name}"`);
  return kind;
}
