import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { expect, onTestFinished, test } from "vitest";
import { buildExam } from "../../src/build.ts";
import { drawPage } from "./draw-page.ts";
import { expectPicture } from "./expect-picture.ts";

const ROOT = join(import.meta.dirname, "../..");

test("a page of a paper and of its key print as the README shows them", async () => {
  const out = mkdtempSync(join(tmpdir(), "exam-readme-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const { problems } = await buildExam("exams/physics.md", { cwd: ROOT, out, only: ["A"] });
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  const draw = (name: string) => drawPage(readFileSync(join(out, "physics", name)), 2);
  const picture = beside(await draw("physics-A.pdf"), await draw("physics-A-key.pdf"));
  expectPicture(picture, join(ROOT, "docs/images/paper-and-key.png"));
});

/** Two pages side by side on a grey ground. */
function beside(paper: Buffer, key: Buffer): Buffer {
  const [left, right] = [PNG.sync.read(paper), PNG.sync.read(key)];
  const MARGIN = 24;
  const width = left.width + right.width + 3 * MARGIN;
  const height = left.height + 2 * MARGIN;
  const png = new PNG({ width, height });
  png.data.fill(204);
  PNG.bitblt(left, png, 0, 0, left.width, left.height, MARGIN, MARGIN);
  PNG.bitblt(right, png, 0, 0, right.width, right.height, left.width + 2 * MARGIN, MARGIN);
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 9, filterType: 0 });
}
