import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ALL_RULES } from "../../src/rules/index.ts";
import { told } from "../check/examined.ts";

const SRC = join(import.meta.dirname, "../../src");
const NAMED = /\brule: "([\w-]+)"|\bfault\(\s*"([\w-]+)",|verifyProblem\("([\w-]+)"/g;

/** The program's text, file by file, without what the manual says of it. */
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("rules"))
  .map((path) => readFileSync(join(SRC, path), "utf8"));

describe("the catalogue", () => {
  const ids = ALL_RULES.map(({ id }) => id);

  test("has every rule once", () => expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]));

  test("has every rule that the program names", () => {
    const named = sources.flatMap((text) => [...text.matchAll(NAMED)].map((match) => match[1] ?? match[2] ?? match[3]));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !ids.includes(id as string))).toEqual([]);
  });

  test("has no rule that the program does not name", () => {
    const all = sources.join("\n");
    expect(ids.filter((id) => !all.includes(`"${id}"`))).toEqual([]);
  });

  test("says why", () => {
    for (const { why } of ALL_RULES) expect(why).toMatch(/^[“A-Z`#].*\.$/s);
  });
});

test.each(examples("bad"))("%s speaks about its bad example and nothing else does", (id, source) => {
  expect(new Set(told(source).map((one) => one.split(" ")[0]))).toEqual(new Set([id]));
});

test.each(examples("good"))("%s and all others are silent on its good example", (_, source) => {
  expect(told(source)).toEqual([]);
});

function examples(kind: "bad" | "good"): [id: string, source: string][] {
  return ALL_RULES.flatMap((rule) => [rule[kind] ?? []].flat().map((source): [string, string] => [rule.id, source]));
}
