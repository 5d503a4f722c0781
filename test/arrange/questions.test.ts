import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import type { Exam, Question } from "../../src/model/exam.ts";
import { exam, exams, labels, question, section } from "./exams.ts";

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
