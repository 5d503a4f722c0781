import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { fencesOf } from "./fences.ts";

test("the problem the page shows is what its exam without an x gets", async () => {
  const fences = fencesOf("first-exam.md");
  const exam = fences.find(({ lang }) => lang === "markdown")?.text ?? "";
  const shown = fences.find(({ lang }) => lang === "text")?.text ?? "";
  const folder = mkdtempSync(join(tmpdir(), "first-"));
  try {
    writeFileSync(join(folder, "quiz.md"), exam.replace("[x]", "[ ]"));
    const io = fakeIo({ cwd: folder });
    expect(await run(["check", "quiz.md"], io)).toBe(1);
    expect(io.stderr.text()).toBe(`${shown}\n1 error in quiz.md\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
