import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file's bytes, or in a few words why there are none. */
export type FileContent = { readonly bytes: Buffer } | { readonly fault: string };

/** Reads a file of a folder that may be a stranger's: no link is followed, and no more than `most` bytes are taken. */
export async function readPlainFile(path: string, most: number): Promise<FileContent> {
  try {
    const about = await lstat(path);
    if (!about.isFile()) return { fault: about.isSymbolicLink() ? "It is a link, expected a file" : "It is no file" };
    if (about.size > most) return { fault: `It is larger than ${Math.round(most / 2 ** 20)} MB` };
    return { bytes: await readFile(path) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { fault: code === "ENOENT" || code === "ENOTDIR" ? "It is missing" : `It cannot be read: ${message}` };
  }
}

/** Names of all that calls itself a PDF in a folder or below it, hidden ones too, in order. */
export async function pdfNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isDirectory()) return /\.pdf$/i.test(entry.name) ? [entry.name] : [];
      const below = await pdfNames(join(folder, entry.name));
      return below.map((name) => join(entry.name, name));
    }),
  );
  return found.flat().sort();
}
