import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/questions/index.ts";
import { printed, withClass, words } from "./paper.ts";
import { problemsOf, readItem } from "./written.ts";

const keyOf = (directive: string) => {
  const item = readItem(`## Q\n\n${directive}`);
  expect(item.kind).toBe("numeric");
  return kindOf(item.kind).key(item.body);
};
const printedKey = (directive: string, lang: string) =>
  words(printed({ kind: "numeric" }, readItem(`## Q\n\n${directive}`, lang).body, "key", lang));

describe("the key", () => {
  test.each([
    ["::numeric[42]", "42", { value: 42, tolerance: 0 }],
    ["::numeric[-0.50]", "-0.50", { value: -0.5, tolerance: 0 }],
    ["::numeric[+5.]", "5", { value: 5, tolerance: 0 }],
    ["::numeric[.5]", "0.5", { value: 0.5, tolerance: 0 }],
    ["::numeric[-0]", "0", { value: 0, tolerance: 0 }],
    ["::numeric[1E-3]", "1e-3", { value: 0.001, tolerance: 0 }],
    ["::numeric[3]{tolerance=0}", "3", { value: 3, tolerance: 0 }],
    ['::numeric[9.81]{tolerance=0.01 unit="m/s²"}', "9.81 ± 0.01 m/s²", { value: 9.81, tolerance: 0.01, unit: "m/s²" }],
    ["::numeric[9.81]{tolerance=1% unit=N}", "9.81 N ± 1%", { value: 9.81, tolerance: 0.0981, unit: "N" }],
    ['::numeric[-300]{tolerance="0.1 %"}', "-300 ± 0.1%", { value: -300, tolerance: 0.3 }],
    ['::numeric{range="9.7..9.9" unit="m/s²"}', "9.7..9.9 m/s²", { min: 9.7, max: 9.9, unit: "m/s²" }],
    ['::numeric{range="-1e-3 .. -.5e-3"}', "-1e-3..-0.5e-3", { min: -0.001, max: -0.0005 }],
  ])("of %s", (written, text, details) => {
    expect(keyOf(written)).toEqual({ text, details });
  });

  test("has decimals as they were typed, whatever they are in binary", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 9999 }), (whole, decimals) => {
        const typed = `${whole}.${String(decimals).padStart(4, "0")}`;
        const { text, details } = keyOf(`::numeric[${typed}]{tolerance=0.1}`);
        expect(text).toBe(`${typed} ± 0.1`);
        expect(JSON.stringify(details.value)).toBe(JSON.stringify(Number(typed)));
      }),
    );
  });

  test("has a percentage's share without binary noise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 99 }), (thousandths, percent) => {
        const { details } = keyOf(`::numeric[${thousandths / 1000}]{tolerance=${percent}%}`);
        expect(String(details.tolerance).replace(/^.*\./, "").length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("the printed key", () => {
  test.each([
    ["en", '::numeric[9.80]{tolerance=0.01 unit="m/s²"}', "9.80 ± 0.01m/s²"],
    ["es", '::numeric[-9.80]{tolerance=0.01 unit="m/s²"}', "−9,80 ± 0,01m/s²"],
    ["de", "::numeric[1234.5]{tolerance=2%}", "1234,5 ± 2 %"],
    ["es", '::numeric{range="-2.5..-1"}', "−2,5 … −1"],
    ["es", "::numeric[6.02e23]", "6,02 × 10²³"],
    ["es", "::numeric[1.5e-3]{tolerance=1e-4}", "0,0015 ± 0,0001"],
  ])("in %s of %s", (lang, written, text) => {
    expect(printedKey(written, lang)).toBe(text);
  });
});

test("the student's paper has an empty box and the unit", () => {
  const { body } = readItem('## Q\n\n::numeric[9.81]{tolerance=0.01 unit="m/s²"}');
  const paper = printed({ kind: "numeric" }, body, "student");
  expect(words(paper)).toBe("m/s²");
  expect(withClass(paper, "numeric-box").map(words)).toEqual([""]);
});

describe("what is wrong", () => {
  test.each([
    ["::numeric[9,81]", "decimal-comma 3:11"],
    ["::numeric[1,000.5]", "decimal-comma 3:11"],
    ["::numeric[g]", "not-a-number 3:11"],
    ["::numeric[9.81 m]", "not-a-number 3:11"],
    ["::numeric[−3]", "not-a-number 3:11"],
    ["::numeric[1/3]", "not-a-number 3:11"],
    ["::numeric[NaN]", "not-a-number 3:11"],
    ["::numeric[Infinity]", "not-a-number 3:11"],
    ["::numeric[0x10]", "not-a-number 3:11"],
    ["::numeric[1e999]", "not-a-number 3:11"],
    ["::numeric[1e-999]", "not-a-number 3:11"],
    ["::numeric[$9.81$]", "not-a-number 3:11"],
    ["::numeric[10:am]", "not-a-number 3:11"],
    ["::numeric", "no-right-answer 3:1"],
    ["::numeric[]{unit=m}", "no-right-answer 3:1"],
    ["::numeric[ ]", "not-a-number 3:11"],
    ['::numeric[3]{range="2..4"}', "value-and-range 3:14"],
    ["::numeric[3]{tolerance=-1}", "negative-tolerance 3:14"],
    ["::numeric[3]{tolerance=-1%}", "negative-tolerance 3:14"],
    ["::numeric[3]{tolerance=0,1}", "decimal-comma 3:14"],
    ["::numeric[3]{tolerance=some}", "not-a-number 3:14"],
    ["::numeric[3]{tolerance=%}", "not-a-number 3:14"],
    ["::numeric[0]{tolerance=1%}", "percent-of-zero 3:14"],
    ["::numeric[3]{tolerance}", "attribute-value 3:14"],
    ['::numeric{range="9.9..9.7"}', "range-backwards 3:11"],
    ['::numeric{range="3..3"}', "range-backwards 3:11"],
    ['::numeric{range="9.7-9.9"}', "not-a-range 3:11"],
    ['::numeric{range="9...10"}', "not-a-range 3:11"],
    ['::numeric{range="1..2..3"}', "not-a-range 3:11"],
    ['::numeric{range="9,7..9.9"}', "decimal-comma 3:11"],
    ['::numeric{range="..9.9"}', "not-a-number 3:11"],
    ['::numeric{range="2..4" tolerance=1}', "range-with-tolerance 3:24"],
    ['::numeric[3]{unit="$\\mu$m"}', "numeric-unit 3:14"],
    ["::numeric[3]{units=m}", "unknown-attribute 3:14"],
    ["::numeric[3]{unit=m unit=s}", "duplicate-attribute 3:21"],
  ])("%s", (written, problem) => {
    expect(problemsOf(`## Q\n\n${written}`)).toEqual([problem]);
  });
});
