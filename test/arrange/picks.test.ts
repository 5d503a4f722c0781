import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import type { Pool, Question } from "../../src/model/exam.ts";
import { sampleQuestions, totalPoints } from "../../src/model/exam.ts";
import { printedQuestions, type Version } from "../../src/model/version.ts";
import { exam, labels, optionIds, section, single } from "./exams.ts";

const place = { file: "exam.md", start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

function pool(questions: readonly Question[], pick: number, more: Partial<Pool> = {}): Pool {
  return { place, pick, perVersion: false, questionIds: questions.map(({ id }) => id), level: 0, ...more };
}

/** Questions q0, q1 … with these difficulties. */
function withDifficulties(difficulties: readonly (number | undefined)[]): Question[] {
  return difficulties.map((difficulty, index) => ({
    ...single(`q${index}`, ["a", "b", "c", "d"]),
    ...(difficulty !== undefined && { difficulty }),
  }));
}

function idsOf(version: Version): string[] {
  return printedQuestions(version).map(({ question }) => question.id);
}

/** The picks of so many versions from all questions. */
function picksFrom(questions: readonly Question[], of: Pool, versions: number, seed = "s"): string[][] {
  const sections = [section(questions, { pools: [of] })];
  return arrange(exam(sections, { seed, versions: labels(versions) })).map(idsOf);
}

const many = (least: number) => fc.integer({ min: least, max: 14 });
const seeds = fc.string({ maxLength: 5 });

describe("a pick for all versions", () => {
  test("has as many questions as were asked for, the same in every version and in the source's order", () => {
    fc.assert(
      fc.property(many(1), fc.nat(), fc.nat(8), seeds, (count, some, versions, seed) => {
        const questions = withDifficulties(Array(count).fill(undefined));
        const pick = 1 + (some % count);
        const [first, ...others] = picksFrom(questions, pool(questions, pick), versions + 1, seed);
        expect(first).toHaveLength(pick);
        expect(first).toEqual(questions.map(({ id }) => id).filter((id) => first?.includes(id)));
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });

  test("takes each question about as often as any other, over seeds", () => {
    const questions = withDifficulties(Array(6).fill(undefined));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 600; seed++) {
      for (const id of picksFrom(questions, pool(questions, 2), 1, `seed ${seed}`)[0] ?? [])
        times.set(id, (times.get(id) ?? 0) + 1);
    }
    expect([...times.values()].every((count) => count > 150 && count < 250)).toBe(true);
    expect(times.size).toBe(6);
  });
});

describe.each([false, true])("an edit beside a pick (per version: %s)", (perVersion) => {
  const cases = fc.record({ count: many(3), some: fc.nat(), at: fc.nat(), seed: seeds });
  const setup = ({ count, some, at }: { count: number; some: number; at: number }) => {
    const questions = withDifficulties(Array(count).fill(undefined));
    return { questions, pick: 1 + (some % (count - 1)), one: questions[at % count] as Question };
  };
  const difference = (one: readonly string[], other: readonly string[]) => one.filter((id) => !other.includes(id));

  test("changes one question at most for one that comes or goes", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { questions, pick, one } = setup(given);
        const fewer = questions.filter((question) => question !== one);
        // With several versions, one that would be like the one before draws again.
        const [whole] = picksFrom(questions, pool(questions, pick, { perVersion }), 1, given.seed);
        const [without] = picksFrom(fewer, pool(fewer, pick, { perVersion }), 1, given.seed);
        if (!whole?.includes(one.id)) expect(without).toEqual(whole);
        else expect(difference(whole, without ?? [])).toEqual([one.id]);
      }),
    );
  });

  test("changes nothing for one that is moved or reworded, and no option of any other", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { questions, pick, one } = setup(given);
        const edited = [
          ...questions.filter((question) => question !== one),
          { ...one, stem: [{ type: "paragraph" as const, children: [] }] },
        ];
        const print = (written: readonly Question[]) =>
          arrange(exam([section(written, { pools: [pool(written, pick, { perVersion })] })], { seed: given.seed })).map(
            (version) =>
              Object.fromEntries(printedQuestions(version).map(({ question }) => [question.id, optionIds(question)])),
          );
        expect(print(edited)).toEqual(print(questions));
      }),
    );
  });

  test("changes no version for another one at the end", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 6 }), (given, versions) => {
        const { questions, pick } = setup(given);
        const picks = (count: number) => picksFrom(questions, pool(questions, pick, { perVersion }), count, given.seed);
        expect(picks(versions + 3).slice(0, versions)).toEqual(picks(versions));
      }),
    );
  });
});

describe("a pick for each version", () => {
  test("differs between neighbours wherever there is another", () => {
    fc.assert(
      fc.property(many(2), fc.nat(), seeds, (count, some, seed) => {
        const questions = withDifficulties(Array(count).fill(undefined));
        const picks = picksFrom(questions, pool(questions, 1 + (some % (count - 1)), { perVersion: true }), 8, seed);
        for (const [index, pick] of picks.slice(1).entries()) expect(pick).not.toEqual(picks[index]);
      }),
    );
  });

  test("is as difficult in sum as in every other version, by the sum that most picks have", () => {
    const difficulty = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(0.1, 0.2, 0.3, 1.5, 2.25, -1));
    fc.assert(
      fc.property(fc.array(difficulty, { minLength: 2, maxLength: 9 }), fc.nat(), seeds, (difficulties, some, seed) => {
        const questions = withDifficulties(difficulties);
        const pick = 1 + (some % questions.length);
        const sumOf = (ids: readonly string[]) =>
          ids.reduce((sum, id) => sum + Math.round(100 * (difficulties[Number(id.slice(1))] as number)), 0);
        const picks = picksFrom(questions, pool(questions, pick, { perVersion: true }), 6, seed);
        for (const ids of picks) expect(ids).toHaveLength(pick);
        const sums = new Set(picks.map(sumOf));
        expect(sums.size).toBe(1);

        const ways = new Map<number, number>();
        for (const ids of choices(
          questions.map(({ id }) => id),
          pick,
        ))
          ways.set(sumOf(ids), (ways.get(sumOf(ids)) ?? 0) + 1);
        const [own] = sums;
        expect(ways.get(own as number)).toBe(Math.max(...ways.values()));
        if (Math.max(...ways.values()) > 1) expect(new Set(picks.map(String)).size).toBeGreaterThan(1);
      }),
    );
  });

  test("is of 1 and 4, or of 2 and 3", () => {
    const questions = withDifficulties([1, 2, 3, 4]);
    const picks = picksFrom(questions, pool(questions, 2, { perVersion: true }), 4);
    expect(new Set(picks.map(String))).toEqual(new Set(["q0,q3", "q1,q2"]));
  });

  test("is found in a large pool, and the same for all where difficulties are too fine to compare", {
    timeout: 20_000,
  }, () => {
    const coarse = withDifficulties(Array.from({ length: 200 }, (_, index) => 1 + (index % 5)));
    const picks = picksFrom(coarse, pool(coarse, 40, { perVersion: true }), 20);
    const sums = picks.map((ids) => ids.reduce((sum, id) => sum + (coarse[Number(id.slice(1))]?.difficulty ?? 0), 0));
    expect(new Set(sums).size).toBe(1);
    expect(new Set(picks.map(String)).size).toBe(20);

    const fine = withDifficulties(Array.from({ length: 200 }, (_, index) => Math.sqrt(index)));
    expect(new Set(picksFrom(fine, pool(fine, 40, { perVersion: true }), 20).map(String)).size).toBe(1);
  });

  test("leaves difficulty alone where a question says nothing of it", () => {
    const questions = withDifficulties([1, 5, undefined, 9]);
    const picks = picksFrom(questions, pool(questions, 1, { perVersion: true }), 40);
    expect(new Set(picks.flat()).size).toBe(4);
  });
});

describe("pools", () => {
  test("inside each other are picked from inwards out", () => {
    const questions = withDifficulties(Array(9).fill(undefined));
    const inner = [pool(questions.slice(0, 3), 1), pool(questions.slice(3, 6), 1)];
    const outer = pool(questions, 3, { level: 1 });
    for (let seed = 0; seed < 50; seed++) {
      const source = exam([section(questions, { pools: [...inner, outer] })], { seed: `${seed}` });
      const [first, ...others] = arrange(source).map(idsOf);
      expect(first).toHaveLength(3);
      expect(first?.filter((id) => id < "q3").length).toBeLessThan(2);
      expect(first?.filter((id) => id >= "q3" && id < "q6").length).toBeLessThan(2);
      for (const other of others) expect(other).toEqual(first);
      expect(sampleQuestions(source)).toHaveLength(3);
      expect(totalPoints(source)).toBe(3);
    }
  });

  test("beside each other and among other questions stay in their section", () => {
    const questions = withDifficulties(Array(8).fill(undefined));
    const [a, b] = [pool(questions.slice(1, 4), 2), pool(questions.slice(4, 7), 1, { perVersion: true })];
    const other = single("z", ["a", "b"]);
    const sections = [section(questions, { pools: [a, b], shuffle: true }), section([other])];
    for (const version of arrange(exam(sections))) {
      const [first, second] = version.sections.map(({ questions }) => questions.map(({ question }) => question.id));
      expect(first).toHaveLength(5);
      expect(first).toEqual(expect.arrayContaining(["q0", "q7"]));
      expect(second).toEqual(["z"]);
      expect(printedQuestions(version).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });
});

/** All ways to choose so many of some things. */
function choices(things: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return things.flatMap((thing, index) =>
    choices(things.slice(index + 1), count - 1).map((others) => [thing, ...others]),
  );
}
