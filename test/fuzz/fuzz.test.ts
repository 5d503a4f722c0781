import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Judge, openJudge } from "./judge.ts";
import { anySource, EXAMS } from "./sources.ts";

let judge: Judge;
beforeAll(() => {
  judge = openJudge();
});
afterAll(() => judge.close());

test("an example exam as it is can be printed", async () => {
  expect(await judge.judge(readFileSync(join(EXAMS, "quiz5.md"), "utf8"))).toBe("printed");
});

// Longer: `npm run fuzz -- --minutes 10`.
test("no source makes the program fail or lets its key be seen", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anySource, async (source) => void (await judge.judge(source))),
    { numRuns: 100, endOnFailure: true },
  );
});
