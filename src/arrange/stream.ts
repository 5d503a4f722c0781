import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Random numbers that depend on nothing but the name of their stream. */
export interface Stream {
  /** A whole number from 0 to `count - 1`, each equally likely; `count` is at least 1 and at most 2^53 - 1. */
  below(count: number): number;
}

/**
 * The stream of a name. Equal names give equal numbers, on every machine and for good; different names give numbers that
 * have nothing to do with each other. A name is hashed as JSON, so `["a", "b"]` and `["ab"]` are two names.
 */
export function streamOf(...name: readonly (string | number | readonly string[])[]): Stream {
  const digest = createHash("sha256").update(JSON.stringify(name)).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  return { below: (count) => uniformInt(generator, 0, count - 1) };
}

/** The things in a random order, each order equally likely (Fisher and Yates). */
export function shuffled<Thing>(things: readonly Thing[], stream: Stream): Thing[] {
  const result = [...things];
  for (let last = result.length - 1; last > 0; last--) swap(result, last, stream.below(last + 1));
  return result;
}

/** Exchanges what stands in two places of a list. */
export function swap<Thing>(things: Thing[], one: number, other: number): void {
  [things[one], things[other]] = [things[other] as Thing, things[one] as Thing];
}
