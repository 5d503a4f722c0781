import { createHash, randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { lstat, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Bytes that are kept; what was not used for longest goes first. */
const MOST_BYTES = 1_000_000_000;

const DIGEST_LENGTH = 32;

/**
 * Things that were made, by the hash of all they were made from, in a folder that is the user's alone. Several programs may
 * use it at once. What is damaged, and what cannot be read or written, is as if it had never been kept.
 */
export class Store {
  readonly #folder: string;
  readonly #program: string;
  readonly #reads: boolean;
  /** Bytes kept since it was opened. */
  #written = 0;
  /** What is being written, by its key. */
  readonly #unfinished = new Map<string, Promise<void>>();

  /**
   * Opens the store in a folder; undefined where that cannot be made or belongs to others too.
   *
   * @param program - What makes the things; those of another one are not found.
   * @param reads - Whether anything is ever found: without it all is made anew, and kept.
   */
  static async open(folder: string, program: string, reads = true): Promise<Store | undefined> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { mode, uid } = await lstat(folder);
      const isOwn = process.platform === "win32" || (uid === process.getuid?.() && (mode & 0o077) === 0);
      return isOwn ? new Store(folder, program, reads) : undefined;
    } catch {
      return undefined;
    }
  }

  private constructor(folder: string, program: string, reads: boolean) {
    this.#folder = folder;
    this.#program = program;
    this.#reads = reads;
  }

  /** The key of what is made from these parts. */
  keyOf(...parts: readonly (string | Uint8Array)[]): string {
    const hash = createHash("sha256");
    for (const part of [this.#program, ...parts]) {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      // With its length before it, no part can be taken for another one.
      hash.update(`${bytes.byteLength}\n`).update(bytes);
    }
    return hash.digest("hex");
  }

  async get(key: string): Promise<Buffer | undefined> {
    if (!this.#reads) return undefined;
    await this.#unfinished.get(key);
    const path = join(this.#folder, key);
    try {
      const file = await readFile(path);
      const bytes = file.subarray(DIGEST_LENGTH);
      if (!digest(bytes).equals(file.subarray(0, DIGEST_LENGTH))) return undefined;
      const now = new Date();
      await utimes(path, now, now);
      return bytes;
    } catch {
      return undefined;
    }
  }

  /** Keeps something; where it cannot be kept, nothing happens. Whoever asks for it waits, and so does `close`. */
  put(key: string, bytes: Uint8Array): Promise<void> {
    const written = this.#write(key, bytes).finally(() => this.#unfinished.delete(key));
    this.#unfinished.set(key, written);
    return written;
  }

  async #write(key: string, bytes: Uint8Array): Promise<void> {
    const unfinished = join(this.#folder, `${UNFINISHED}${randomUUID()}`);
    try {
      await writeFile(unfinished, Buffer.concat([digest(bytes), bytes]), { flag: "wx", mode: 0o600 });
      await rename(unfinished, join(this.#folder, key));
      this.#written += DIGEST_LENGTH + bytes.byteLength;
    } catch {
      await rm(unfinished, { force: true }).catch(() => {});
    }
  }

  /** Makes room for the next, where a tenth of what is kept may have come since that was last done. */
  async close(mostBytes = MOST_BYTES): Promise<void> {
    await Promise.all(this.#unfinished.values());
    if (this.#written === 0) return;
    const tally = join(this.#folder, TALLY);
    const since = Number(await readFile(tally, "utf8").catch(() => mostBytes)) + this.#written;
    const isRoomy = since < mostBytes / 10;
    await writeFile(tally, isRoomy ? `${since}` : "0", { mode: 0o600 }).catch(() => {});
    if (!isRoomy) await this.#makeRoom(0.9 * mostBytes);
  }

  async #makeRoom(mostBytes: number): Promise<void> {
    const entries = await readdir(this.#folder).catch(() => []);
    const files = entries.map((name) => {
      const path = join(this.#folder, name);
      const { size, mtimeMs } = lookAt(path);
      return { path, size, mtimeMs, isAbandoned: name.startsWith(UNFINISHED) && Date.now() - mtimeMs > HOUR };
    });
    let bytes = 0;
    for (const { path, size, isAbandoned } of files.sort((one, other) => other.mtimeMs - one.mtimeMs)) {
      bytes += size;
      if (bytes > mostBytes || isAbandoned) await rm(path, { force: true }).catch(() => {});
    }
  }
}

/** At once: of thousands of files, waiting for each would take ten times as long. */
function lookAt(path: string): { readonly size: number; readonly mtimeMs: number } {
  try {
    return statSync(path);
  } catch {
    return { size: 0, mtimeMs: 0 };
  }
}

/** A file with the number of bytes that came since room was made. */
const TALLY = "tally";
const UNFINISHED = "unfinished-";
const HOUR = 3_600_000;

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
