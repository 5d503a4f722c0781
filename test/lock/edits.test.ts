import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLock } from "../../src/lock/compare-lock.ts";
import { lockText, parseLock } from "../../src/lock/lock-text.ts";
import type { Problem } from "../../src/model/problem.ts";
import { sourceText } from "../../src/model/source-text.ts";
import { printedQuestions } from "../../src/model/version.ts";
import { edits, models, sourceOf } from "./edited-exams.ts";
import { type Dealt, deal } from "./locked-exam.ts";

/** A paper's page but for white space that nobody sees: where lines end, and what a comment leaves. */
const paper = (dealt: Dealt, label: string) =>
  dealt
    .html(label)
    .replace(/\s+/g, " ")
    .replace(/ ?(<[^>]*>) ?/g, "$1");

const answers = ({ versions }: Dealt, label: string) =>
  versions
    .filter((version) => version.label === label)
    .flatMap(printedQuestions)
    .map(({ answer }) => answer?.text);

test("every edit that changes a paper is told, and no other", () => {
  const seen = { changed: 0, kept: 0 };
  fc.assert(
    fc.property(models, edits, (model, edit) => {
      const before = deal(sourceOf(model));
      const after = deal(sourceOf(edit(model)));
      const lock = before.lock();
      for (const { label } of before.versions) {
        const stays = after.versions.some((version) => version.label === label);
        const isChanged = !stays || paper(before, label) !== paper(after, label);
        const isAnswered = stays && answers(before, label).join("\n") !== answers(after, label).join("\n");
        const { plan, digestOf } = after;
        const told = compareLock(lock, { plan, digestOf, only: [label] });
        const ofPaper = told.filter(({ rule }) => rule !== "locked-answer");
        expect(ofPaper.length > 0, JSON.stringify(told)).toBe(isChanged);
        expect(told.every(({ severity }) => severity === "error")).toBe(true);
        expect(told.filter(({ message }) => message.includes("it would look different"))).toEqual([]);
        if (isAnswered) expect(told).not.toEqual([]);
        // By its words alone too, but for the look.
        const byWords = compareLock(lock, { plan, only: [label] });
        const withoutLook = (problems: readonly Problem[]) => problems.filter(({ rule }) => rule !== "locked-look");
        expect(withoutLook(byWords)).toEqual(withoutLook(told));
        seen[isChanged ? "changed" : "kept"]++;
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
});

test("a lock is read back as it was written, and nothing is said of the same exam", () => {
  fc.assert(
    fc.property(models, (model) => {
      const dealt = deal(sourceOf(model));
      const lock = dealt.lock();
      const read = parseLock(sourceText("quiz.lock.json", lockText(lock)), "quiz", (problem) => {
        throw new Error(problem.message);
      });
      expect(read).toEqual(lock);
      expect(compareLock(lock, deal(sourceOf(model)))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
