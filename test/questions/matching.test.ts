import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOf } from "../../src/arrange/order.ts";
import { kindOf } from "../../src/questions/index.ts";
import type { Matching } from "../../src/questions/matching/read.ts";
import { printed, printedHtml, withClass, words } from "./paper.ts";
import { problemsOf, readItem } from "./written.ts";

const { arrange, key } = kindOf("matching");
const source = (...rows: string[]) => `## Q {kind=matching}\n\n| l | r |\n| --- | --- |\n${rows.join("\n")}`;
const read = (...rows: string[]) => readItem(source(...rows)).body as Matching;
const order = (seed: string, version: number) => orderOf({ seed, version, item: ["q"], shuffle: false });
const rightIds = (body: unknown) => (body as Matching).right.map(({ id }) => id);

test("a table is pairs, a row without a left cell a distractor", () => {
  const body = read("| Peru | Lima |", "| | Cusco |", "| Chile | Santiago |");
  expect(key(body)).toEqual({
    text: "1-a;2-c",
    details: {
      options: [
        { letter: "a", id: "o1" },
        { letter: "b", id: "o2" },
        { letter: "c", id: "o3" },
      ],
      pairs: [
        { left: 1, right: "a" },
        { left: 2, right: "c" },
      ],
    },
  });
});

test("a table without kind=matching belongs to the text, and so does one that is no pair of columns", () => {
  expect(readItem("## Q\n\n| l | r |\n| --- | --- |\n| a | b |").kind).toBe("open");
  const data = "| x | y | z |\n| --- | --- | --- |\n| 1 | 2 | 3 |";
  const { stem, kind } = readItem(source("| a | b |", "| c | d |").replace("\n\n", `\n\n${data}\n\nText.\n\n`));
  expect([kind, stem.map(({ type }) => type)]).toEqual(["matching", ["table", "paragraph"]]);
});

describe("the right column", () => {
  const rows = fc.array(fc.boolean(), { maxLength: 5 }).map((more) => {
    const pairs = ["| A | a |", "| B | b |"];
    return pairs.concat(more.map((isPair, index) => `| ${isPair ? `L${index}` : ""} | r${index} |`)).sort();
  });

  test("is never as written, nor any left cell's partner beside each, whatever the exam's shuffling", () => {
    fc.assert(
      fc.property(rows, fc.string(), fc.nat(100), (written, seed, version) => {
        const body = read(...written);
        const arranged = arrange(body, order(seed, version)) as Matching;
        expect(rightIds(arranged)).not.toEqual(rightIds(body));
        expect(arranged.left).toEqual(body.left);
        expect(arranged.left.every(({ partner }, place) => rightIds(arranged)[place] === partner)).toBe(false);
      }),
    );
  });

  test("comes in every other order, each about as often", () => {
    const body = read("| A | a |", "| B | b |", "| | c |");
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 5000; seed++) {
      const drawn = rightIds(arrange(body, order(String(seed), 0))).join();
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["o1,o3,o2", "o2,o1,o3", "o2,o3,o1", "o3,o1,o2", "o3,o2,o1"]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe("on paper", () => {
  const item = readItem(source("| $x$ | *a* set {x} here |", "| `b` | *c* |", "| | d |"));

  test("the left is numbered, the right lettered, the titles stand above", () => {
    const paper = printed(item, item.body, "student");
    expect(withClass(paper, "matching-title").map(words)).toEqual(["l", "r"]);
    const [left = [], right = []] = withClass(paper, "matching-cells").map((column) =>
      withClass(column, "matching-cell").map(words),
    );
    expect(left).toEqual(["1.x", "2.b"]);
    expect(right).toEqual(["a)a set {x} here", "b)c", "c)d"]);
  });

  test("the key writes letters before the numbers", () => {
    expect(withClass(printed(item, item.body, "key"), "matching-box").map(words)).toEqual(["a", "b"]);
    expect(withClass(printed(item, item.body, "student"), "matching-box").map(words)).toEqual(["", ""]);
  });

  test("there are no titles where none were written", () => {
    const { kind, body } = readItem(source("| a | b |", "| c | d |").replace("| l | r |", "| | |"));
    expect(printedHtml({ kind }, body, "student")).not.toContain("matching-title");
  });
});

describe("what is wrong", () => {
  test.each([
    [source("| a | b |", "| c |"), "empty-cell 6:1"],
    [source("| a | b |", "| c | d |", "| e | |"), "empty-cell 7:1"],
    [source("| a | b |", "| c | d |", "| | |"), "empty-cell 7:1"],
    [source("| a | b |", "| c | d |", "| a | e |"), "duplicate-cell 7:1"],
    [source("| a | b |", "| c | b |"), "duplicate-cell 6:5"],
    [source("| a | b |", "| c | d |", "| | b |"), "duplicate-cell 7:3"],
    [source("| a | b |"), "too-few-pairs 3:1"],
    [source("| | b |"), "too-few-pairs 3:1"],
    [source(), "too-few-pairs 3:1"],
    ["## Q {kind=matching}\n\n| a | b | c |\n| --- | --- | --- |\n| d | e | f |", "matching-columns 3:1"],
    ["## Q {kind=matching}\n\n| a |\n| --- |\n| d |", "matching-columns 3:1"],
    ["## Q {kind=matching}\n\nNo table.", "kind-without-answer 1:1"],
    [`${source("| a | b |", "| c | d |")}\n\nText.\n\n| l | r |\n| --- | --- |\n| e | f |`, "two-answers 10:1"],
    [source("| a | :blank[b] |", "| c | d |"), "stray-directive 5:7"],
  ])("%s", (written, problem) => {
    expect(problemsOf(written)).toEqual([problem]);
  });
});
