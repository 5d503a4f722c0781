import { join } from "node:path";
import { expect, test } from "vitest";
import { rulesPage } from "../../docs/rules-page.ts";

// `npm run docs` writes the page; any other run fails when it is stale.
test("docs/rules.md is what the rules say", async () => {
  await expect(rulesPage()).toMatchFileSnapshot(join(import.meta.dirname, "../../docs/rules.md"));
});
