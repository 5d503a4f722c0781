import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/check/index.ts";
import { told } from "./examined.ts";

/** Where each rule speaks about its bad examples. */
const LINES: Readonly<Record<string, readonly number[]>> = {
  "duplicate-field": [3],
  "duplicate-id": [9],
  "duplicate-stem": [11],
  "empty-question": [6, 8, 9],
  "fragile-reference": [11, 11, 11],
  "grammatical-cue": [10],
  "idle-pin": [5],
  "last-option": [9],
  "letter-run": [41],
  "longest-answer": [10],
  "lopsided-key": [2],
  math: [7],
  "missing-alt": [9],
  "near-duplicate-options": [10],
  "negative-stem": [7, 8],
  "overlapping-options": [11, 11],
  "pick-alike": [6],
  "pick-difficulty": [5],
  "pick-points": [5],
  "points-total": [3],
  "question-count": [3],
  reference: [7],
  "rubric-sum": [10],
  "same-options": [10],
  "unprinted-title": [7],
  "untitled-question": [5],
};

describe.each(RULES)("$id", ({ id, bad, good }) => {
  test.each([bad].flat().map((source, index) => ({ source, index })))(
    "finds bad example $index and nothing else in it",
    ({ source, index }) => {
      expect(told(source)).toEqual([`${id} ${LINES[id]?.[index]}`]);
    },
  );

  test.each([good].flat())("is silent on a good example", (source) => expect(told(source)).toEqual([]));
});

test("every rule is listed, by id", () => {
  const folder = join(import.meta.dirname, "../../src/check");
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
  expect(RULES.map(({ id }) => id)).toEqual(files.filter((file) => RULES.some(({ id }) => id === file)));
});
