import { existsSync, opendirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Where one exam may read, and what it has read so far. */
export interface Files {
  /** The folder nothing may be read outside of: the nearest one upwards with a `.git`, else the exam's own. */
  readonly root: string;
  /**
   * Absolute paths of the files read or looked for in vain, and of folders listed, in the order of their first mention:
   * nothing that happens elsewhere changes what was read.
   */
  readonly sought: ReadonlySet<string>;
  /** Absolute paths of the files that are no longer as they were read. While there is none, all were so at one time. */
  changed(): string[];
  /** A path as problems print it: relative to the working directory where that is shorter, with forward slashes. */
  shown(path: string): string;
  /** A path as results tell it: relative to the root, with forward slashes. */
  inRoot(path: string): string;
  /** Reads a file named by the caller, wherever it is. */
  readGiven(path: string): FileResult;
  /** Reads a file named inside a source, relative to the folder of that source. */
  readNamed(name: string, folder: string): FileResult;
  /** The files in a folder named inside a source, and in those below it. */
  listNamed(name: string, folder: string): FolderResult;
}

/** A file's bytes, or one sentence on why there are none. */
export type FileResult = FileFound | { readonly fault: FileFault };

/** The files of a folder, by their path in it, with forward slashes, or one sentence on why there are none. */
export type FolderResult = { readonly paths: readonly string[] } | { readonly fault: FileFault };

/** A file that was read. */
export interface FileFound {
  readonly path: string;
  /** Its path without links: one for every way to it. */
  readonly real: string;
  readonly bytes: Uint8Array;
}

/** Why a file could not be read. */
export interface FileFault {
  readonly rule: "missing-file" | "not-a-file" | "outside-root" | "file-case" | "file-too-large" | "unreadable-file";
  readonly message: string;
  readonly hint: string;
}

/** A megabyte, in bytes. */
const MB = 1024 * 1024;

/** The largest file read, in bytes; anything above is no exam and no figure. */
const MAX_BYTES = 20 * MB;

/** The most bytes read for one exam: they are all in memory at once. */
const MAX_IN_ALL = 200 * MB;

/** The most files and folders in a folder that is listed. */
const MAX_ENTRIES = 500;

/** The files an exam at `examPath` may read. Each is read once, so that one which changes meanwhile is still of one piece. */
export function openFiles(examPath: string, cwd: string): Files {
  const root = findRoot(realpathIfThere(dirname(resolve(cwd, examPath))));
  const sought = new Set<string>();
  /** By their paths without links. */
  const found = new Map<string, Uint8Array>();
  /** By the paths they were read at. */
  const results = new Map<string, Uint8Array>();
  let inAll = 0;

  function shown(path: string): string {
    const short = relative(cwd, path);
    return (short !== "" && short.length < path.length ? short : path).split(sep).join("/");
  }

  function read(path: string): FileResult {
    sought.add(path);
    try {
      const stat = statSync(path);
      if (!stat.isFile()) {
        const what = stat.isDirectory() ? "is a directory" : "is no regular file";
        return { fault: { rule: "not-a-file", message: `${shown(path)} ${what}`, hint: "Name a file." } };
      }
      const real = realpathIfThere(path);
      const known = found.get(real);
      if (known) {
        results.set(path, known);
        return { path, real, bytes: known };
      }
      if (stat.size > MAX_BYTES) {
        const message = `${shown(path)} has ${Math.round(stat.size / MB)} MB`;
        return { fault: { rule: "file-too-large", message, hint: `At most ${MAX_BYTES / MB} MB are read.` } };
      }
      inAll += stat.size;
      if (inAll > MAX_IN_ALL) {
        const message = `With ${shown(path)} the exam's files have more than ${MAX_IN_ALL / MB} MB`;
        return { fault: { rule: "file-too-large", message, hint: "Save pictures smaller." } };
      }
      const bytes = readFileSync(real);
      found.set(real, bytes);
      results.set(path, bytes);
      return { path, real, bytes };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === "ENOENT" || code === "ENOTDIR"
        ? { fault: { rule: "missing-file", message: `${shown(path)} does not exist`, hint: similarFile(path) } }
        : {
            fault: {
              rule: "unreadable-file",
              message: `${shown(path)} cannot be read (${code})`,
              hint: "Check its permissions.",
            },
          };
    }
  }

  function outside(name: string): FileFault {
    const hint = `Only files inside ${shown(root) || "."} are read; copy it there.`;
    return { rule: "outside-root", message: `${name} lies outside the exam's folder`, hint };
  }

  return {
    root,
    sought,
    changed: () => [...results].flatMap(([path, bytes]) => (holds(path, bytes) ? [] : [path])),
    shown,
    inRoot: (path) =>
      relative(root, join(realpathIfThere(dirname(path)), basename(path)))
        .split(sep)
        .join("/"),
    readGiven: (path) => read(resolve(cwd, path)),
    readNamed(name, folder) {
      if (isAbsolute(name) || /^[a-z]:|[\\\0]/i.test(name)) return { fault: outside(name) };
      const path = resolve(folder, name);
      // The folder may itself be reached through a link, as temporary folders are on macOS.
      const real = resolve(realpathIfThere(folder), name);
      if (!isInside(root, real) || !isInside(root, realpathIfThere(real))) return { fault: outside(name) };
      const spelled = existsSync(real) ? misspelled(root, real) : undefined;
      if (spelled) {
        const hint = "Other systems tell upper and lower case apart; write the name as it is.";
        return { fault: { rule: "file-case", message: `${name} is called ${spelled} on disk`, hint } };
      }
      return read(path);
    },
    listNamed(name, folder) {
      const path = resolve(folder, name);
      sought.add(path);
      const real = resolve(realpathIfThere(folder), name);
      if (!isInside(root, real) || !isInside(root, realpathIfThere(real))) return { fault: outside(name) };
      if (!existsSync(real) || !statSync(real).isDirectory())
        return { fault: { rule: "missing-file", message: `${name} is no folder`, hint: "Check the path." } };
      const paths: string[] = [];
      let entries = 0;
      for (const { inside, isFolder } of entriesIn(real)) {
        if (++entries > MAX_ENTRIES) {
          const message = `${name} holds more than ${MAX_ENTRIES} files and folders`;
          return { fault: { rule: "file-too-large", message, hint: "Name a folder of its own." } };
        }
        if (isFolder) sought.add(join(path, inside));
        else paths.push(inside);
      }
      return { paths: paths.sort() };
    },
  };
}

/** Files of a folder and those below it, by their path inside it, with forward slashes. */
export function filesIn(folder: string): string[] {
  return [...entriesIn(folder)].flatMap(({ inside, isFolder }) => (isFolder ? [] : [inside])).sort();
}

/** Folders and files in a folder and those below it, one by one, for there may be a whole disk of them; no links. */
function* entriesIn(folder: string): Generator<{ readonly inside: string; readonly isFolder: boolean }> {
  const folders = [""];
  for (const above of folders) {
    const opened = opendirSync(join(folder, above));
    try {
      for (let entry = opened.readSync(); entry; entry = opened.readSync()) {
        const inside = join(above, entry.name).split(sep).join("/");
        if (entry.isDirectory()) folders.push(inside);
        if (entry.isDirectory() || entry.isFile()) yield { inside, isFolder: entry.isDirectory() };
      }
    } finally {
      opened.closeSync();
    }
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function findRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return folder;
  }
}

function realpathIfThere(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether `path` is `folder` or lies in it. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The true spelling of the first step from `root` to `path` whose letter case differs from the disk's. */
function misspelled(root: string, path: string): string | undefined {
  let folder = root;
  for (const step of relative(root, path).split(sep)) {
    const names = readdirSync(folder);
    if (!names.includes(step)) {
      const same = names.find((name) => name.normalize("NFC").toLowerCase() === step.normalize("NFC").toLowerCase());
      if (same && same.normalize("NFC") !== step.normalize("NFC")) return same;
    }
    folder = join(folder, step);
  }
  return undefined;
}

function similarFile(path: string): string {
  try {
    const wanted = basename(path).toLowerCase();
    const near = readdirSync(dirname(path)).find(
      (name) => name !== basename(path) && name.toLowerCase().startsWith(wanted.replace(/\.\w+$/, "")),
    );
    return near ? `There is ${near} beside it.` : "Check the path.";
  } catch {
    return "Check the path.";
  }
}
