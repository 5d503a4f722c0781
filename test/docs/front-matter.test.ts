import { join } from "node:path";
import { expect, test } from "vitest";
import { frontMatterPage, frontMatterSchema } from "../../docs/front-matter-page.ts";
import { KIND_NAMES } from "../../src/model/settings.ts";
import { DOCS } from "./fences.ts";

// `npm run docs` writes them; any other run fails when they are stale.
test("docs/front-matter.schema.json is what the schema says", async () => {
  const text = `${JSON.stringify(frontMatterSchema(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(DOCS, "front-matter.schema.json"));
});

test("docs/front-matter.md is what the schema says", async () => {
  await expect(frontMatterPage()).toMatchFileSnapshot(join(DOCS, "front-matter.md"));
});

test("every key says what it means and what is expected", () => {
  const { properties = {}, required } = frontMatterSchema();
  expect(required).toEqual(["title"]);
  for (const [key, { title, description }] of Object.entries(properties)) {
    expect(title, key).toMatch(/^\S.*[^.]$/);
    expect(description, key).toMatch(/^[A-Z].*[.`]$/s);
  }
  expect(JSON.stringify(properties.points)).toContain(KIND_NAMES.at(-1));
});
