import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/languages/index.ts";
import type { Wording } from "../../src/languages/phrase.ts";
import { WORDINGS } from "./wordings.ts";

test("every language has its wordings", () => {
  expect(Object.keys(WORDINGS)).toEqual(LANGUAGES.map(({ tag }) => tag));
});

describe.each(LANGUAGES)("$tag", ({ tag, lastOptions, fragile }) => {
  const { last, ordinary, letters, numbers, neighbours, harmless } = WORDINGS[tag] ?? fail(tag);
  const unsafe = [...fragile.letters, ...fragile.numbers, ...fragile.neighbours];

  test.each(last)("last: %s", (text) => expect(matching(lastOptions, text)).not.toEqual([]));
  test.each([...ordinary, ...harmless])("not last: %s", (text) => expect(matching(lastOptions, text)).toEqual([]));
  test.each(letters)("letters: %s", (text) => expect(matching(fragile.letters, text)).not.toEqual([]));
  test.each(numbers)("numbers: %s", (text) => expect(matching(fragile.numbers, text)).not.toEqual([]));
  test.each(neighbours)("neighbours: %s", (text) => expect(matching(fragile.neighbours, text)).not.toEqual([]));
  test.each([...ordinary, ...harmless])("harmless: %s", (text) => expect(matching(unsafe, text)).toEqual([]));
});

// Thousands of options are tested against every pattern: none may backtrack until the test's time is over.
test.each(LANGUAGES)("$tag is quick on hostile text", ({ lastOptions, negatives = [], fragile }) => {
  const patterns = [...lastOptions, ...negatives, ...fragile.letters, ...fragile.numbers, ...fragile.neighbours];
  for (const text of [
    "a, ".repeat(5000),
    " ".repeat(5000),
    "(a".repeat(5000),
    "all the ".repeat(5000),
    "which of ".repeat(5000),
  ]) {
    matching(patterns, text);
  }
});

function matching(patterns: readonly Wording[], text: string): readonly Wording[] {
  return patterns.filter((pattern) => pattern.test(text));
}

function fail(tag: string): never {
  throw new Error(`No wordings for ${tag}`);
}
