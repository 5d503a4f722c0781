import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { allQuestions, type Exam, type Question } from "../../src/model/exam.ts";
import { printedQuestions } from "../../src/model/version.ts";
import type { Choice } from "../../src/questions/choice/options.ts";
import { choice, exam, exams, labels, option, optionIds, part, printed, question, section, single } from "./exams.ts";

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
