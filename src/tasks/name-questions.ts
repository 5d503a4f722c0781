import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readLockFile } from "../lock-file.ts";
import { hasErrors, type Problem } from "../model/problem.ts";
import { type NewId, newIds } from "../read/new-ids.ts";
import { readExam } from "../read/read.ts";
import { idInsertion } from "../read/write-id.ts";
import { replaceFile } from "../write/replace-file.ts";
import { WriteError, writing } from "../write/write-error.ts";

/** What there is to say of the ids of an exam. */
export interface Naming {
  /** Questions without an id of their own, those of included files too, and the ids for them; none while there are errors. */
  readonly newIds: readonly NewId[];
  /** What is wrong with the sources. */
  readonly problems: readonly Problem[];
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Finds the questions of an exam that have no id of their own. */
export function findNameless(file: string, cwd: string): Naming {
  const { exam, files, leftOut, problems, sources } = readExam(file, cwd);
  if (!exam || hasErrors(problems)) return { newIds: [], problems, sources };
  // The order of what is printed follows from the ids.
  const isPrinted = readLockFile(exam, files, cwd).lock !== undefined;
  return { newIds: newIds(exam, leftOut, isPrinted), problems, sources };
}

/**
 * Writes ids into the headings of the sources they are for; every other byte stays. Throws a `WriteError` when a source
 * cannot be written or is no more what was read.
 */
export async function writeIds({ newIds, sources }: Naming, cwd: string): Promise<void> {
  const files = new Set(newIds.map(({ question }) => question.place.file));
  for (const file of files) {
    const text = sources.get(file) ?? "";
    const insertions = newIds
      .filter(({ question }) => question.place.file === file)
      .map(({ question, id }) => idInsertion(text, question.place.start.offset, id))
      .sort((one, other) => one.offset - other.offset);
    let written = "";
    let at = 0;
    for (const { offset, text: inserted } of insertions) {
      written += text.slice(at, offset) + inserted;
      at = offset;
    }
    const path = resolve(cwd, file);
    const mark = await byteOrderMark(path, file, text);
    await replaceFile(path, file, Buffer.from(mark + written + text.slice(at)));
  }
}

/** The mark a source begins with, or nothing; what is read leaves it out. */
async function byteOrderMark(path: string, file: string, expected: string): Promise<string> {
  const text = (await writing(file, () => readFile(path))).toString("utf8");
  for (const mark of ["", "\ufeff"]) if (text === mark + expected) return mark;
  throw new WriteError(file, "it was changed meanwhile");
}
