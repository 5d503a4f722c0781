import { dirname, resolve } from "node:path";
import type { Lock } from "./lock/lock.ts";
import { lockText, parseLock } from "./lock/lock-text.ts";
import type { Exam } from "./model/exam.ts";
import type { Problem } from "./model/problem.ts";
import { sourceText } from "./model/source-text.ts";
import { decodeSource } from "./read/decode.ts";
import type { Files } from "./read/files.ts";
import { replaceFile } from "./write/replace-file.ts";

/** The file beside an exam that says what was printed of it. */
export interface LockFile {
  /** Absolute. */
  readonly path: string;
  /** As problems print it. */
  readonly shown: string;
  /** Absent without the file, or where it cannot be understood; then `problems` say why. */
  readonly lock?: Lock;
  readonly problems: readonly Problem[];
  /** Its text, by `shown`; for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads `<name>.lock.json` beside an exam. That there is none is no problem. */
export function readLockFile({ name, file }: Exam, files: Files, cwd: string): LockFile {
  const folder = dirname(resolve(cwd, file));
  const path = resolve(folder, `${name}.lock.json`);
  const shown = files.shown(path);
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const found = files.readNamed(`${name}.lock.json`, folder);
  if ("fault" in found) {
    const place = sourceText(shown, "").place(0, 0);
    if (found.fault.rule !== "missing-file") report({ severity: "error", ...found.fault, place });
    return { path, shown, problems, sources: new Map() };
  }
  const source = decodeSource(shown, found.bytes, report);
  const lock = source && parseLock(source, name, report);
  return { path, shown, ...(lock && { lock }), problems, sources: new Map(source && [[shown, source.text]]) };
}

/** Writes a lock in one step, unless it is there already. Throws a `WriteError` when it cannot be written. */
export async function writeLockFile({ path, shown, sources }: LockFile, lock: Lock): Promise<void> {
  const text = lockText(lock);
  if (sources.get(shown) !== text) await replaceFile(path, shown, new TextEncoder().encode(text));
}
