/**
 * What a task makes of each item, in the items' order and as soon as it is there, with at most `limit` tasks under way or
 * done and not yet taken. A task that fails is heard of when its turn comes.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  task: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const pending: Promise<Result>[] = [];
  for (const item of items) {
    const result = task(item);
    // Nobody may be left to listen when it fails.
    result.catch(() => {});
    if (pending.push(result) >= limit) yield await (pending.shift() as Promise<Result>);
  }
  for (const result of pending) yield await result;
}
