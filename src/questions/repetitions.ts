import type { Nodes } from "mdast";

/** Every thing that is the same as an earlier one, beside the first of its like. */
export function repetitions<Thing>(
  things: readonly Thing[],
  identity: (thing: Thing) => string,
): { readonly again: Thing; readonly first: Thing }[] {
  const seen = new Map<string, Thing>();
  return things.flatMap((thing) => {
    const first = seen.get(identity(thing));
    if (first !== undefined) return [{ again: thing, first }];
    seen.set(identity(thing), thing);
    return [];
  });
}

/** Equal for contents that look the same on paper, wherever they were written. */
export function contentIdentity(content: readonly Nodes[]): string {
  return JSON.stringify(content, (key, value) => (key === "position" ? undefined : value)).normalize();
}
