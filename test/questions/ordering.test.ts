import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOf } from "../../src/arrange/order.ts";
import { kindOf } from "../../src/questions/index.ts";
import type { Ordering } from "../../src/questions/ordering/read.ts";
import { printed, printedHtml, withClass, words } from "./paper.ts";
import { problemsOf, readItem } from "./written.ts";

const { arrange, key, letters } = kindOf("ordering");
const source = (...items: string[]) =>
  `## Q {kind=ordering}\n\n${items.map((item, index) => `${index + 1}. ${item}`).join("\n")}`;
const read = (...items: string[]) => readItem(source(...items)).body as Ordering;
const order = (seed: string, version: number) => orderOf({ seed, version, item: ["q"], shuffle: false });
const ranks = (body: unknown) => (body as Ordering).items.map(({ rank }) => rank);

test("the key names the printed letters in the right order", () => {
  const { items } = read("one {#first}", "two", "three");
  const [one, two, three] = items as [Ordering["items"][0], Ordering["items"][0], Ordering["items"][0]];
  expect(key({ items: [two, three, one] })).toEqual({
    text: "c;a;b",
    details: {
      options: [
        { letter: "a", id: "o2", rank: 2 },
        { letter: "b", id: "o3", rank: 3 },
        { letter: "c", id: "first", rank: 1 },
      ],
    },
  });
  expect(letters?.({ items: [two, three, one] })).toEqual(
    new Map([
      ["o2", 0],
      ["o3", 1],
      ["first", 2],
    ]),
  );
});

test("a numbered list without kind=ordering belongs to the text", () => {
  expect(readItem("## Q\n\n1. a\n2. b").kind).toBe("open");
});

describe("the order", () => {
  test("is never the right one, whatever the exam's shuffling", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.string(), fc.nat(100), (count, seed, version) => {
        const body = read(...Array.from({ length: count }, (_, index) => `item ${index}`));
        expect(ranks(arrange(body, order(seed, version)))).not.toEqual(ranks(body));
      }),
    );
  });

  test("is any other one, each about as often", () => {
    const body = read("a", "b", "c");
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 5000; seed++) {
      const drawn = ranks(arrange(body, order(String(seed), 0))).join("");
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["132", "213", "231", "312", "321"]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe("on paper", () => {
  const item = readItem(source("one {#first}\n   > because", "two\n\n   ```\n   code\n   ```", "three"));

  test("a letter and a box stand before each item, which the key numbers", () => {
    expect(withClass(printed(item, item.body, "student"), "ordering-item").map(words)).toEqual([
      "a)one",
      "b)two code",
      "c)three",
    ]);
    expect(withClass(printed(item, item.body, "key"), "ordering-box").map(words)).toEqual(["1", "2", "3"]);
    expect(withClass(printed(item, item.body, "student"), "ordering-box").map(words)).toEqual(["", "", ""]);
  });

  test("a quote in an item is feedback, for the key alone", () => {
    expect(printedHtml(item, item.body, "student")).not.toContain("because");
    expect(printedHtml(item, item.body, "key")).toContain("because");
  });
});

describe("what is wrong", () => {
  test.each([
    [source("a"), "too-few-items 3:1"],
    [source("a", "b", "a"), "duplicate-item 5:1"],
    [source("a", ""), "empty-item 4:1"],
    [source("a", "> b"), "empty-item 4:1"],
    [source("a {#x}", "b {#x}"), "duplicate-id 4:1"],
    [source("a {#o2}", "b"), "duplicate-id 4:1"],
    [source("a {pin}", "b"), "unknown-attribute 3:7"],
    ["## Q {kind=ordering}\n\n- a\n- b", "unnumbered-items 3:1"],
    ["## Q {kind=ordering}\n\nNo list.", "kind-without-answer 1:1"],
    [`${source("a", "b")}\n\nText.\n\n1. c\n2. d`, "two-answers 8:1"],
    [source("a :blank[x]", "b"), "stray-directive 3:6"],
  ])("%s", (written, problem) => {
    expect(problemsOf(written)).toEqual([problem]);
  });
});
