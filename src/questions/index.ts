import type { KindName } from "../model/settings.ts";
import { blanks } from "./blanks/index.tsx";
import { multiple, single, trueFalse } from "./choice/index.tsx";
import type { AnyKind } from "./kind.ts";
import { matching } from "./matching/index.tsx";
import { numeric } from "./numeric/index.tsx";
import { open } from "./open/index.tsx";
import { ordering } from "./ordering/index.tsx";
import { short } from "./short/index.tsx";

/** Every kind of question. */
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

/** The kind of a name; throws for a name without a kind, which reading has ruled out. */
export function kindOf(name: KindName | "parts"): AnyKind {
  const kind = KINDS.find((candidate) => candidate.name === name);
  if (!kind) throw new Error(`No kind of question is called "${name}"`);
  return kind;
}
