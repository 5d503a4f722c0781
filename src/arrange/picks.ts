import { type Pool, pickedQuestions, type Question, type Section } from "../model/exam.ts";
import { commonestSum, firstWithSum } from "./balance.ts";
import { byRank } from "./rank.ts";

/** The questions of a section that each version prints, in the source's order: all but those that a pool leaves out. */
export function pickQuestions(section: Section, seed: string, versions: number): (readonly Question[])[] {
  const known = new Map<Pool, (readonly Question[])[]>();
  return Array.from({ length: versions }, (_, version) =>
    pickedQuestions(section, (pool, left) => {
      // A pool whose picks differ lies inside no other, so what is left is the same in all versions.
      const picks = known.get(pool) ?? (pool.perVersion ? ownPicks : commonPick)(pool, left, seed, versions);
      known.set(pool, picks);
      return picks[version] as readonly Question[];
    }),
  );
}

/**
 * One pick for all versions. Each question draws a rank of its own and the lowest ranks win, so a question that comes or
 * goes changes one of the others at most, and one that is moved or reworded none.
 */
function commonPick(pool: Pool, left: readonly Question[], seed: string, versions: number): (readonly Question[])[] {
  const pick = byRank(left, "pick", seed, pool.level).slice(0, pool.pick);
  return Array(versions).fill(pick);
}

/** Draws of a version, at most, until its pick differs from the version's before. */
const DRAWS = 32;

/**
 * A pick for each version, by ranks that differ from version to version. Where all questions have a difficulty, each
 * pick's adds up to the same: the one that most picks have. Neighbouring versions differ where that is possible.
 */
function ownPicks(pool: Pool, left: readonly Question[], seed: string, versions: number): (readonly Question[])[] {
  const choose = balancedChoice(left, pool.pick);
  if (!choose || left.length === pool.pick) return commonPick(pool, left, seed, versions);
  const picks: (readonly Question[])[] = [];
  let draws = DRAWS;
  for (let version = 0; version < versions; version++) {
    const before = identity(picks.at(-1) ?? []);
    let draw = 0;
    let pick: readonly Question[];
    do {
      pick = choose(byRank(left, "pick", seed, pool.level, version, draw));
      draw += 1;
    } while (identity(pick) === before && draw < draws);
    // There is no other pick, or it is not worth looking for it once more.
    if (draw === DRAWS) draws = 1;
    picks.push(pick);
  }
  return picks;
}

/**
 * Takes the first questions of an order that may be picked together. Undefined when too many sums of difficulties are
 * possible to choose one that is common: then only one and the same pick is surely fair.
 */
function balancedChoice(
  left: readonly Question[],
  pick: number,
): ((ranked: readonly Question[]) => readonly Question[]) | undefined {
  const difficulties = left.map(({ difficulty }) => difficulty);
  if (difficulties.includes(undefined)) return (ranked) => ranked.slice(0, pick);
  const steps = wholeSteps(difficulties as number[]);
  const sum = steps && commonestSum(steps, pick);
  if (sum === undefined) return undefined;
  const stepOf = new Map(left.map((question, index) => [question, steps?.[index] as number]));
  return (ranked) => {
    const values = ranked.map((question) => stepOf.get(question) as number);
    return firstWithSum(values, pick, sum).map((index) => ranked[index] as Question);
  };
}

/** Decimals of a difficulty that are told apart. */
const DECIMALS = 6;

/** Numbers as how many steps they lie above the least of them, the step being the largest that fits all. */
function wholeSteps(numbers: readonly number[]): number[] | undefined {
  const whole = numbers.map((number) => Math.round(number * 10 ** DECIMALS));
  const least = Math.min(...whole);
  if (!whole.every(Number.isSafeInteger)) return undefined;
  const distances = whole.map((number) => number - least);
  const step = distances.reduce(greatestDivisor, 0) || 1;
  return distances.map((distance) => distance / step);
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

function identity(pick: readonly Question[]): string {
  return JSON.stringify(pick.map(({ id }) => id).sort());
}
