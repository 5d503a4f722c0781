import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ReadResult, readExam } from "../../src/read/read.ts";

/** Reads a source given as text, or as bytes, from a folder of its own. */
export function readText(source: string | Uint8Array): ReadResult {
  const folder = mkdtempSync(join(tmpdir(), "read-"));
  try {
    writeFileSync(join(folder, "exam.md"), source);
    return readExam("exam.md", folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A source of one open question; its text begins on line 6. */
export function question(text: string): string {
  return `---\ntitle: T\n---\n## A\n\n${text}\n`;
}

/** What is wrong with a source, as `rule line:column`. */
export function problemsOf(source: string | Uint8Array): string[] {
  return readText(source).problems.map(({ rule, place }) => `${rule} ${place?.start.line}:${place?.start.column}`);
}
