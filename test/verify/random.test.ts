import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArrangedQuestion, Version } from "../../src/model/version.ts";
import type { Choice, Option } from "../../src/questions/choice/options.ts";
import { textOfContent } from "../../src/verify/content-text.ts";
import { openPrintShop, type PrintShop, sampleOf } from "./print-shop.ts";
import { sources } from "./sources.ts";

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

test("any exam that is printed as planned passes, and so does its key", async () => {
  await fc.assert(
    fc.asyncProperty(sources, async (source) => {
      const sample = sampleOf(source);
      const [version] = sample.versions as [Version];
      expect(await shop.prove(sample, version)).toEqual([]);
      expect(await shop.prove(sample, version, "key")).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/** A table that goes on over pages, whose head is painted again, and signs beside words of another script. */
const ENGLISH_TEXT = `Signs, in brackets (so), and a note.[^1]

[^1]: Shared, self-made.

| a | b |
| - | - |
${Array.from({ length: 90 }, (_, row) => `| ${row} | $x_{${row}}$ |`).join("\n")}

- [x] one: :ref[#one], and $x^2$.
  > Feedback, home-made (see $a-b$).
- [ ] two; three?

:::solution
One, "quoted" and half-done: 1. 2. 3!
:::
`;

test.each(["en", "ar", "he"])(
  "an exam in English with the words of %s around it passes, and so does its key",
  async (lang) => {
    const sample = sampleOf(`---\ntitle: Long\nlang: ${lang}\n---\n\n## {#one}\n\n${ENGLISH_TEXT}`);
    const [version] = sample.versions as [Version];
    expect(await shop.prove(sample, version)).toEqual([]);
    expect(await shop.prove(sample, version, "key")).toEqual([]);
  },
);

test("two options exchanged on any paper are found", async () => {
  await fc.assert(
    fc.asyncProperty(sources, fc.nat(), async (source, chance) => {
      const sample = sampleOf(source);
      const [version] = sample.versions as [Version];
      const other = withExchange(version, chance);
      fc.pre(other !== undefined);
      expect(await shop.proveOther(sample, version, sample.page(other as Version))).not.toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/** The version with two options of some question in each other's place; undefined where no two differ. */
function withExchange(version: Version, chance: number): Version | undefined {
  const text = ({ content }: Option) => textOfContent(content, "").runs.join("");
  const optionsOf = ({ question }: ArrangedQuestion) => (question.body as Partial<Choice> | undefined)?.options ?? [];
  const places = version.sections.flatMap(({ questions }) =>
    questions.flatMap((asked) => {
      const [first, ...others] = optionsOf(asked);
      const at = others.findIndex((option) => first !== undefined && text(option) !== text(first));
      return at < 0 ? [] : [{ number: asked.number, at: at + 1 }];
    }),
  );
  const place = places[chance % Math.max(1, places.length)];
  if (!place) return undefined;
  const exchange = (asked: ArrangedQuestion): ArrangedQuestion => {
    if (asked.number !== place.number) return asked;
    const options = [...optionsOf(asked)];
    [options[0], options[place.at]] = [options[place.at] as Option, options[0] as Option];
    return { ...asked, question: { ...asked.question, body: { options } } };
  };
  return {
    ...version,
    sections: version.sections.map((section) => ({ ...section, questions: section.questions.map(exchange) })),
  };
}
