import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openUrl } from "../../src/preview/open-url.ts";

const URL = "http://127.0.0.1:8765/a&b;$(touch x)/";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "exam-open-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the address is handed to what opens addresses, and to no shell", async () => {
  const opener = join(folder, process.platform === "darwin" ? "open" : "xdg-open");
  writeFileSync(
    opener,
    `#!/bin/sh\nprintf %s "$1" > "${folder}/asked.part"\nmv "${folder}/asked.part" "${folder}/asked"\n`,
  );
  chmodSync(opener, 0o755);
  expect(await openUrl(URL, { PATH: `${folder}:/usr/bin:/bin` })).toBe(true);
  await vi.waitUntil(() => existsSync(join(folder, "asked")), { timeout: 20_000 });
  expect(readFileSync(join(folder, "asked"), "utf8")).toBe(URL);
});

test("where there is nothing to open it with, that is known", async () => {
  expect(await openUrl(URL, { PATH: folder })).toBe(false);
});
