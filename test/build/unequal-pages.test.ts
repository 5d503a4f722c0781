import { expect, test } from "vitest";
import type { BuiltVersion } from "../../src/export/built.ts";
import { unequalPages } from "../../src/press/unequal-pages.ts";

const versions = (...pages: number[]) =>
  pages.map((count, index) => ({
    version: { label: String.fromCharCode(65 + index) },
    student: { pages: count },
  })) as unknown as BuiltVersion[];

test("versions of as many pages are nothing to tell", () => {
  expect(unequalPages(versions())).toEqual([]);
  expect(unequalPages(versions(4, 4, 4))).toEqual([]);
});

test("a version that spills over is named", () => {
  const [problem, ...others] = unequalPages(versions(4, 5, 4));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ severity: "warning", rule: "unequal-pages" });
  expect(problem?.message).toContain("4 (A, C), 5 (B)");
});

test("many versions are counted", () => {
  const [problem] = unequalPages(versions(4, ...Array.from({ length: 20 }, () => 5)));
  expect(problem?.message).toContain("4 (A), 5 (20 versions)");
});
