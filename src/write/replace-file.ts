import { randomUUID } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { writing } from "./write-error.ts";

/**
 * Gives a file new bytes in one step, so that at no time there is half of it; makes it where it is missing. A link to it
 * stays one, and its permissions stay. Throws a `WriteError` that names the file as the user knows it, `shown`.
 */
export async function replaceFile(path: string, shown: string, bytes: Uint8Array): Promise<void> {
  await writing(shown, async () => {
    const real = await realpath(path).catch(unlessMissing(path));
    const mode = await stat(real).then((stats) => stats.mode, unlessMissing(undefined));
    const fresh = join(dirname(real), `.${basename(real)}-${randomUUID()}`);
    try {
      await writeFile(fresh, bytes, { flag: "wx", flush: true });
      if (mode !== undefined) await chmod(fresh, mode);
      await rename(fresh, real);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  });
}

/** A handler that has a value for what is not there. */
function unlessMissing<Value>(value: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code !== "ENOENT") throw error;
    return value;
  };
}
