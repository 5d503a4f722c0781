import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { takeBack } from "./install.ts";
import { STAGING } from "./staging.ts";

/** So many milliseconds no living build leaves its staging folder without a new file. */
const LONG = 60 * 60 * 1000;

/**
 * Clears an output folder of what killed builds left in it: takes back changes that were under way, and removes staging
 * folders that are older than an hour. Only for who has its turn there: so no living build has a change under way.
 */
export async function clearLeftBehind(folder: string, own: string): Promise<void> {
  // By the disk's own clock, which over a network need not be this machine's.
  const now = (await stat(own)).mtimeMs;
  for (const name of await readdir(folder)) {
    const staging = join(folder, name);
    if (!name.startsWith(STAGING) || staging === own) continue;
    await takeBack(folder, staging);
    if (await isOlder(staging, now - LONG)) await rm(staging, { recursive: true, force: true });
  }
}

/** False for one that is gone by now: its build has just ended. */
async function isOlder(path: string, time: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs < time,
    () => false,
  );
}
