import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExam } from "../../src/build.ts";
import { builtInTemplates } from "../../src/read/template.ts";
import { drawPage } from "./draw-page.ts";
import { difference, expectPicture, TOLERANCE } from "./expect-picture.ts";

const LANGUAGES = ["es", "ar", "ja"];
const ROOT = join(import.meta.dirname, "../..");
const GALLERY = join(ROOT, "docs/gallery");

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "exam-gallery-"));
});
afterAll(() => rmSync(out, { recursive: true }));

const build = async (lang: string, template: string) => {
  const options = { cwd: ROOT, out: join(out, template), template, only: ["A"] };
  const { problems } = await buildExam(`test/gallery/${lang}.md`, options);
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  return (name: string) => readFileSync(join(out, template, lang, `${lang}-A${name}.pdf`));
};

describe.each(builtInTemplates())("the template %s prints as the gallery shows it", (template) => {
  test.each(LANGUAGES)("in %s", async (lang) => {
    const pdf = await build(lang, template);
    for (const [view, name] of Object.entries({ paper: "", key: "-key" })) {
      expectPicture(await drawPage(pdf(name), 1), join(GALLERY, `${template}-${lang}-${view}.png`));
    }
  });
});

test("the comparison notices a line that has moved by a pixel", () => {
  const page = (row: number) => {
    const png = new PNG({ width: 300, height: 300 });
    png.data.fill(255);
    for (let x = 50; x < 250; x++) png.data.set([0, 0, 0, 255], (row * 300 + x) * 4);
    return PNG.sync.write(png);
  };
  expect(difference(page(100), page(100))).toBe(0);
  expect(difference(page(100), page(101))).toBeGreaterThan(TOLERANCE);
});
