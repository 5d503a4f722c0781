import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";
import { cacheFolder } from "./cache-folder.ts";

/** The Chromium of the npm package `@sparticuz/chromium`, ready to be started. */
export interface UnpackedChromium {
  readonly executable: string;
  /** Libraries Chromium links to, for machines that have none of them. */
  readonly libraries: string;
  /** Variables it is started with: it knows no fonts but those of the package, so papers are the same on every machine. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder to be removed when the printer closes; only where no cache folder could be written. */
  readonly temporary?: string;
}

/** The package is built for one kind of machine. */
export const CHROMIUM_IS_PACKAGED = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks the packaged Chromium into the user's own cache folder, once for each version of the package.
 *
 * Two runs may do so at once and a run may be killed midway: a folder appears under its final name complete or not at all.
 * Where the cache folder cannot be written, a private temporary folder is used for this run.
 */
export async function unpackChromium(env: NodeJS.ProcessEnv): Promise<UnpackedChromium> {
  const archives = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../../bin");
  const cache = cacheFolder(env);
  const folder = join(cache, `chromium-${await fingerprint(archives)}`);
  if (existsSync(folder)) return inFolder(folder);
  const unfinished = join(cache, `${UNFINISHED}${randomUUID()}`);
  try {
    await mkdir(cache, { recursive: true });
    await mkdir(unfinished);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    const temporary = await mkdtemp(join(tmpdir(), "exam-chromium-"));
    try {
      await unpackInto(archives, temporary);
    } catch (failure) {
      await rm(temporary, { recursive: true, force: true });
      throw failure;
    }
    return { ...inFolder(temporary), temporary };
  }
  try {
    await removeAbandoned(cache);
    await unpackInto(archives, unfinished);
    await rename(unfinished, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return inFolder(folder);
}

const UNFINISHED = "unfinished-";

function inFolder(folder: string): UnpackedChromium {
  return {
    executable: join(folder, "chromium"),
    libraries: join(folder, "lib"),
    // What fontconfig knows of its fonts it writes to the cache folder.
    env: { FONTCONFIG_FILE: join(folder, "fonts.conf"), XDG_CACHE_HOME: folder },
  };
}

/** Names the package's content without reading its 66 MB at every start: its version, and size and end of each archive. */
async function fingerprint(archives: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(archives, "../package.json"), "utf8"));
  const hash = createHash("sha256").update(FONTCONFIG);
  for (const archive of ["chromium.br", "al2023.tar.br", "fonts.tar.br"]) {
    const file = await open(join(archives, archive));
    try {
      const { size } = await file.stat();
      const end = await file.read(Buffer.alloc(4096), 0, 4096, Math.max(0, size - 4096));
      hash.update(`${archive} ${size}\n`).update(end.buffer);
    } finally {
      await file.close();
    }
  }
  return `${version}-${hash.digest("hex").slice(0, 12)}`;
}

async function unpackInto(archives: string, folder: string): Promise<void> {
  const executable = join(folder, "chromium");
  const decompressed = (archive: string) =>
    [createReadStream(join(archives, archive)), createBrotliDecompress()] as const;
  await Promise.all([
    pipeline(...decompressed("chromium.br"), createWriteStream(executable)),
    pipeline(...decompressed("al2023.tar.br"), extract(folder)),
    pipeline(...decompressed("fonts.tar.br"), extract(folder)),
  ]);
  await chmod(executable, 0o755);
  await writeFile(join(folder, "fonts.conf"), FONTCONFIG);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await sync(join(entry.parentPath, entry.name));
  await sync(folder);
}

/** `prefix="relative"` counts from this file. */
const FONTCONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/** Brings a file or folder to the disk, so that a power cut after the rename cannot leave a hollow one behind. */
async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what runs killed midway left behind; an hour is far more than unpacking ever takes. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(cache, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

function isUnwritable(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}
