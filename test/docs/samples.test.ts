import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { run } from "../../src/cli.ts";
import { examine } from "../../src/examine.ts";
import { knownKeys } from "../../src/read/settings-schema.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { DOCS, type Fence, fencesOf, pages } from "./fences.ts";

const root = join(import.meta.dirname, "../..");

/** Languages of other programs, shown beside ours, and texts that are nobody's. */
const FOREIGN = ["latex", "r", "gift", "amc", "python", "csv", "liquid", "css", "text", "html"];

const PAGES = pages().map((page) => ({ page, fences: fencesOf(page) }));
const fences = (...langs: string[]) =>
  // What stands in the page of the rules is tried with the rules themselves.
  PAGES.filter(({ page }) => page !== "rules.md").flatMap((page) =>
    page.fences.filter(({ lang }) => langs.includes(lang)),
  );

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "samples-"));
  cpSync(join(root, "exams/figures"), join(folder, "figures"), { recursive: true });
  for (const { meta, text } of fences("markdown")) {
    const file = /\bfile=(\S+)/.exec(meta)?.[1];
    if (!file) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every block of the manual says what it is", () => {
  const known = ["markdown", "yaml", "sh", "console", "js", "json", "diff", "jsonc", ...FOREIGN];
  const other = PAGES.flatMap((page) => page.fences).filter(({ lang }) => !known.includes(lang));
  expect(other.map(({ at, lang }) => `${at} ${lang}`)).toEqual([]);
});

/** Problems of a source that somebody would stumble over. */
function stumbles(source: string, name = "sample.md"): string[] {
  writeFileSync(join(folder, name), source);
  const { problems } = examine(name, folder);
  return problems
    .filter(({ severity }) => severity !== "note")
    .map(({ place, rule, message }) => `${place?.start.line} ${rule}: ${message}`);
}

describe("exams and pieces of them", () => {
  test.each(fences("markdown").filter(({ meta }) => !meta.includes("file=")))("$at", ({ text, meta }) => {
    const whole = text.startsWith("---\n") ? text : `---\ntitle: Sample\n---\n\n${withQuestion(text)}`;
    const found = stumbles(whole);
    if (meta.includes("wrong")) expect(found).not.toEqual([]);
    else expect(found).toEqual([]);
  });
});

/** A piece as it could stand in an exam: in a question, and not alone. */
function withQuestion(text: string): string {
  const begun = /^#{1,3}( |$)/m.test(text) ? text : `## {#sample}\n\n${text}`;
  return /^##( |$)/m.test(begun) ? begun : `${begun}\n\n## {#sample}\n\nAsked of everybody.\n`;
}

describe("pieces of front matter", () => {
  const isFrontMatter = ({ text }: Fence) => {
    const keys = Object.keys((parseDocument(text).toJS() ?? {}) as object);
    return keys.some((key) => knownKeys([], []).includes(key));
  };
  const all = fences("yaml");
  test.each(all)("$at is YAML", ({ text }) => expect(parseDocument(text).errors).toEqual([]));
  test.each(all.filter(isFrontMatter))("$at", ({ text }) => {
    const front = /^title:/m.test(text) ? text : `title: Sample\n${text}`;
    const ofKeys = ["yaml", "unknown-key", "front-matter-value", "duplicate-key", "cut-macro", "missing-key"];
    const found = stumbles(`---\n${front}---\n\n## {#sample}\n\nAsked of everybody.\n`);
    expect(found.filter((problem) => ofKeys.some((rule) => problem.includes(` ${rule}:`)))).toEqual([]);
  });
});

test.each(fences("json", "jsonc"))("$at is JSON", ({ text }) => {
  expect(() => JSON.parse(text.replace(/^\s*\/\/.*$/gm, ""))).not.toThrow();
});

/** The lines of shell that call `exam`, without what another program does with their output. */
const COMMANDS = fences("sh", "console", "yaml").flatMap(({ at, lang, text }) =>
  [
    ...text.matchAll(lang === "console" ? /^\$ (?:npx )?(exam .*)$/gm : /^[ \t]*(?:- )?(?:run: |npx )*(exam .*)$/gm),
  ].map(([, line = ""]) => ({ at, line: line.replace(/\s+[|>#;].*$/, "").trim() })),
);

test("the manual shows commands", () => expect(COMMANDS.length).toBeGreaterThan(9));

// Until each has its command.
const COMING = /^exam (lock|preview|verify|merge)|--locked|--shard/;

test.each(COMMANDS.filter(({ line }) => !COMING.test(line)))(
  "$at: $line is a command with options it has",
  async ({ line }) => {
    const [, name = "", ...words] = line.split(/\s+/);
    if (name.startsWith("-")) return;
    const io = fakeIo();
    await run([name, "--help"], io);
    const help = io.stdout.text();
    expect(help, `exam ${name}`).toContain(`Usage: exam ${name}`);
    for (const word of words.filter((word) => /^--?[a-z]/i.test(word))) {
      const option = word.replace(/=.*/, "");
      expect(help).toMatch(new RegExp(`(^|[ ,])${option}([ ,=]|$)`, "m"));
    }
  },
);

/** A heading's anchor, as GitHub makes it. */
function anchorsOf(path: string): Set<string> {
  const text = readFileSync(path, "utf8").replace(/^(`{3,})[\s\S]*?^\1/gm, "");
  return new Set(
    [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

test.each(PAGES.map(({ page }) => page))("the links of %s lead somewhere", (page) => {
  const text = readFileSync(join(DOCS, page), "utf8")
    .replace(/^(`{3,})[\s\S]*?^\1/gm, "")
    .replace(/`[^`\n]*`/g, "");
  for (const [, link = ""] of text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path = "", anchor] = link.split("#");
    const target = path ? join(DOCS, dirname(page), path) : join(DOCS, page);
    expect(existsSync(target), `${page}: ${link}`).toBe(true);
    if (anchor) expect(anchorsOf(target).has(anchor), `${page}: ${link}`).toBe(true);
  }
});
