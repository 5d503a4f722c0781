import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM_IS_PACKAGED, unpackChromium } from "../src/print/unpack-chromium.ts";

/**
 * Before all tests: gives them, and the programs they start, a cache folder of their own with nothing in it but the browser.
 * So they neither find nor change what their user has printed. It is gone when the run ends, however it does.
 */
export default async function ownCache(): Promise<void> {
  const cache = mkdtempSync(join(tmpdir(), "exam-tests-"));
  process.once("exit", () => rmSync(cache, { recursive: true, force: true }));
  process.env.XDG_CACHE_HOME = cache;
  if (CHROMIUM_IS_PACKAGED) await unpackChromium(process.env);
}
