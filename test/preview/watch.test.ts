import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWatcher, type Watcher } from "../../src/preview/watch.ts";

let folder: string;
let watcher: Watcher;
/** Resolves at the next change that is told. */
let next: () => Promise<void>;
let told: number;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "exam-watch-")));
  writeFileSync(at("exam.md"), "one");
  told = 0;
  let wake = () => {};
  watcher = createWatcher(() => {
    told += 1;
    wake();
  });
  next = () =>
    new Promise((resolve) => {
      wake = resolve;
    });
});
afterEach(() => {
  watcher.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...path: string[]) => join(folder, ...path);
/** Watches from now on; all that was done before is long ago. */
const watchAll = (...paths: string[]) => watcher.watch(paths, Date.now() + 60_000);

test("a file that is written to", async () => {
  watchAll(at("exam.md"));
  const change = next();
  writeFileSync(at("exam.md"), "two");
  await change;
});

test("a file that is replaced by another, again and again", async () => {
  for (const text of ["two", "three", "four"]) {
    watchAll(at("exam.md"));
    const change = next();
    writeFileSync(at("exam.md~"), text);
    renameSync(at("exam.md~"), at("exam.md"));
    await change;
  }
});

test("a file that is moved away first is told of once, when the new one is there", async () => {
  watchAll(at("exam.md"));
  const change = next();
  renameSync(at("exam.md"), at("backup"));
  writeFileSync(at("exam.md"), "two");
  await change;
  expect(told).toBe(1);
});

test("a file that was looked for in vain, and its folder too", async () => {
  watchAll(at("bank", "cells.md"));
  const folderMade = next();
  mkdirSync(at("bank"));
  writeFileSync(at("bank", "cells.md"), "text");
  await folderMade;
});

test("a file that goes, and comes again with its folder", async () => {
  mkdirSync(at("bank"));
  writeFileSync(at("bank", "cells.md"), "text");
  watchAll(at("bank", "cells.md"));
  const gone = next();
  rmSync(at("bank"), { recursive: true });
  await gone;
  watchAll(at("bank", "cells.md"));
  const back = next();
  mkdirSync(at("bank"));
  watchAll(at("bank", "cells.md"));
  writeFileSync(at("bank", "cells.md"), "text");
  await back;
});

test("a file behind a link", async () => {
  mkdirSync(at("elsewhere"));
  writeFileSync(at("elsewhere", "real.md"), "text");
  symlinkSync(at("elsewhere", "real.md"), at("link.md"));
  watchAll(at("link.md"));
  const change = next();
  writeFileSync(at("elsewhere", "real.md"), "other");
  await change;
});

test("a folder whose files are listed", async () => {
  mkdirSync(at("template"));
  watchAll(at("template"));
  const change = next();
  writeFileSync(at("template", "style.css"), "");
  await change;
});

test("a file that changed while it was read", async () => {
  const readAt = Date.now();
  writeFileSync(at("exam.md"), "two");
  const change = next();
  watcher.watch([at("exam.md")], readAt);
  await change;
});

test("nothing else is told of", async () => {
  writeFileSync(at("other.md"), "x");
  watchAll(at("exam.md"));
  writeFileSync(at("other.md"), "y");
  mkdirSync(at("output"));
  writeFileSync(at("output", "quiz.pdf"), "z");
  const change = next();
  // The next change is the watched file's, and the only one.
  utimesSync(at("exam.md"), new Date(), new Date(0));
  await change;
  expect(told).toBe(1);
});
