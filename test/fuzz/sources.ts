import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { hostileSource, PIECES } from "../read/fragments.ts";

/** Folder of the example exams and what they include; as far away from the bundle that `fuzz.js` makes. */
export const EXAMS = join(import.meta.dirname, "../../exams");

const examples = readdirSync(EXAMS)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(EXAMS, name), "utf8"));

/** Keys and values of YAML, whole and broken. */
const YAML = [
  "title: T",
  "title: [",
  "title: &a T",
  "course: *a",
  "? x",
  "- x",
  ": x",
  "points: { single: 1, open: x, total: 1e9 }",
  "points: -1",
  "versions: 3",
  "versions: [A, a, ../b]",
  "lang: es",
  "lang: zz",
  "date: 2025-02-30",
  "duration: 1 h 61 min",
  "shuffle: { options: maybe }",
  "fields: [name, {x: y}]",
  'macros: { "\\\\x": "\\\\x", __proto__: y }',
  "instructions: |\n  $x$\n  :::solution",
  "ignore: [no-rule, math]",
  "template: ../x",
  "paper: A0",
  "columns: 3",
  "seed: !!binary x",
  "<<: *a",
  "# c",
  "  ",
  "\t",
  '"',
  "'",
  "|",
  "---",
  "...",
];

const frontMatter = fc
  .array(fc.tuple(fc.constantFrom(...YAML), fc.constantFrom("\n", "\n", "\n", "\n  ", " ", "")), { maxLength: 12 })
  .map((lines) => `---\n${lines.map(([line, behind]) => line + behind).join("")}\n---\n\n## Q\n\nWhy?\n`);

/** One change of a text: a stretch of it taken out, written twice or moved, or something else put in its place. */
interface Change {
  readonly kind: "delete" | "repeat" | "move" | "insert" | "replace";
  /** Shares of the text's length. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly piece: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("delete", "repeat", "move", "insert", "replace"),
  from: share,
  to: share,
  length: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 200 })),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 6 })),
});

function changed(text: string, { kind, from, to, length, piece }: Change): string {
  const at = Math.floor(from * text.length);
  const [before, own, behind] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (kind === "delete") return before + behind;
  if (kind === "repeat") return before + own + own + behind;
  if (kind === "insert") return before + piece + own + behind;
  if (kind === "replace") return before + piece + behind;
  const rest = before + behind;
  const target = Math.floor(to * rest.length);
  return rest.slice(0, target) + own + rest.slice(target);
}

const mutatedExample = fc
  .tuple(fc.constantFrom(...examples), fc.array(change, { minLength: 1, maxLength: 8 }))
  .map(([text, changes]) => changes.reduce(changed, text));

/** Sources of every sort: pieces of the format at random, broken front matters, and example exams with a few changes. */
export const anySource: fc.Arbitrary<string> = fc.oneof(hostileSource, frontMatter, {
  weight: 3,
  arbitrary: mutatedExample,
});
