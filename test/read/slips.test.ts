import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examine } from "../../src/examine.ts";
import type { Version } from "../../src/model/version.ts";
import { render } from "../../src/render/render.ts";

/** An exam whose secrets all hold the word "sekret" or are one of two numbers. */
const SOURCE = readFileSync(join(import.meta.dirname, "secrets.md"), "utf8");
const SECRET = /sekret|98765|4321|\[[ xX]\]/i;

/** What fingers hit and programs put in; line breaks are only lost, never added. */
const SIGNS = [..." \u00a0\u200b:：[](){}`>#-*$<\"'!|~/.“&x"];

/**
 * Where a slip can make a secret of ordinary text, and nobody can tell: the mark of feedback, with the line break
 * before it (`Lyon > wrong` may be meant), and the sign of an option's id (`{<id}` may be a set).
 */
const BLIND = [...SOURCE.matchAll(/\n *> |\n\n *> |(?<=^- .*\{)#/gm)].map(({ index, 0: text }) => [
  index,
  index + text.length,
]);

const slip = fc
  .tuple(
    fc.nat(SOURCE.length - 1).filter((at) => BLIND.every(([start = 0, end = 0]) => at < start - 1 || at > end)),
    fc.constantFrom("delete", "insert", "replace", "swap"),
    fc.constantFrom(...SIGNS),
  )
  .map(([at, kind, sign]) => {
    const [before, own, next, behind] = [SOURCE.slice(0, at), SOURCE[at], SOURCE[at + 1] ?? "", SOURCE.slice(at + 1)];
    if (kind === "delete") return before + behind;
    if (kind === "insert") return before + sign + own + behind;
    return kind === "replace" ? before + sign + behind : before + next + own + behind.slice(1);
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slips-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The student's page without its tags; undefined for an exam with errors. */
function printed(source: string): string | undefined {
  writeFileSync(join(folder, "exam.md"), source);
  const { exam, versions, template, pictures } = examine("exam.md", folder);
  if (!exam || !template || versions.length === 0) return undefined;
  const report = () => {
    throw new Error("Expected no problem with the template");
  };
  const kit = { template, pictures, typefaces: { style: "", files: new Map() }, report };
  const page = render(exam, versions[0] as Version, "student", kit);
  return page?.html.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<(?![^>]*sekret)[^>]*>/gi, " ");
}

test("the exam is printed, its secrets are not", () => {
  expect(printed(SOURCE)).toMatch(/Which city\?/);
  expect(printed(SOURCE)).not.toMatch(SECRET);
});

test("no slip of one character prints a secret", { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(slip, (source) => {
      expect(printed(source) ?? "").not.toMatch(SECRET);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
  );
});
