import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { OutFile } from "../../src/model/out-file.ts";

/** A folder of its own for one test, which one that runs beside others names by its own `onTestFinished`. */
export function temporaryFolder(whenFinished: typeof onTestFinished = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), "exam-write-"));
  whenFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Files by name and text. */
export function files(texts: Readonly<Record<string, string>>): OutFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

/** All that is under a folder, hidden things too, with the text of each file; undefined when there is no folder. */
export function contents(folder: string): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined;
  const paths = readdirSync(folder, { recursive: true }).map(String).toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      const full = join(folder, path);
      return [path, statSync(full).isDirectory() ? "(folder)" : readFileSync(full, "utf8")];
    }),
  );
}

/** The hash of a text, as a manifest has it. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A manifest of papers that were written with the given texts. */
export function manifestOf(exam: string, papers: Readonly<Record<string, string>>): string {
  const entry = ([file, text]: [string, string]) => ({
    student: { file, pages: 1, sha256: sha256(text) },
  });
  return JSON.stringify({ format: 1, exam: { name: exam }, versions: Object.entries(papers).map(entry) });
}
