import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Examined, examine } from "../../src/examine.ts";

/** Files by their path in an exam's folder. */
export type FilesByPath = Readonly<Record<string, string>>;

/** A folder that is its own root and holds these files; `remove` removes it. */
export function makeFolder(files: FilesByPath): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bank-")));
  mkdirSync(join(folder, ".git"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Does something in such a folder. */
export function inFolder<Result>(files: FilesByPath, action: (folder: string) => Result): Result {
  const { folder, remove } = makeFolder(files);
  try {
    return action(folder);
  } finally {
    remove();
  }
}

/** Reads and checks `exam.md` among other files. */
export function examineFiles(files: FilesByPath): Examined {
  return inFolder(files, (folder) => examine("exam.md", folder));
}

/** What is said, as `file:line rule`. */
export function told(files: FilesByPath): string[] {
  return examineFiles(files).problems.map(({ rule, place }) => `${place?.file}:${place?.start.line} ${rule}`);
}

/** An exam of some text behind a front matter of three lines and more. */
export function exam(text: string, more = ""): string {
  return `---\ntitle: Quiz\n${more}---\n\n${text}\n`;
}

/** An open question. */
export function open(id: string, attributes = ""): string {
  return `## {#${id}${attributes && ` ${attributes}`}}\n\nWhy is it so with ${id}?\n`;
}
