import { wordsFor } from "../languages/words.ts";
import type { Option } from "../questions/choice/options.ts";
import { choiceItems } from "./choice-items.ts";
import type { Rule } from "./rule.ts";
import { plainText } from "./words.ts";

/** Options that divide a scale into ranges have none in common. */
export const overlappingOptions: Rule = {
  id: "overlapping-options",
  severity: "warning",
  why: "A value that lies in two of the ranges makes both right. Ranges that all meet at their ends are taken as meant.",
  bad: [
    `---
title: Quiz
---

## Bones

How many bones has an adult?

- [ ] 100–150
- [ ] 151–200
- [x] 190–250
`,
    `---
title: Quiz
---

## Bones

How many bones has an adult?

- [ ] 100 to 150
- [ ] 151 to 200
- [x] 200 to 250
`,
  ],
  good: `---
title: Quiz
---

## Bones

How many bones has an adult?

- [ ] 100–150
- [ ] 151–200
- [x] 201–250
`,
  check(exam) {
    const decimalSign = wordsFor(exam.settings.lang).number(0.5).charAt(1);
    return choiceItems(exam).flatMap(({ options }) => {
      const ranges = options
        .filter(({ pin }) => !pin)
        .map((option) => rangeOf(option, decimalSign))
        .sort((one, other) => (one?.from ?? 0) - (other?.from ?? 0));
      return overlaps(ranges).map(([one, other]) => ({
        message: `The ranges "${one.text}" and "${other.text}" have values in common`,
        hint: "Let each range begin behind the end of the one before.",
        place: other.option.place,
        related: { message: "the other range", place: one.option.place },
      }));
    });
  },
};

interface Range {
  readonly option: Option;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What stands around the numbers. */
  readonly unit: string;
}

/**
 * Neighbours on a scale that have values in common. Ranges that lie in each other, or all overlap, divide no scale: each is
 * the value of something (400–700 nm).
 */
function overlaps(ranges: readonly (Range | undefined)[]): [Range, Range][] {
  const [first] = ranges;
  const neighbours: [Range, Range][] = [];
  for (const [index, other] of ranges.entries()) {
    if (!first || !other || other.unit !== first.unit || other.from >= other.to) return [];
    const one = ranges[index - 1];
    if (one && (other.from <= one.from || other.to <= one.to)) return [];
    if (one) neighbours.push([one, other]);
  }
  const apart = neighbours.filter(([one, other]) => one.to < other.from);
  const inside = neighbours.filter(([one, other]) => one.to > other.from);
  const touching = neighbours.filter(([one, other]) => one.to === other.from);
  const faulty = apart.length > 0 ? [...inside, ...touching] : inside;
  return faulty.length < neighbours.length ? faulty : [];
}

/** Characters of the longest text that is taken for a range. */
const LONGEST = 80;
const NUMBER = String.raw`[-−]?\d[\d.,\s]*`;
const RANGE = new RegExp(
  String.raw`^(\D{0,12}?)(${NUMBER})(\D{0,12}?)(?:[-–—~～]|\.\.|…|(?<!\p{L})(?:to|a|à|bis|até|al|tot|do)(?!\p{L}))\s*\1(${NUMBER})(\D{0,20})$`,
  "u",
);

function rangeOf(option: Option, decimalSign: string): Range | undefined {
  const text = plainText(option.content).replace(/\.$/, "");
  const [, lead, low, between, high, unit] = (text.length <= LONGEST && RANGE.exec(text)) || [];
  if (lead === undefined || low === undefined || between === undefined || high === undefined || unit === undefined)
    return undefined;
  if (between.trim() !== "" && between.trim() !== unit.trim()) return undefined;
  const [from, to] = [low, high].map((digits) => numberOf(digits, decimalSign));
  if (from === undefined || to === undefined) return undefined;
  return { option, text, from, to, unit: `${lead.trim()} ${unit.trim()}`.toLowerCase() };
}

function numberOf(digits: string, decimalSign: string): number | undefined {
  const [whole = "", fraction = "", ...more] = digits.trim().replace("−", "-").split(decimalSign);
  const ungrouped = whole.replace(/(?<=\d)[.,\s](?=\d{3}(?:\D|$))/gu, "");
  const value = Number(`${ungrouped}.${fraction || 0}`);
  return more.length > 0 || Number.isNaN(value) ? undefined : value;
}
