/** The most steps a sum is looked for in: some hundredths of a second. */
const MOST_STEPS = 2e7;

/**
 * The sum that most choices of `pick` among whole numbers from 0 have; of several such sums the one nearest to the
 * average. Undefined when there are too many to find out. The order of the numbers has no bearing.
 */
export function commonestSum(values: readonly number[], pick: number): number | undefined {
  const sums = pick * values.reduce((most, value) => Math.max(most, value), 0) + 1;
  if (values.length * pick * sums > MOST_STEPS) return undefined;
  // How many choices of so many numbers there are by their sum; beyond 2^53 about how many, hence in one order.
  const choices = Array.from({ length: pick + 1 }, () => new Float64Array(sums));
  (choices[0] as Float64Array)[0] = 1;
  for (const value of [...values].sort((a, b) => a - b)) {
    for (let count = pick; count > 0; count--) {
      const smaller = choices[count - 1] as Float64Array;
      const own = choices[count] as Float64Array;
      for (let sum = value; sum < sums; sum++) own[sum] = (own[sum] as number) + (smaller[sum - value] as number);
    }
  }
  const average = (pick * values.reduce((sum, value) => sum + value, 0)) / values.length;
  const ways = choices[pick] as Float64Array;
  const farther = (one: number, other: number) => Math.abs(one - average) - Math.abs(other - average);
  return [...ways.keys()].reduce((best, sum) => {
    const more = (ways[sum] as number) - (ways[best] as number);
    return more > 0 || (!(more < 0) && farther(sum, best) < 0) ? sum : best;
  });
}

/**
 * Indexes of `pick` whole numbers with a sum that some of them have: the first number, if any choice has it, then the
 * next, and so on. So a number that is not chosen could as well not be there.
 */
export function firstWithSum(values: readonly number[], pick: number, sum: number): number[] {
  const reached = reachableSums(values, pick);
  const chosen: number[] = [];
  let rest = sum;
  for (const [index, value] of values.entries()) {
    const behind = reached[index + 1]?.[pick - chosen.length - 1];
    if (behind === undefined || value > rest || !hasBit(behind, rest - value)) continue;
    chosen.push(index);
    rest -= value;
  }
  return chosen;
}

/** For each index and count, the sums of so many numbers from that index on, as the bits of a number. */
function reachableSums(values: readonly number[], pick: number): bigint[][] {
  const reached: bigint[][] = [[1n, ...Array<bigint>(pick).fill(0n)]];
  for (const value of [...values].reverse()) {
    const behind = reached[0] as bigint[];
    const shift = BigInt(value);
    reached.unshift(
      behind.map((sums, count) => (count === 0 ? sums : sums | ((behind[count - 1] as bigint) << shift))),
    );
  }
  return reached;
}

function hasBit(bits: bigint, index: number): boolean {
  return ((bits >> BigInt(index)) & 1n) === 1n;
}
