import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkExam } from "../../src/index.ts";
import type { Problem } from "../../src/model/problem.ts";
import { type ExamFolder, examFolder } from "../build/exam-folder.ts";
import { edits, models, sourceOf } from "./edited-exams.ts";

const QUICK = { verify: false, key: false } as const;

/** Digests of the papers that lie in a folder, by version. */
function papers(folder: ExamFolder): Map<string, string> {
  const names = folder.written().filter((name) => /^quiz-[A-Z]\.pdf$/.test(name));
  return new Map(names.map((name) => [name, createHash("sha256").update(folder.bytes(name)).digest("hex")]));
}

/** Whether something is said of a printed paper; that another answer is right is said of its key. */
const isTold = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.some(({ severity, rule }) => severity === "error" && rule !== "locked-answer");

test("a build of a locked exam fails if and only if a paper is another print", { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(models, edits, async (model, edit) => {
      const folder = examFolder({ "quiz.md": sourceOf(model) });
      const lockPath = join(folder.path, "quiz.lock.json");
      try {
        await folder.build({ ...QUICK, lock: "write" });
        const printed = papers(folder);
        const lock = readFileSync(lockPath);
        rmSync(lockPath);
        writeFileSync(join(folder.path, "quiz.md"), sourceOf(edit(model)));
        expect(isTold(await folder.build(QUICK))).toBe(false);
        const now = papers(folder);
        const isChanged = [...printed].some(([name, sha256]) => now.get(name) !== sha256);

        writeFileSync(lockPath, lock);
        expect(isTold(await folder.build(QUICK))).toBe(isChanged);
        // Without a browser a check is in doubt about some looks, and then says so.
        if (isChanged) expect(isTold(checkExam("quiz.md", { cwd: folder.path }))).toBe(true);
      } finally {
        folder.remove();
      }
    }),
    { numRuns: 5 },
  );
});
