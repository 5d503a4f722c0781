import { expect, test } from "vitest";
import type { Order } from "../../src/questions/kind.ts";
import { isSourceOrder, otherOrder } from "../../src/questions/other-order.ts";

/** An order that always draws what it is told, and remembers for which ids. */
function fixedOrder(draws: readonly (readonly number[])[]) {
  const asked: (readonly string[])[] = [];
  const order: Order = {
    shuffle: true,
    permute(ids) {
      asked.push(ids);
      return [...(draws[Math.min(asked.length, draws.length) - 1] as readonly number[])];
    },
    balancedPlace: () => 0,
  };
  return { order, asked };
}

test("the first order that gives nothing away is taken", () => {
  const { order, asked } = fixedOrder([[2, 0, 1]]);
  expect(otherOrder(["a", "b", "c"], order, isSourceOrder)).toEqual([2, 0, 1]);
  expect(asked).toEqual([["a", "b", "c"]]);
});

test("what gives the answer away is drawn again, each time under ids of its own", () => {
  const { order, asked } = fixedOrder([
    [0, 1, 2],
    [0, 1, 2],
    [1, 0, 2],
  ]);
  expect(otherOrder(["a", "b", "c"], order, isSourceOrder)).toEqual([1, 0, 2]);
  expect(new Set(asked.map((ids) => ids.join())).size).toBe(3);
});

test("without any luck all things move up", () => {
  const { order } = fixedOrder([[0, 1, 2]]);
  expect(otherOrder(["a", "b", "c"], order, isSourceOrder)).toEqual([1, 2, 0]);
});
