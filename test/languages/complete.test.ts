import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/languages/index.ts";
import type { Plural, Template } from "../../src/languages/language.ts";
import { FIELD_NAMES, KIND_NAMES, LABEL_NAMES } from "../../src/languages/language.ts";

const helpers = ["fill", "index", "language", "lettering", "phrase", "words"];
const whole = Array.from({ length: 101 }, (_, number) => number);
const decimals = [0.25, 0.5, 1.5, 2.25, 7.5];

test("the list holds every language file, once", () => {
  const files = readdirSync(new URL("../../src/languages", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
  expect(LANGUAGES.map(({ tag }) => tag).sort()).toEqual(files.filter((file) => !helpers.includes(file)).sort());
});

describe.each(LANGUAGES)("$tag", (language) => {
  const { instructions, time } = language;

  test("has no empty or untrimmed word", () => {
    const { colon, ...words } = language;
    expect(colon).toMatch(/[:：]/);
    for (const word of everyText(words)) {
      expect(word).not.toBe("");
      expect(word).toBe(word.trim());
    }
  });

  test("has exactly the words the page knows", () => {
    expect(Object.keys(language.fields)).toEqual([...FIELD_NAMES]);
    expect(Object.keys(language.labels)).toEqual([...LABEL_NAMES]);
    expect(Object.keys(instructions.worth)).toEqual([...KIND_NAMES]);
  });

  test("has each place exactly once in each template", () => {
    expect(places(language.pageOf)).toEqual(["page", "pages"]);
    expect(places(time.both)).toEqual(["hours", "minutes"]);
    expect(places(instructions.duration)).toEqual(["duration"]);
    expect(places(language.options.label)).toEqual(["letter"]);
    expect(places(language.parts.label)).toEqual(["letter"]);
    for (const { one, each } of Object.values(instructions.worth)) {
      expect(places(one)).toEqual(["worth"]);
      expect(places(each)).toEqual(["worth"]);
    }
  });

  test.each([
    { name: "points", plural: language.points, place: "points", numbers: [...whole, ...decimals] },
    { name: "pointsShort", plural: language.pointsShort, place: "points", numbers: [...whole, ...decimals] },
    { name: "hours", plural: time.hours, place: "hours", numbers: whole },
    { name: "minutes", plural: time.minutes, place: "minutes", numbers: whole },
    { name: "questions", plural: instructions.questions, place: "questions", numbers: whole },
  ])("counts $name in every category of its plural", ({ plural, place, numbers }) => {
    const rules = new Intl.PluralRules(language.tag);
    for (const category of new Set(numbers.map((number) => rules.select(number)))) {
      // A unit that never changes its form is one template: "{points} pkt".
      if (Object.keys(plural).length > 1) expect(Object.keys(plural)).toContain(category);
      const found = places(plural[category] ?? plural.other);
      if (found.length === 0) expect(numbers.filter((number) => rules.select(number) === category)).toHaveLength(1);
      else expect(found).toEqual([place]);
    }
  });

  test("has letters enough, all different", () => {
    for (const { letters } of [language.options, language.parts]) {
      expect(letters.length).toBeGreaterThanOrEqual(20);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });

  test("has true and false words that are never the same pair twice", () => {
    const pairs = language.trueFalse.map((pair) => pair.join("/"));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const [yes, no] of language.trueFalse) expect(yes.toLowerCase()).not.toBe(no.toLowerCase());
  });
});

function places(template: Template): string[] {
  return [...template.matchAll(/\{(.*?)\}/g)].map(([, name]) => name ?? "").sort();
}

function everyText(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof RegExp || value === null || typeof value !== "object") return [];
  return Object.values(value as Plural).flatMap(everyText);
}
