import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import type {
  BuildOptions,
  BuildResult,
  CheckOptions,
  CheckResult,
  Exam,
  Kind,
  Problem,
  Progress,
  Summary,
  Version,
} from "../src/index.ts";
import * as library from "../src/index.ts";

test("the library has these names and no others", () => {
  expect(Object.keys(library).sort()).toEqual([
    "EnvironmentError",
    "WriteError",
    "buildExam",
    "checkExam",
    "defineKind",
  ]);
});

test("its types are these", () => {
  expectTypeOf(library.checkExam).parameter(1).toEqualTypeOf<CheckOptions | undefined>();
  expectTypeOf<CheckResult>().toEqualTypeOf<{
    readonly exam?: Exam;
    readonly versions: readonly Version[];
    readonly problems: readonly Problem[];
    readonly sources: ReadonlyMap<string, string>;
  }>();
  expectTypeOf(library.buildExam).returns.resolves.toEqualTypeOf<BuildResult>();
  expectTypeOf(library.buildExam).parameter(1).toExtend<Partial<BuildOptions> | undefined>();
  expectTypeOf<BuildResult["summary"]>().toEqualTypeOf<Summary>();
  expectTypeOf<Parameters<NonNullable<BuildOptions["onProgress"]>>>().toEqualTypeOf<[progress: Progress]>();
  expectTypeOf(library.defineKind<{ a: 1 }>)
    .parameter(0)
    .toEqualTypeOf<Kind<{ a: 1 }>>();
});

test("paths are relative to the folder that is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "library-"));
  try {
    writeFileSync(join(folder, "quiz.md"), "---\ntitle: Quiz\n---\n\n## {#q}\n\nWhy is the sky blue at noon?\n");
    const { exam, versions, problems, sources } = library.checkExam("quiz.md", { cwd: folder, versions: 2 });
    expect(problems).toEqual([]);
    expect(exam?.settings.title).toBe("Quiz");
    expect(versions.map(({ label }) => label)).toEqual(["A", "B"]);
    expect([...sources.keys()]).toEqual([exam?.sections[0]?.place.file]);
    expect(library.checkExam("nowhere.md", { cwd: folder }).problems).toMatchObject([{ rule: "missing-file" }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
