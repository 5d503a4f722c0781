import { describe, expect, test } from "vitest";
import { problemsOf, question, readText } from "./read-text.ts";

/** The rules of what is found; a source that is refused has one. */
function rulesOf(source: string): string[] {
  return [...new Set(problemsOf(source).map((problem) => problem.split(" ")[0] as string))];
}

describe("what takes too long or nests too deeply is refused", () => {
  test.each<readonly [name: string, source: string, rule: string]>([
    ["50 MB", "a\n\n".repeat(17_000_000), "file-too-large"],
    ["600 kB", question("a\n\n".repeat(200_000)), "source-too-large"],
    ["a line of 30,000 characters", question("a".repeat(30_000)), "text-too-long"],
    ["10,000 options", question("- [ ] a\n".repeat(10_000)), "text-too-long"],
    ["30,000 lists", question("- a\n\n".repeat(30_000)), "too-many-items"],
    ["5,000 quotes", question(`${">".repeat(5000)} a`), "too-deep"],
    ["5,000 lists in each other", question(`${"- ".repeat(5000)}a`), "too-deep"],
    ["5,000 numbered lists in each other", question(`${"1. ".repeat(5000)}a`), "too-deep"],
    [
      "120 indented lists",
      question(Array.from({ length: 120 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n")),
      "too-deep",
    ],
    ["2,000 marks", question(`${"*a **b ".repeat(1000)}c${" d** e*".repeat(1000)}`), "too-deep"],
    ["5,000 brackets of YAML", `---\ntitle: ${"[".repeat(5000)}\n---\n\n## A\n`, "yaml"],
    ["a front matter of 5,000 keys", `---\n${"k: 1\n".repeat(5000)}---\n\n## A\n`, "text-too-long"],
  ])("%s", { timeout: 120_000 }, (_, source, rule) => {
    expect(rulesOf(source)).toEqual([rule]);
  });
});

describe("what is long and harmless is read", () => {
  test.each<readonly [name: string, source: string]>([
    ["1,000 options", question(Array.from({ length: 1000 }, (_, i) => `- [${i === 7 ? "x" : " "}] ${i}`).join("\n"))],
    ["a table of 500 rows", question(`| a | b |\n|---|---|\n${"| 1 | 2 |\n".repeat(500)}`)],
    ["100,000 blank lines", question("\n".repeat(100_000))],
    ["19,000 brackets", question("[".repeat(19_000))],
    ["6,000 dollars", question("$a ".repeat(6000))],
    ["a footnote called 200 times", question(`${"a[^1] ".repeat(200)}\n\n[^1]: ${"word ".repeat(500)}`)],
  ])("%s", { timeout: 120_000 }, (_, source) => {
    expect(rulesOf(source)).toEqual([]);
  });
});

test("a long footnote called a thousand times is not copied as often", { timeout: 120_000 }, () => {
  const calls = "a[^1] ".repeat(1000);
  expect(rulesOf(question(`${calls}\n\n[^1]: ${"*a* ".repeat(3000)}`))).toEqual(["footnote-repeated"]);
});

test("of ten thousand errors a thousand are told", { timeout: 120_000 }, () => {
  const { problems } = readText(question(`${"a[^1] ".repeat(2500)}\n\n`.repeat(4)));
  expect(problems).toHaveLength(1001);
  expect(problems.some(({ rule }) => rule === "too-many-problems")).toBe(true);
});
