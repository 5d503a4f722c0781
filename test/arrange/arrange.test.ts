import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { allQuestions, type Exam, type Item, type Question } from "../../src/model/exam.ts";
import { printedQuestions } from "../../src/model/version.ts";
import type { Choice } from "../../src/questions/choice/options.ts";
import { choice, exam, exams, labels, option, optionIds, part, printed, question, section, single } from "./exams.ts";

const withSettings = (source: Exam, settings: Partial<Exam["settings"]>): Exam => ({
  ...source,
  settings: { ...source.settings, ...settings },
});

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

describe("the options of a question", () => {
  test("stay as they are whatever happens to other questions", () => {
    const edits = fc.record({
      keep: fc.nat(),
      drop: fc.array(fc.nat(), { maxLength: 4 }),
      add: fc.array(fc.stringMatching(/^new-[a-z]{1,4}$/), { maxLength: 4 }),
      move: fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
      reword: fc.boolean(),
    });
    fc.assert(
      fc.property(exams, edits, (source, { keep, drop, add, move, reword }) => {
        const all = allQuestions(source);
        const kept = all[keep % all.length] as Question;
        const dropped = new Set(drop.map((index) => all[index % all.length]));
        const others = all
          .filter((one) => one !== kept && !dropped.has(one))
          .map((one) => (reword ? single(one.id, ["x", "y"]) : one));
        const fresh = [...new Set(add)].map((id) => single(id, ["u", "v", "w"]));
        const moved = [kept, ...others, ...fresh]
          .map((one, index) => ({ one, rank: move[index % move.length] as number }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const edited = { ...source, sections: [section(moved)] };
        const options = (of: Exam) => arrange(of).map((version) => printed(version, kept.id).question);
        expect(options(edited)).toEqual(options(source));
      }),
    );
  });

  test("go where they went when they are moved in the source", () => {
    const written = ["alpha", "beta", "gamma", "delta", "epsilon"];
    fc.assert(
      fc.property(fc.shuffledSubarray(written, { minLength: 5 }), fc.string(), (moved, seed) => {
        const print = (ids: readonly string[]) =>
          arrange(exam([section([single("q", ids, "gamma")])], { seed })).map((version) =>
            optionIds(printed(version, "q").question),
          );
        expect(print(moved)).toEqual(print(written));
      }),
    );
  });

  test("put the right one in each open place equally often and never twice running", () => {
    const cases = fc.record({
      free: fc.integer({ min: 1, max: 6 }),
      first: fc.nat(2),
      last: fc.nat(2),
      versions: fc.integer({ min: 1, max: 40 }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(cases, ({ free, first, last, versions, seed }) => {
        const body: Choice = {
          options: [
            ...Array.from({ length: free }, (_, index) => option(`o${index}`, index === 0)),
            ...Array.from({ length: first }, (_, index) => option(`f${index}`, false, "first")),
            ...Array.from({ length: last }, (_, index) => option(`l${index}`, false, "last")),
          ],
        };
        const source = exam([section([question("q", "single", body)])], { seed, versions: labels(versions) });
        const orders = arrange(source).map((version) => optionIds(printed(version, "q").question));
        const places = orders.map((ids) => ids.indexOf("o0"));
        for (let place = first; place < first + free; place++) {
          const times = places.filter((one) => one === place).length;
          expect([Math.floor(versions / free), Math.ceil(versions / free)]).toContain(times);
        }
        if (free > 1) expect(places.some((place, index) => place === places[index + 1])).toBe(false);
        for (const ids of orders) {
          expect(ids.slice(0, first)).toEqual(["f0", "f1"].slice(0, first));
          expect(ids.slice(first + free)).toEqual(["l0", "l1"].slice(0, last));
        }
      }),
    );
  });

  test("differ from question to question and from part to part", () => {
    const ids = Array.from({ length: 12 }, (_, index) => `o${index}`);
    const body = choice(ids, "o0");
    const parts = [part("a", "single", body), part("b", "single", body)];
    const pair = (id: string) => question(id, "parts", undefined, { parts });
    const source = exam([section([single("q", ids), single("r", ids), pair("s"), pair("t")])]);
    const orders = arrange(source)
      .flatMap(printedQuestions)
      .flatMap(({ question, parts }) =>
        question.kind === "parts" ? parts.map((one) => optionIds(one.part)) : [optionIds(question)],
      );
    expect(new Set(orders.map(String)).size).toBe(6 * source.settings.versions.length);
  });

  test("keep the source's order with shuffle=false, in parts too", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const body = choice(ids, "a");
    const source = exam(
      [
        section([
          question("whole", "single", body, { shuffle: false }),
          question("all", "parts", undefined, { shuffle: false, parts: [part("p", "single", body)] }),
          question("one", "parts", undefined, {
            parts: [part("still", "single", body, { shuffle: false }), part("moved", "single", body)],
          }),
        ]),
      ],
      { versions: labels(20) },
    );
    const moved = arrange(source).map((version) => {
      const orders = printedQuestions(version).flatMap(({ question, parts }) =>
        parts.length > 0 ? parts.map((one) => optionIds(one.part)) : [optionIds(question)],
      );
      expect(orders.slice(0, 3)).toEqual([ids, ids, ids]);
      return String(orders[3]);
    });
    expect(new Set(moved).size).toBeGreaterThan(5);
  });

  test("are shuffled with shuffle where the exam keeps the source's order, in parts too", () => {
    const body = choice(["a", "b", "c", "d", "e"], "a");
    const source = exam(
      [
        section([
          question("own", "single", body, { shuffle: true }),
          question("all", "parts", undefined, {
            shuffle: true,
            parts: [part("moved", "single", body), part("still", "single", body, { shuffle: false })],
          }),
          question("other", "single", body),
        ]),
      ],
      { versions: labels(20), shuffle: { options: false, questions: false } },
    );
    const orders = arrange(source).map((version) =>
      printedQuestions(version).flatMap(({ question, parts }) =>
        parts.length > 0 ? parts.map((one) => String(optionIds(one.part))) : [String(optionIds(question))],
      ),
    );
    const counts = [0, 1, 2, 3].map((index) => new Set(orders.map((ofVersion) => ofVersion[index])).size > 5);
    expect(counts).toEqual([true, true, false, false]);
  });
});

describe("the questions of a section", () => {
  const ids = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"];
  const questions = ids.map((id) => question(id, "open", { ownSpace: true }));
  const shuffled = { shuffle: { options: true, questions: true } };
  const orders = (source: Exam) =>
    arrange(source).map((version) =>
      version.sections.map(({ questions }) => questions.map(({ question }) => question.id)),
    );

  test("are shuffled only where the exam or the section says so", () => {
    const order = (settings: Partial<Exam["settings"]>, shuffle?: boolean) =>
      orders(exam([section(questions, shuffle === undefined ? {} : { shuffle })], settings))[0]?.[0];
    expect(order({})).toEqual(ids);
    expect(order(shuffled, false)).toEqual(ids);
    expect(order(shuffled)).not.toEqual(ids);
    expect(order({}, true)).toEqual(order(shuffled));
  });

  test("keep their relative order when another is added, removed or moved", () => {
    const sources = fc.record({
      seed: fc.string(),
      remain: fc.shuffledSubarray(questions, { minLength: 1 }),
      extra: fc.uniqueArray(fc.stringMatching(/^x[a-z]{1,4}$/), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(sources, ({ seed, remain, extra }) => {
        const edited = [...extra.map((id) => question(id, "open", {})), ...remain];
        const before = orders(exam([section(questions)], { ...shuffled, seed }));
        const after = orders(exam([section(edited)], { ...shuffled, seed }));
        const stayed = new Set(remain.map(({ id }) => id));
        const common = (order: string[][][]) => order.map((version) => version[0]?.filter((id) => stayed.has(id)));
        expect(common(after)).toEqual(common(before));
      }),
    );
  });

  test("stand first or last where they are pinned, several in the source's order", () => {
    fc.assert(
      fc.property(exams, (source) => {
        for (const { section: written, questions } of arrange(source).flatMap(({ sections }) => sections)) {
          if (!(written.shuffle ?? source.settings.shuffle.questions)) continue;
          const pinned = (pin: Question["pin"]) =>
            written.questions.filter((one) => one.pin === pin).map(({ id }) => id);
          const order = questions.map(({ question }) => question.id);
          const [first, last] = [pinned("first"), pinned("last")];
          expect(order.slice(0, first.length)).toEqual(first);
          expect(order.slice(order.length - last.length)).toEqual(last);
        }
      }),
    );
  });

  test("stay as they are: another order would reshuffle papers already printed", () => {
    const source = exam([section(questions)], shuffled);
    expect(orders(source).map(([order]) => order?.join(" "))).toMatchInlineSnapshot(`
      [
        "q4 q8 q5 q6 q7 q1 q2 q3",
        "q5 q8 q7 q3 q6 q1 q2 q4",
        "q6 q3 q7 q5 q2 q8 q1 q4",
        "q6 q8 q7 q4 q1 q5 q3 q2",
      ]
    `);
  });

  test("come in every order equally often", () => {
    const three = questions.slice(0, 3);
    const source = exam([section(three)], { ...shuffled, versions: labels(6_000) });
    const counts = new Map<string, number>();
    for (const [order] of orders(source)) counts.set(String(order), (counts.get(String(order)) ?? 0) + 1);
    expect(counts.size).toBe(6);
    // Five standard deviations of a count with mean 1,000.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(5 * Math.sqrt(1_000));
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
