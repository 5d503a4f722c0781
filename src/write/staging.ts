import { randomUUID } from "node:crypto";
import { rmdirSync, rmSync } from "node:fs";
import { mkdir, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** How the name of every staging folder begins. */
export const STAGING = ".exam-new-";

/** A hidden folder inside the output folder, on the same disk, where a build's files wait until all are there. */
export interface Staging {
  readonly path: string;
  /** Writes a file, through to the disk: a rename must never bring up a file that a power cut has emptied. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Its files begin to take their names: a process that exits from now on leaves the rest where it is, to be taken back. */
  keep(): void;
  /** Removes it with all that is in it, and the output folder where it was made for nothing. Never throws. */
  remove(): Promise<void>;
}

/** How the folders that are open are removed when this process exits; one listener for all, for there may be many builds. */
const open = new Set<() => void>();

function removeOpen(): void {
  for (const remove of open) remove();
}

/** Makes a staging folder in an output folder, and that one too where there is none. */
export async function openStaging(folder: string): Promise<Staging> {
  const made = await makeFolder(folder);
  const path = join(folder, `${STAGING}${randomUUID()}`);
  const removeAtExit = () => {
    rmSync(path, { recursive: true, force: true });
    if (made) removeEmptySync(folder, made);
  };
  const keep = () => {
    open.delete(removeAtExit);
    if (open.size === 0) process.removeListener("exit", removeOpen);
  };
  const staging: Staging = {
    path,
    add: (name, bytes) => writeFile(join(path, name), bytes, { flush: true }),
    keep,
    async remove() {
      keep();
      await rm(path, { recursive: true, force: true }).catch(() => {});
      if (made) await removeEmpty(folder, made).catch(() => {});
    },
  };
  if (open.size === 0) process.once("exit", removeOpen);
  open.add(removeAtExit);
  try {
    await mkdir(path);
  } catch (error) {
    await staging.remove();
    throw error;
  }
  return staging;
}

/**
 * Makes a folder and those above it; returns the topmost one it made. Node's own way hangs where a file system says of
 * every new folder that its parent is not there (/proc), and names the wrong reason on a disk that is read-only.
 */
async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    return await makeOne(folder);
  } catch (error) {
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === folder) throw error;
    const top = await makeFolder(above);
    const own = await makeOne(folder);
    return top ?? own;
  }
}

/** Undefined when the folder was there. */
async function makeOne(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    const there = await stat(folder).catch(() => undefined);
    if (there?.isDirectory()) return undefined;
    throw error;
  }
}

/** Removes a folder and those above it up to `top`, as far as they are empty. */
async function removeEmpty(folder: string, top: string): Promise<void> {
  await rmdir(folder);
  if (folder !== top) await removeEmpty(dirname(folder), top);
}

function removeEmptySync(folder: string, top: string): void {
  try {
    rmdirSync(folder);
    if (folder !== top) removeEmptySync(dirname(folder), top);
  } catch {
    // It is not empty.
  }
}
