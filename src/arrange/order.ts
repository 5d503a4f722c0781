import type { Order } from "../questions/kind.ts";
import { shuffled, streamOf, swap } from "./stream.ts";

/** Whose order is asked for: all that it may depend on, besides the ids of what is put in order. */
export interface OrderOf {
  readonly seed: string;
  /** The version's index in the exam's list, from 0. It stands for the version, so another label changes no order. */
  readonly version: number;
  /** The question's id, followed by the part's for a part. */
  readonly item: readonly string[];
  /** Whether what the kind does not have to shuffle is shuffled. */
  readonly shuffle: boolean;
}

/**
 * The order of one item in one version. Ids are taken as a set: in which order they are handed over, that is written in
 * the source, has no bearing on what is printed where.
 */
export function orderOf({ seed, version, item, shuffle }: OrderOf): Order {
  return {
    shuffle,

    permute(ids) {
      const byId = ids.map((_, index) => index).sort((a, b) => compare(ids[a] as string, ids[b] as string));
      return shuffled(byId, streamOf("order", seed, version, item, sorted(ids)));
    },

    balancedPlace(places, ids) {
      if (!Number.isInteger(places) || places < 1) throw new RangeError(`Unexpected ${places} places, expected some`);
      const block = (index: number) => randomBlock(places, streamOf("place", seed, index, item, places, sorted(ids)));
      return placeIn(block, places, version);
    },
  };
}

/** A random order of all places, and which of its middle ones takes over when its first may not come first. */
interface Block {
  readonly places: readonly number[];
  readonly substitute: number;
}

function randomBlock(count: number, stream: ReturnType<typeof streamOf>): Block {
  const places = shuffled([...Array(count).keys()], stream);
  return { places, substitute: count > 2 ? 1 + stream.below(count - 2) : 0 };
}

/**
 * The place of one version in a sequence of blocks, each of which holds every place once: so any number of versions has
 * every place equally often, give or take one. A block that would begin with the place the block before ended with
 * exchanges its first for one of its middle places; its last stays, so a block never depends on more than the one before,
 * and no version on those after it.
 */
function placeIn(block: (index: number) => Block, count: number, version: number): number {
  // Two places can only alternate: every block is the first one again.
  const index = count > 2 ? Math.floor(version / count) : 0;
  const { places, substitute } = block(index);
  const own = [...places];
  if (index > 0 && own[0] === block(index - 1).places.at(-1)) swap(own, 0, substitute);
  return own[version % count] as number;
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort(compare);
}

/** By code unit: unlike a locale's order, the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
