import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { cacheFolder } from "./print/cache-folder.ts";
import { program } from "./print/program.ts";
import { Store } from "./print/store.ts";

/** Some 3 MB for each command, and for each version of the program and of Node. */
const MOST_BYTES = 60_000_000;

/**
 * Loads a CommonJS script of the bundle with the code V8 made of it the last time this command ran, which is a fifth of what a
 * short command costs. A command that was done leaves what was made: the functions it called are in it too. Without a folder
 * to keep it in, and where another V8 made it, all is made anew.
 */
export function loadCompiled(url: URL): Promise<unknown> {
  const known = loaded.get(url.href) ?? load(url);
  loaded.set(url.href, known);
  return known;
}

const loaded = new Map<string, Promise<unknown>>();

async function load(url: URL): Promise<unknown> {
  const file = fileURLToPath(url);
  const { version, arch, execArgv, argv, env } = process;
  const store = program ? await Store.open(join(cacheFolder(env), "code"), program) : undefined;
  const key = store?.keyOf(version, arch, execArgv.join(" "), argv[2] ?? "");
  const [source, cachedData] = await Promise.all([readFile(file, "utf8"), key && store?.get(key)]);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (store && key && (!cachedData || script.cachedDataRejected))
    process.once("beforeExit", async (code) => {
      if (code !== 0) return;
      await store.put(key, script.createCachedData());
      await store.close(MOST_BYTES);
    });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(url), module, file, dirname(file));
  return module.exports;
}
