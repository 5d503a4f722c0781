import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../src/cli.ts";
import { fakeIo } from "../cli/fake-io.ts";

/** What lies in a stranger's folder, by path: text, bytes, or where a link leads. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** A new folder with the given files; gone when the test is over. */
export function folderWith(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "hostile-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(path, content);
    else symlinkSync(content.link, path);
  }
  return folder;
}

/** An exam of one question. */
export function exam(text: string, front = ""): string {
  return `---\ntitle: Quiz\n${front}---\n\n## {#one}\n\n${text}\n`;
}

/** What `exam check exam.md`, or another command, says of a folder. */
export async function told(files: Files, command: readonly string[] = ["check", "exam.md"]) {
  const cwd = folderWith(files);
  const io = fakeIo({ cwd, env: process.env });
  const code = await run([...command, "--format", "json"], io);
  const { problems } = JSON.parse(io.stdout.text()) as {
    problems: { rule: string; severity: string; message: string; line?: number }[];
  };
  const errors = problems.filter(({ severity }) => severity === "error");
  return { code, cwd, errors, rules: [...new Set(errors.map(({ rule }) => rule))], stderr: io.stderr.text() };
}

/** A drawing. */
export function svg(inside: string, prologue = ""): string {
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `${prologue}<svg ${names} width="100" height="100">${inside}</svg>`;
}

/** The head of a PNG that says it has so many pixels; what is behind it matters to nobody who is careful. */
export function pngOf(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.write("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", "latin1");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.writeUInt16BE(0x0806, 24);
  return head;
}
