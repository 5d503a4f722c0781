import { copyFile, link, lstat, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isFileName } from "./file-name.ts";
import { writing } from "./write-error.ts";

/** A change from one build's files to the next one's, in one folder. */
export interface Change {
  readonly folder: string;
  /** The folder as the user knows it. */
  readonly shown: string;
  /** Where the new files are; the old ones are kept there until all is done, under names with a dot. */
  readonly staging: string;
  /** Files to remove. */
  readonly stale: readonly string[];
  /** Files to put in place of those of the same name, in this order. */
  readonly fresh: readonly string[];
}

/** What a change does to the file of one name. The old file of the step at `index` is kept as `.index`, if there is one. */
const step = z.object({ name: z.string().refine(isFileName), does: z.enum(["remove", "replace"]), kept: z.boolean() });
type Step = z.infer<typeof step>;

/** The file in a staging folder that tells the steps, there as long as they may have to be taken back. */
const PLAN = ".plan";

/**
 * Makes a change whole or not at all: when a step fails, those before it are taken back. Each new file takes its name in
 * one step, so at no time is there half a file, or none where one is replaced.
 */
export async function install({ folder, shown, staging, stale, fresh }: Change): Promise<void> {
  const steps: Step[] = [];
  for (const [index, name] of [...stale, ...fresh].entries()) {
    const kept = await writing(join(shown, name), () => keep(join(folder, name), join(staging, `.${index}`)));
    steps.push({ name, does: index < stale.length ? "remove" : "replace", kept });
  }
  await writing(shown, () => writeFile(join(staging, PLAN), JSON.stringify(steps), { flush: true }));
  try {
    for (const { name, does } of steps) {
      const path = join(folder, name);
      await writing(join(shown, name), () => (does === "remove" ? rm(path) : rename(join(staging, name), path)));
    }
  } catch (error) {
    await takeBack(folder, staging);
    throw error;
  }
  await writing(shown, () => rm(join(staging, PLAN)));
}

/** Undoes the steps of a change that were taken, by this process or by one that was killed. Does no harm twice. */
export async function takeBack(folder: string, staging: string): Promise<void> {
  for (const [index, { name, does, kept }] of (await stepsOf(staging)).entries()) {
    const path = join(folder, name);
    const isTaken = !(await exists(does === "remove" ? path : join(staging, name)));
    if (isTaken && kept) await rename(join(staging, `.${index}`), path).catch(unlessMissing);
    else if (isTaken) await rm(path, { force: true });
  }
  await rm(join(staging, PLAN), { force: true });
}

/** Whether a change could be neither made nor taken back: then what is missing lies in its staging folder. */
export async function isStuck(staging: string): Promise<boolean> {
  return exists(join(staging, PLAN));
}

/** Gives what bears a name a second one; false when there is nothing. */
async function keep(path: string, kept: string): Promise<boolean> {
  if (!(await exists(path))) return false;
  // A link costs nothing; some file systems and some owners' files have to be copied.
  await link(path, kept).catch(() => copyFile(path, kept));
  return true;
}

/** None where there is no plan, or one that was not finished: then no step was taken. */
async function stepsOf(staging: string): Promise<Step[]> {
  const text = await readFile(join(staging, PLAN), "utf8").catch(unlessMissing);
  try {
    return z.array(step).parse(JSON.parse(text ?? "[]"));
  } catch {
    return [];
  }
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(unlessMissing)) !== undefined;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
