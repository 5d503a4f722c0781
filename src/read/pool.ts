import { integer, oneOf } from "../model/attribute-types.ts";
import { type Pool, type Pooled, sampleOf } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import type { Reading } from "./reading.ts";

/** The attributes that make a pool, of a section or an include. */
export const PICK_ATTRIBUTES = { pick: integer(1, 100_000), "pick-per": oneOf(["version"]) };

/** What `PICK_ATTRIBUTES` say. */
interface PickAttributes {
  readonly pick?: number;
  readonly "pick-per"?: "version";
}

/** Questions with the pool around them all that was asked for at a place, if any was; reports what cannot be picked. */
export function withPool(
  pooled: Pooled,
  { pick, "pick-per": per }: PickAttributes,
  place: Place,
  { report }: Reading,
): Pooled {
  const { questions, pools } = pooled;
  if (pick === undefined) {
    if (per !== undefined) {
      const hint = "Write how many are picked too: {pick=2 pick-per=version}.";
      report({ severity: "error", rule: "pick-form", message: "Unexpected pick-per without pick", hint, place });
    }
    return pooled;
  }
  const inner = pools.find(({ perVersion }) => perVersion);
  if (inner) {
    report({
      severity: "error",
      rule: "pick-form",
      message: "Unexpected pick around questions that are picked per version",
      hint: "What this picks from would differ from version to version. Take pick-per=version from the inner one, or this pick.",
      place,
      related: { message: "these are picked per version", place: inner.place },
    });
    return pooled;
  }
  const left = sampleOf(pooled).length;
  if (pick > left) {
    report({
      severity: "error",
      rule: "pick-count",
      message: `Unexpected pick of ${pick}, expected at most ${left}`,
      hint: left === 1 ? "There is one question to pick from." : `There are ${left} questions to pick from.`,
      place,
    });
    return pooled;
  }
  if (per !== undefined && pick === left) {
    report({
      severity: "warning",
      rule: "idle-attribute",
      message: "pick-per=version changes nothing: the pick leaves no question out",
      hint: "Pick fewer, add questions, or leave it out.",
      place,
    });
  }
  const level = Math.max(-1, ...pools.map((pool) => pool.level)) + 1;
  const pool: Pool = { place, pick, perVersion: per === "version", questionIds: questions.map(({ id }) => id), level };
  return { questions, pools: [...pools, pool] };
}
