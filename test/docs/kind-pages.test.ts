import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kindFolders, kindPage } from "../../docs/kind-pages.ts";
import { KIND_NAMES } from "../../src/model/settings.ts";
import { DOCS } from "./fences.ts";

// `npm run docs` writes them; any other run fails when they are stale.
test.each(kindFolders())("docs/kinds/%s.md is what its example says", async (folder) => {
  await expect(kindPage(folder)).toMatchFileSnapshot(join(DOCS, "kinds", `${folder}.md`));
});

test("every kind has its page, and no page is left of a kind that is gone", () => {
  const pages = kindFolders().map((folder) => `${folder}.md`);
  const written = readdirSync(join(DOCS, "kinds")).filter((file) => file.endsWith(".md"));
  expect(written.sort()).toEqual(pages);
  const named = pages.flatMap((page) => {
    const line = /^Kinds?: (.*)$/m.exec(readFileSync(join(DOCS, "kinds", page), "utf8"))?.[1] ?? "";
    return [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  });
  expect(named.sort()).toEqual([...KIND_NAMES].sort());
});
