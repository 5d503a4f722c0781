import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildExam } from "../../src/build.ts";
import { drawPage } from "./draw-page.ts";
import { expectPicture } from "./expect-picture.ts";

const ROOT = join(import.meta.dirname, "../..");

test("content of every make stands where it stood", async () => {
  const out = mkdtempSync(join(tmpdir(), "exam-content-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const { problems } = await buildExam("test/gallery/content.md", { cwd: ROOT, out, only: ["A"], key: false });
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  const pdf = readFileSync(join(out, "content/content-A.pdf"));
  for (const page of [1, 2, 3, 4])
    expectPicture(await drawPage(pdf, page), join(import.meta.dirname, `content-${page}.png`));
});
