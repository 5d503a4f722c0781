import type { Difference } from "./difference.ts";
import type { LockedText } from "./lock.ts";
import { quote, wouldRead } from "./quote.ts";

/** How a text that is printed has changed, as a sentence about `name`; nothing where it stays. */
export function compareTexts(
  name: string,
  { before, after }: { readonly before: LockedText | undefined; readonly after: LockedText | undefined },
  about: Omit<Difference, "change" | "rule">,
): Difference[] {
  const change = changeOf(before, after);
  return change === undefined ? [] : [{ rule: "locked-text", ...about, change: `${name} ${change}` }];
}

/** "would read … instead of …", without its subject; undefined where nothing changes. */
function changeOf(before: LockedText | undefined, after: LockedText | undefined): string | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (before === undefined) return `would be added: ${quote(after ?? "")}`;
  if (after === undefined) return `would be gone: ${quote(before)}`;
  return wouldRead(after, before);
}
