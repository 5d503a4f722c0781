import { createHash } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isFileName } from "./file-name.ts";

const file = z.object({ file: z.string(), sha256: z.string() });
const document = file.extend({ html: z.string().optional() });
const manifest = z.object({
  exam: z.object({ name: z.string() }),
  versions: z.array(z.object({ student: document, key: document.optional() })),
  students: z.array(document).default([]),
  print: file.optional(),
  keys: file.optional(),
});

/** A file that an earlier build wrote, and the hash of what it wrote. */
type Earlier = z.infer<typeof file>;

/**
 * The files in an exam's output folder that its earlier build wrote and this one does not: those that the manifest there
 * names and that are still, byte for byte, what it says. A stranger's file, or one a person has written on, is none.
 */
export async function staleFiles(folder: string, exam: string, fresh: readonly string[]): Promise<string[]> {
  const stale: string[] = [];
  for (const { file, sha256 } of await earlierFiles(folder, exam)) {
    const isOurs = file === "keys.csv" || (file.startsWith(`${exam}-`) && /\.(pdf|html)$/.test(file));
    if (isOurs && isFileName(file) && !fresh.includes(file) && (await hashOf(join(folder, file))) === sha256)
      stale.push(file);
  }
  return [...new Set(stale)];
}

async function earlierFiles(folder: string, exam: string): Promise<Earlier[]> {
  const earlier = manifest.safeParse(await readJson(join(folder, "manifest.json"))).data;
  if (earlier?.exam.name !== exam) return [];
  const { versions, students, print, keys } = earlier;
  const documents = [...versions.flatMap(({ student, key }) => [student, key]), ...students].filter((one) => !!one);
  const pages = documents.flatMap(({ file, html }): Earlier[] =>
    html === undefined ? [] : [{ file: file.replace(/\.pdf$/, ".html"), sha256: html }],
  );
  return [...documents, ...pages, print, keys].filter((one) => !!one);
}

/** Undefined when there is none, or nothing that can be understood. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Undefined for what is no file of its own. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isFile()) return undefined;
    return createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  } catch {
    return undefined;
  }
}
