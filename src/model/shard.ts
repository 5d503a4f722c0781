/** One of several equal parts of all papers, which are built apart and then joined. */
export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** The part of a list that is a shard's; all parts, one behind the other, are the list. */
export function partOf<Item>(items: readonly Item[], { part, of }: Shard): readonly Item[] {
  const start = (number: number) => Math.floor((items.length * number) / of);
  return items.slice(start(part - 1), start(part));
}
