import { mkdir, rmdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WriteError } from "./write-error.ts";

/** Milliseconds between two looks at a turn that another build has. */
const PAUSE = 20;
/** Milliseconds between two signs of life of a build that has its turn. */
const BEAT = 1_000;
/** Milliseconds without one, after which a turn was left behind by a build that was killed. */
const ABANDONED = 10 * BEAT;

/**
 * Runs a task while no other build, on this machine or another, runs one in the same folder; waits for its turn. A turn is
 * a folder: making one is atomic on every file system, networks included. `signal` ends the waiting, never the task.
 */
export async function inTurn<Result>(
  folder: string,
  task: () => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const turn = join(folder, ".exam-turn");
  await take(turn, signal);
  const beat = setInterval(() => utimes(turn, new Date(), new Date()).catch(() => {}), BEAT);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    await rmdir(turn).catch(() => {});
  }
}

async function take(turn: string, signal: AbortSignal | undefined): Promise<void> {
  let seen: string | undefined;
  let since = performance.now();
  while (!(await make(turn))) {
    const state = await stateOf(turn);
    if (state !== seen) {
      seen = state;
      since = performance.now();
    }
    const still = performance.now() - since;
    if (still > 2 * ABANDONED)
      throw new WriteError(turn, "another build seems to be at work there. If there is none, remove this folder");
    if (state !== undefined && still > ABANDONED) await breakOff(turn, state);
    await sleep(PAUSE);
    signal?.throwIfAborted();
  }
}

/**
 * Removes an abandoned turn. Of several builds that find it so only one may: the one that makes a folder named after this
 * very turn. It looks again before it acts, for another may have done so just before and a third have its turn by now.
 */
async function breakOff(turn: string, abandoned: string): Promise<void> {
  const right = `${turn}-${abandoned}`;
  if (!(await make(right))) return;
  try {
    if ((await stateOf(turn)) === abandoned) await rmdir(turn);
  } finally {
    await rmdir(right).catch(() => {});
  }
}

/** Makes a folder; false when it is there already. */
async function make(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The time of a turn's last sign of life, which tells it from every other turn; undefined when it is over. */
async function stateOf(turn: string): Promise<string | undefined> {
  try {
    return String((await stat(turn)).mtimeMs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
