import { type FSWatcher, readdirSync, realpathSync, type Stats, statSync, watch } from "node:fs";
import { dirname } from "node:path";

/** Milliseconds: an editor that saves writes more than once. */
const SETTLE = 12;
/** Milliseconds between looks that nothing calls for: network drives, and folders shared with a virtual machine, tell of nothing. */
const ROUND = 1000;
/** Milliseconds by which the clock of files may be behind. */
const LAG = 5;
/** Milliseconds for which a file that was there may be gone or empty: many editors save by putting a new file in its place. */
const GRACE = 150;

/** Watches files for changes. */
export interface Watcher {
  /**
   * Watches these files and folders from now on, whether they are there or not, and no others. They were read at a time, in
   * milliseconds since 1970; one that has changed since is told of.
   */
  watch(paths: Iterable<string>, readAt: number): void;
  /** Hears of no more changes. */
  close(): void;
}

/**
 * Calls back when any of the watched files has another content, comes or goes. Folders are watched in their place, for a file
 * that is replaced is another one to the system; of what happens to other files in them nothing is told.
 */
export function createWatcher(onChange: () => void): Watcher {
  let folders = new Map<string, FSWatcher>();
  let states = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const rounds = setInterval(() => look(), ROUND).unref();

  function look(): void {
    const changed = [...states].filter(([path, state]) => stateOf(path) !== state);
    if (changed.length === 0) return;
    const isUnfinished = changed.some(([path, state]) => state !== GONE && isVoid(path));
    if (!isUnfinished || Date.now() - since >= GRACE) onChange();
    else {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE);
    }
  }

  function hear(): void {
    clearTimeout(timer);
    since = Date.now();
    timer = setTimeout(look, SETTLE);
  }

  function open(folder: string): FSWatcher | undefined {
    try {
      // A watched folder may itself go; what was in it is looked at then.
      return watch(folder, hear).on("error", hear);
    } catch {
      return undefined;
    }
  }

  return {
    watch(paths, readAt) {
      const wanted = new Set<string>();
      states = new Map();
      for (const path of paths) {
        states.set(path, hasChanged(path, readAt) ? UNKNOWN : stateOf(path));
        for (const real of new Set([path, realpathOf(path)])) wanted.add(nearestFolder(dirname(real)));
        if (isFolder(path)) wanted.add(path);
      }
      const kept = new Map<string, FSWatcher>();
      for (const folder of wanted) {
        const watcher = folders.get(folder) ?? open(folder);
        if (watcher) kept.set(folder, watcher);
      }
      for (const [folder, watcher] of folders) if (!kept.has(folder)) watcher.close();
      folders = kept;
      if ([...states.values()].includes(UNKNOWN)) hear();
    },
    close() {
      clearTimeout(timer);
      clearInterval(rounds);
      for (const watcher of folders.values()) watcher.close();
      folders = new Map();
      states = new Map();
    },
  };
}

const GONE = "gone";
/** Of a file that changed while it was read. */
const UNKNOWN = "unknown";

/** What tells a file from what it was before: a new file in its place has another number. For a folder, the names in it. */
function stateOf(path: string): string {
  const stat = statOf(path);
  if (!stat) return GONE;
  return stat.isDirectory() ? readdirSync(path).join("/") : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

/** Whether a file was written, renamed or made since a time. A time to come is that of another machine's clock. */
function hasChanged(path: string, since: number): boolean {
  const at = statOf(path)?.ctimeMs ?? 0;
  return at > since - LAG && at < Date.now() + LAG;
}

function isVoid(path: string): boolean {
  const stat = statOf(path);
  return !stat || (stat.isFile() && stat.size === 0);
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The folder, or the nearest one above it that is there. */
function nearestFolder(folder: string): string {
  return isFolder(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
