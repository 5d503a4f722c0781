import { RULES } from "../check/index.ts";
import type { RuleEntry } from "../model/rule-entry.ts";
import { LEFTOVERS } from "../read/leftovers/index.ts";

/** Every rule there is: what the `rule` of a problem can be. */
export const ALL_RULES: readonly RuleEntry[] = [
  ...RULES,
  ...LEFTOVERS.map((leftover) => ({ ...leftover, severity: "error" as const })),
];
