import type { KindName } from "../model/settings.ts";
import { multiple, single, trueFalse } from "./choice/index.tsx";
import type { AnyKind } from "./kind.ts";
import { open } from "./open/index.tsx";

/** Every kind of question, in the order in which they are asked whether a block is theirs. */
export const KINDS: readonly AnyKind[] = [single, multiple, trueFalse, open];

/** The kind of a name; throws for a name without a kind, which reading has ruled out. */
export function kindOf(name: KindName | "parts"): AnyKind {
  const kind = KINDS.find((candidate) => candidate.name === name);
  if (!kind) throw new Error(`No kind of question is called "${name}"`);
  return kind;
}
