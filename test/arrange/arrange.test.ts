import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { allQuestions, type Item, type Question } from "../../src/model/exam.ts";
import { printedQuestions } from "../../src/model/version.ts";
import type { Choice } from "../../src/questions/choice/options.ts";
import {
  choice,
  exam,
  exams,
  labels,
  optionIds,
  part,
  printed,
  question,
  section,
  single,
  withSettings,
} from "./exams.ts";

describe("any exam", () => {
  test("is printed whole in every version, section by section", () => {
    fc.assert(
      fc.property(exams, (source) => {
        for (const version of arrange(source)) {
          expect(version.sections.map(({ section }) => section)).toEqual(source.sections);
          for (const { section: written, questions } of version.sections) {
            const ids = (all: readonly Question[]) => all.map(({ id }) => id).toSorted();
            expect(ids(questions.map(({ question }) => question))).toEqual(ids(written.questions));
          }
          for (const written of allQuestions(source)) {
            const { question, parts } = printed(version, written.id);
            expect(parts.map((one) => one.part.id)).toEqual(written.parts.map(({ id }) => id));
            expect(parts.map((one) => one.part)).toEqual(question.parts);
            const items = [written, ...written.parts].filter(({ kind }) => kind === "multiple");
            const arranged = [question, ...question.parts].filter(({ kind }) => kind === "multiple");
            for (const [index, item] of items.entries()) {
              const sorted = (body: unknown) => (body as Choice).options.toSorted((a, b) => (a.id < b.id ? -1 : 1));
              expect(sorted(arranged[index]?.body)).toEqual(sorted(item.body));
              expect({ ...arranged[index], body: 0, parts: 0 }).toEqual({ ...item, body: 0, parts: 0 });
            }
          }
        }
      }),
    );
  });

  test("numbers its questions through all sections and letters the parts", () => {
    fc.assert(
      fc.property(exams, (source) => {
        for (const version of arrange(source)) {
          const questions = printedQuestions(version);
          expect(questions.map(({ number }) => number)).toEqual(questions.map((_, index) => index + 1));
          for (const { parts } of questions)
            expect(parts.map(({ letter }) => letter).join("")).toBe("abc".slice(0, parts.length));
        }
      }),
    );
  });

  test("has the key of what is printed", () => {
    fc.assert(
      fc.property(exams, (source) => {
        for (const { question, answer, parts } of arrange(source).flatMap(printedQuestions)) {
          expect(answer === undefined).toBe(question.kind === "parts");
          const items = [...parts.map((one) => ({ item: one.part, answer: one.answer })), { item: question, answer }];
          for (const { item, answer } of items.filter(({ item }) => item.kind === "multiple")) {
            const { options } = item.body as Choice;
            const right = options.flatMap(({ correct }, index) => (correct ? ["abcdefg"[index]] : []));
            expect(answer?.text).toBe(right.join(";"));
          }
        }
      }),
    );
  });

  test("is arranged alike each time, and left as it was", () => {
    fc.assert(
      fc.property(exams, (source) => {
        const before = structuredClone(source);
        expect(arrange(source)).toEqual(arrange(structuredClone(source)));
        expect(source).toEqual(before);
      }),
    );
  });

  test("keeps its versions when others are added or get another label", () => {
    fc.assert(
      fc.property(exams, fc.integer({ min: 1, max: 9 }), (source, more) => {
        const now = arrange(source);
        const grown = arrange(withSettings(source, { versions: labels(now.length + more) }));
        expect(grown.slice(0, now.length)).toEqual(now);
        const renamed = arrange(withSettings(source, { versions: now.map((_, index) => `Row-${index}`) }));
        expect(renamed.map(({ sections }) => sections)).toEqual(now.map(({ sections }) => sections));
      }),
    );
  });

  test("keeps the source's order where nothing is shuffled", () => {
    fc.assert(
      fc.property(exams, (source) => {
        const sections = source.sections.map((one) => ({ ...one, shuffle: false }));
        const unpinned = (body: unknown) =>
          body && (body as Choice).options
            ? { options: (body as Choice).options.map(({ pin: _, ...rest }) => rest) }
            : body;
        const plain = sections.map((one) => ({
          ...one,
          questions: one.questions.map(({ shuffle: _, ...each }) => ({
            ...each,
            body: unpinned(each.body),
            parts: each.parts.map((own) => ({ ...own, body: unpinned(own.body) })),
          })),
        }));
        const still = withSettings(
          { ...source, sections: plain },
          { versions: ["A"], shuffle: { options: false, questions: true } },
        );
        const [version] = arrange(still);
        expect(version?.sections.map(({ questions }) => questions.map(({ question }) => question))).toEqual(
          plain.map(({ questions }) => questions),
        );
      }),
    );
  });
});

describe("references", () => {
  const parts = [part("left", "open", {}), part("right", "single", choice(["yes", "no"], "no"))];
  const questions = [single("__proto__", ["u", "v", "w"]), question("pair", "parts", undefined, { parts })];

  test.each([
    { lang: "en", letters: "abc", second: "(b)" },
    { lang: "ru", letters: "абв", second: "(б)" },
  ])("name what each version prints, in the letters of $lang", ({ lang, letters, second }) => {
    const source = exam([section(questions, { shuffle: true })], { lang, versions: labels(8) });
    for (const version of arrange(source)) {
      const pair = printed(version, "pair");
      const other = printed(version, "__proto__");
      const letter = (item: Item, id: string) => letters[optionIds(item).indexOf(id)];
      const expected = new Map([
        ["__proto__", String(other.number)],
        ...["u", "v", "w"].map((id) => [`__proto__.${id}`, letter(other.question, id)] as const),
        ["pair", String(pair.number)],
        ["pair.left", `${pair.number} (${letters[0]})`],
        ["pair.right", `${pair.number} ${second}`],
        ...["yes", "no"].map((id) => [`pair.right.${id}`, letter(pair.parts[1]?.part as Item, id)] as const),
      ]);
      expect(new Map(Object.entries(version.references))).toEqual(expected);
    }
  });
});
