import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildExam } from "../../src/build.ts";
import type { BuildOptions } from "../../src/build-options.ts";
import type { BuildResult } from "../../src/build-result.ts";

/** A folder with an exam, `quiz.md`, and what it is built with. */
export interface ExamFolder {
  readonly path: string;
  /** Builds the exam into the folder `out`, or another one. */
  build(options?: Partial<BuildOptions>): Promise<BuildResult>;
  /** Names of the files written into the exam's folder in `out`, or another one, in alphabetical order. */
  written(out?: string): string[];
  /** One of them. */
  bytes(name: string, out?: string): Uint8Array;
  /** The manifest as it was read back. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever they expect.
  manifest(out?: string): any;
  remove(): void;
}

/** Makes a folder of files, by their paths. */
export function examFolder(files: Readonly<Record<string, string>>): ExamFolder {
  const path = mkdtempSync(join(tmpdir(), "exam-build-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const bytes = (name: string, out = "out") => readFileSync(join(path, out, "quiz", name));
  return {
    path,
    build: (options) => buildExam("quiz.md", { cwd: path, out: "out", ...options }),
    written: (out = "out") => readdirSync(join(path, out, "quiz")).sort(),
    bytes,
    manifest: (out) => JSON.parse(bytes("manifest.json", out).toString()),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
