import type { RuleEntry } from "../model/rule-entry.ts";

/** Rules that belong together in the manual. */
export interface Chapter {
  readonly title: string;
  readonly rules: readonly RuleEntry[];
}

/** An entry of a rule that reports errors only. */
export function error(entry: Omit<RuleEntry, "severity">): RuleEntry {
  return { severity: "error", ...entry };
}

/** An example with the shortest front matter. */
export function quiz(text: string): string {
  return `---\ntitle: Quiz\n---\n\n${text}\n`;
}
