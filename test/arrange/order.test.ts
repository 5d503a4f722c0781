import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OrderOf, orderOf } from "../../src/arrange/order.ts";
import { ids } from "./exams.ts";

const of: OrderOf = { seed: "quiz", version: 0, item: ["q"], shuffle: true };
const distinctIds = fc.uniqueArray(ids, { maxLength: 8 });
const whose = fc.record({
  seed: fc.string(),
  version: fc.nat(50),
  item: fc.array(ids, { minLength: 1, maxLength: 2 }),
  shuffle: fc.boolean(),
});

/** The places of so many versions in a row. */
function placesOf(count: number, places: number, seed: string): number[] {
  return Array.from({ length: count }, (_, version) =>
    orderOf({ ...of, seed, version }).balancedPlace(places, ["a", "b"]),
  );
}

/** How often each value comes up, and how far from equally often (Pearson's chi-square). */
function chiSquare(values: readonly (string | number)[], kinds: number): number {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  expect(counts.size).toBeLessThanOrEqual(kinds);
  const expected = values.length / kinds;
  const missing = (kinds - counts.size) * expected;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, missing);
}

/** Exceeded by chance once in about ten thousand times: mean plus five standard deviations. */
const limit = (kinds: number) => kinds - 1 + 5 * Math.sqrt(2 * (kinds - 1));

describe("permute", () => {
  test("gives every index once", () => {
    fc.assert(
      fc.property(whose, distinctIds, (order, given) => {
        expect(
          orderOf(order)
            .permute(given)
            .toSorted((a, b) => a - b),
        ).toEqual([...given.keys()]);
      }),
    );
  });

  test("puts ids in an order that does not depend on where they were written", () => {
    const both = distinctIds.chain((given) =>
      fc.record({ given: fc.constant(given), moved: fc.shuffledSubarray(given, { minLength: given.length }) }),
    );
    fc.assert(
      fc.property(whose, both, (order, { given, moved }) => {
        const print = (written: readonly string[]) =>
          orderOf(order)
            .permute(written)
            .map((index) => written[index]);
        expect(print(moved)).toEqual(print(given));
      }),
    );
  });

  test("favours no order", () => {
    const orders = Array.from({ length: 24_000 }, (_, seed) =>
      orderOf({ ...of, seed: `s${seed}` })
        .permute(["a", "b", "c", "d"])
        .join(""),
    );
    expect(chiSquare(orders, 24)).toBeLessThan(limit(24));
  });

  test("favours no order over the versions of one exam, nor over its questions", () => {
    const numbers = Array.from({ length: 6_000 }, (_, index) => index);
    const overVersions = numbers.map((version) =>
      orderOf({ ...of, version })
        .permute(["a", "b", "c"])
        .join(""),
    );
    const overItems = numbers.map((index) =>
      orderOf({ ...of, item: [`q${index}`] })
        .permute(["a", "b", "c"])
        .join(""),
    );
    expect(chiSquare(overVersions, 6)).toBeLessThan(limit(6));
    expect(chiSquare(overItems, 6)).toBeLessThan(limit(6));
  });

  test("tells a part from a question of a like name", () => {
    const many = Array.from({ length: 20 }, (_, index) => `o${index}`);
    const orders = [["q", "a"], ["qa"], ["q"], ["q.a"]].map((item) =>
      orderOf({ ...of, item })
        .permute(many)
        .join(),
    );
    expect(new Set(orders).size).toBe(4);
  });

  test("stays as it is: another order would reshuffle papers already printed", () => {
    const order = (version: number) =>
      orderOf({ ...of, version })
        .permute(["a", "b", "c", "d", "e"])
        .join("");
    expect([0, 1, 2, 3].map(order)).toMatchInlineSnapshot(`
      [
        "10432",
        "34102",
        "01423",
        "10324",
      ]
    `);
    expect(placesOf(12, 5, "quiz").join("")).toMatchInlineSnapshot(`"042130324141"`);
  });
});

describe("balancedPlace", () => {
  const counts = fc.record({ places: fc.integer({ min: 1, max: 9 }), versions: fc.integer({ min: 1, max: 60 }) });

  test("comes up equally often, give or take one", () => {
    fc.assert(
      fc.property(counts, fc.string(), ({ places, versions }, seed) => {
        const found = placesOf(versions, places, seed);
        for (let place = 0; place < places; place++) {
          const times = found.filter((one) => one === place).length;
          expect([Math.floor(versions / places), Math.ceil(versions / places)]).toContain(times);
        }
        expect(found.every((place) => place >= 0 && place < places)).toBe(true);
      }),
    );
  });

  test("is never the neighbour's", () => {
    fc.assert(
      fc.property(counts, fc.string(), ({ places, versions }, seed) => {
        fc.pre(places > 1);
        const found = placesOf(versions, places, seed);
        expect(found.some((place, version) => place === found[version + 1])).toBe(false);
      }),
    );
  });

  test("does not depend on where ids were written", () => {
    fc.assert(
      fc.property(whose, distinctIds, fc.integer({ min: 1, max: 9 }), (order, given, places) => {
        const backwards = given.toReversed();
        expect(orderOf(order).balancedPlace(places, backwards)).toBe(orderOf(order).balancedPlace(places, given));
      }),
    );
  });

  test.each([2, 3, 4, 5])("favours none of %i places in any version", (places) => {
    const runs = Array.from({ length: 3_000 }, (_, seed) => placesOf(places + 2, places, `s${seed}`));
    for (let version = 0; version < places + 2; version++) {
      const found = runs.map((run) => run[version] as number);
      expect(chiSquare(found, places)).toBeLessThan(limit(places));
    }
  });

  test("has nothing to do with the order of the others", () => {
    const pairs = Array.from({ length: 12_000 }, (_, seed) => {
      const order = orderOf({ ...of, seed: `s${seed}` });
      return `${order.balancedPlace(3, ["a", "b", "c"])}${order.permute(["a", "b", "c"]).join("")}`;
    });
    expect(chiSquare(pairs, 18)).toBeLessThan(limit(18));
  });

  test("asks for at least one place", () => {
    expect(() => orderOf(of).balancedPlace(0, [])).toThrow(RangeError);
  });
});
