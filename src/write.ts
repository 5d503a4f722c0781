import { join, resolve } from "node:path";
import type { OutFile } from "./model/out-file.ts";
import { checkFileName } from "./write/file-name.ts";
import { install, isStuck } from "./write/install.ts";
import { clearLeftBehind } from "./write/left-behind.ts";
import { openStaging, type Staging } from "./write/staging.ts";
import { staleFiles } from "./write/stale.ts";
import { inTurn } from "./write/turn.ts";
import { WriteError, writing } from "./write/write-error.ts";

export { WriteError };

/** Where an exam's results go: into `<out>/<exam>/`. */
export interface Destination {
  /** As the user named it; relative to `cwd`. Made where it is missing. */
  readonly out: string;
  /** The exam's name. */
  readonly exam: string;
  /** Absolute path of the working directory. */
  readonly cwd: string;
}

/** The file that tells what the others are: it is the last to change. */
const MANIFEST = "manifest.json";

/**
 * Writes the results of one build, all of them or none; returns their paths, beginning with `out`, in the order given.
 *
 * Files wait in a hidden folder until the last is there, then take their names one after the other, the manifest last.
 * What an earlier build wrote and this one does not is removed. What holds:
 * - A build that fails or is stopped leaves the folder as it was, without a trace.
 * - No file is ever half written. One that is open in a viewer stays readable there.
 * - Builds into one folder change it one after the other: it holds the whole of the one that came last.
 * - Killed (SIGKILL, power cut) within the milliseconds of renaming, a build may leave new files beside old ones. The
 *   manifest then names other bytes than are there, so `exam verify` tells; the next build first takes it all back. It
 *   waits ten seconds for a sign of life before. A process frozen for longer there, and woken, is not guarded against.
 *
 * @param files - Written as they come, so they need not all be in memory; what their source throws is passed on.
 * @param signal - Stops the build up to the moment of renaming, which is never left half way; its reason is thrown.
 * @throws {WriteError} when the disk is full or read-only, something is in the way, or a name cannot be a file's.
 */
export async function writeOutput(
  { out, exam, cwd }: Destination,
  files: Iterable<OutFile> | AsyncIterable<OutFile>,
  signal?: AbortSignal,
): Promise<string[]> {
  signal?.throwIfAborted();
  checkFileName(exam);
  const shown = join(out, exam);
  const folder = resolve(cwd, shown);
  const staging = await writing(shown, () => openStaging(folder));
  try {
    const names = await stage(files, staging, shown, signal);
    staging.keep();
    const fresh = [...names.filter((name) => name !== MANIFEST), ...names.filter((name) => name === MANIFEST)];
    const change = async () => {
      await clearLeftBehind(folder, staging.path);
      const stale = await staleFiles(folder, exam, fresh);
      await install({ folder, shown, staging: staging.path, stale, fresh });
    };
    await writing(shown, () => inTurn(folder, change, signal));
    return names.map((name) => join(shown, name));
  } finally {
    if (!(await isStuck(staging.path))) await staging.remove();
  }
}

async function stage(
  files: Iterable<OutFile> | AsyncIterable<OutFile>,
  staging: Staging,
  shown: string,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const names = new Map<string, string>();
  for await (const { path: name, bytes } of files) {
    signal?.throwIfAborted();
    checkFileName(name);
    // To some file systems "A" and "a" are one name, and so are two ways to write "é".
    const plain = name.normalize("NFC").toLowerCase();
    const other = names.get(plain);
    if (other !== undefined) throw new WriteError(join(shown, name), `another file of this exam is named ${other}`);
    names.set(plain, name);
    await writing(join(shown, name), () => staging.add(name, bytes));
  }
  signal?.throwIfAborted();
  return [...names.values()];
}
