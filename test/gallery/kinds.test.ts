import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kindFolders } from "../../docs/kind-pages.ts";
import { buildExam } from "../../src/build.ts";
import { drawPage } from "./draw-page.ts";
import { expectPicture } from "./expect-picture.ts";

const ROOT = join(import.meta.dirname, "../..");

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "exam-kinds-"));
});
afterAll(() => rmSync(out, { recursive: true }));

test.each(kindFolders())("the example of %s prints as its page shows it", async (folder) => {
  const options = { cwd: ROOT, out: join(out, folder), only: ["A"] };
  const { problems } = await buildExam(`src/questions/${folder}/example.md`, options);
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  for (const [view, name] of Object.entries({ paper: "", key: "-key" })) {
    const pdf = readFileSync(join(out, folder, "example", `example-A${name}.pdf`));
    expectPicture(await drawPage(pdf, 1), join(ROOT, "docs/kinds", `${folder}-${view}.png`));
  }
});
