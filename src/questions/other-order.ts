import type { Order } from "./kind.ts";

/** Far more than chance ever needs: two things come up in a given order sixty-four times running once in 10¹⁹. */
const MAX_TRIES = 64;

/**
 * A random order of at least two things that is not one of those that give the answer away. Forbidden orders are drawn
 * again, each time under other ids, so that all others stay equally likely and the result depends on `ids` alone.
 * Should chance not find one, all things move up by one place.
 */
export function otherOrder(
  ids: readonly string[],
  order: Order,
  givesAway: (indexes: readonly number[]) => boolean,
): number[] {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const indexes = order.permute(attempt === 0 ? ids : ids.map((id) => `${id}/${attempt}`));
    if (!givesAway(indexes)) return indexes;
  }
  return ids.map((_, index) => (index + 1) % ids.length);
}

/** Whether everything stands where it was written. */
export function isSourceOrder(indexes: readonly number[]): boolean {
  return indexes.every((index, place) => index === place);
}
