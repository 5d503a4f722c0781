import { randomUUID } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { writing } from "./write-error.ts";

/**
 * Gives a file new bytes in one step, so that at no time there is half of it. A link to it stays one, and its permissions
 * stay. Throws a `WriteError` that names the file as the user knows it, `shown`.
 */
export async function replaceFile(path: string, shown: string, bytes: Uint8Array): Promise<void> {
  await writing(shown, async () => {
    const real = await realpath(path);
    const { mode } = await stat(real);
    const fresh = join(dirname(real), `.${basename(real)}-${randomUUID()}`);
    try {
      await writeFile(fresh, bytes, { flag: "wx", flush: true });
      await chmod(fresh, mode);
      await rename(fresh, real);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  });
}
