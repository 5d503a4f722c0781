import type { Yaml } from "mdast";
import { isMap, isScalar, parseDocument, type YAMLError, type YAMLMap } from "yaml";
import type * as z from "zod";
import { didYouMean } from "../model/nearest.ts";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";
import { type FrontMatter, knownKeys, settingsSchemaFor } from "./settings-schema.ts";
import { type YamlPlaces, yamlPlaces } from "./yaml-places.ts";

/** The front matter understood, and where its values stand, by dotted path. */
export interface FrontMatterResult {
  /** Absent when it is no YAML; a value that is wrong is left out, and so its default stands. */
  readonly values?: FrontMatter;
  /** Keys of the top level that were left out. */
  readonly faulty: readonly string[];
  readonly places: Readonly<Record<string, Place>>;
}

/**
 * Understands the YAML between the `---` lines; reports everything that is wrong with it, each at its own place. `kinds`
 * are the names of the kinds of question, which points may be given to. A bank, unlike an exam, needs none of its keys.
 */
export function readFrontMatter(
  node: Yaml | undefined,
  source: SourceText,
  kinds: readonly string[],
  report: Report,
  isBank = false,
): FrontMatterResult {
  const schema = settingsSchemaFor(kinds);
  const nothing: FrontMatterResult = { faulty: [], places: {} };
  const { begin, yaml } = between(node, source);
  const at = (start: number, end: number) => source.place(begin + start, begin + end);
  const document = parseDocument(yaml, {
    // Every scalar stays the text that was typed; settings-schema.ts gives it a meaning.
    schema: "failsafe",
    prettyErrors: false,
    logLevel: "silent",
  });
  const problems = [...document.errors, ...document.warnings];
  for (const problem of problems) reportYaml(problem, yaml, at, report);
  if (problems.some(({ code }) => code !== "DUPLICATE_KEY")) return nothing;
  if (!isMap(document.contents)) {
    reportMissing(node, source, report);
    return nothing;
  }
  const places = yamlPlaces(document.contents, at);
  reportMacros(document.contents, places, report);
  try {
    const keys: Record<string, unknown> = document.toJS({ maxAliasCount: 50 });
    const written = isBank ? { title: "…", ...keys } : keys;
    const { success, data, error } = schema.safeParse(written);
    if (success) return { values: data, faulty: [], places: places.all() };
    for (const issue of error.issues) reportIssue(issue, places, kinds, report);
    const faulty = error.issues.flatMap((issue) =>
      issue.path.length > 0 ? [String(issue.path[0])] : unknownKeys(issue),
    );
    const sound = Object.entries(written).filter(([key]) => !faulty.includes(key));
    const values = schema.parse({ title: "…", ...Object.fromEntries(sound) });
    return { values, faulty, places: places.all() };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = /^Unresolved/.test(error.message)
      ? "The front matter names an alias that is not defined above"
      : "The front matter repeats itself too often through aliases";
    report({ severity: "error", rule: "yaml", message, hint: "Write the values out.", place: places.value([]) });
    return { faulty: [], places: {} };
  }
}

/** The text between the `---` lines, and where it begins. */
function between(node: Yaml | undefined, source: SourceText): { begin: number; yaml: string } {
  if (!node?.position) return { begin: 0, yaml: "" };
  const { start, end } = node.position;
  const whole = source.text.slice(start.offset, end.offset);
  const opening = /^---[^\r\n]*(?:\r\n|\n)/.exec(whole)?.[0].length ?? 0;
  const yaml = whole.slice(opening).replace(/(^|\n)---[ \t]*$/, "$1");
  return { begin: (start.offset ?? 0) + opening, yaml };
}

function reportYaml(
  { code, message, pos }: YAMLError,
  yaml: string,
  at: (start: number, end: number) => Place,
  report: Report,
): void {
  const [start, end] = pos;
  const key = /^[^:\s]*/.exec(yaml.slice(start))?.[0] ?? "";
  if (code === "DUPLICATE_KEY") {
    report({
      severity: "error",
      rule: "duplicate-key",
      message: `"${key}" is given twice`,
      hint: "Keep one of them.",
      place: at(start, start + key.length),
    });
    return;
  }
  report({
    severity: "error",
    rule: "yaml",
    message: `The front matter is no YAML: ${/call stack/.test(message) ? "It is nested too deeply" : message}`,
    hint: "Quote values that hold `: ` or ` #`, or begin with a special character.",
    place: at(start, Math.max(end, start + 1)),
  });
}

function reportMissing(node: Yaml | undefined, source: SourceText, report: Report): void {
  const fence = /^---[ \t]*(?=[\r\n])/.exec(source.text)?.[0].length ?? 0;
  const problem =
    !node && fence > 0
      ? { message: "The front matter is never closed", hint: "Write `---` on a line of its own behind its last key." }
      : {
          message: node
            ? "Unexpected front matter, expected keys and values"
            : "Unexpected beginning, expected a front matter",
          hint: /^\s*##\s/.test(source.text)
            ? "Begin the file with three lines: `---`, `title: …` and `---`. A bank without them is checked with the exam that includes it."
            : "Begin the file with three lines: `---`, `title: …` and `---`.",
        };
  report({ severity: "error", rule: "no-front-matter", ...problem, place: source.place(0, fence) });
}

function reportIssue(issue: z.core.$ZodIssue, places: YamlPlaces, kinds: readonly string[], report: Report): void {
  if (issue.code === "invalid_union") {
    // Of several forms, the one that was understood deepest is what was meant; only its faults help.
    const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    if (depth(meant) > 0) {
      for (const inner of meant) reportIssue({ ...inner, path: [...issue.path, ...inner.path] }, places, kinds, report);
      return;
    }
  }
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(issue.path, kinds);
    for (const key of issue.keys) reportUnknownKey(key, known, issue.path, places, report);
    return;
  }
  const name = issue.path.join(".");
  const found = places.describe(issue.path);
  report(
    found === undefined
      ? {
          severity: "error",
          rule: "missing-key",
          message: `The front matter has no "${name}"`,
          hint: `Add a line \`${name}: …\`.`,
          place: places.value(issue.path.slice(0, -1)),
        }
      : {
          severity: "error",
          rule: "front-matter-value",
          message: `Unexpected ${found} for "${name}", expected ${expectation(issue)}`,
          place: places.value(issue.path),
        },
  );
}

function unknownKeys(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === "unrecognized_keys" ? issue.keys : [];
}

function reportUnknownKey(
  key: string,
  known: readonly string[],
  path: readonly PropertyKey[],
  places: YamlPlaces,
  report: Report,
): void {
  report({
    severity: "error",
    rule: "unknown-key",
    message: `Unknown key "${key}"${path.length > 0 ? ` in "${path.join(".")}"` : ""}`,
    hint: [/^\d+$/.test(key) && "Decimals have a point.", didYouMean(key, known), `Known keys: ${known.join(", ")}.`]
      .filter(Boolean)
      .join(" "),
    place: places.key([...path, key]),
  });
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + Number(issue.code === "unrecognized_keys")));
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message;
  return issue.expected === "array" ? "a list" : "keys and values";
}

/** What TeX takes for one thing and an author can mean: `\R`, `\,` or a character that is no letter of a formula, as `ℝ`. */
const MACRO_NAME = /^(?:\\(?:[A-Za-z@]+|[^A-Za-z\s])|[^A-Za-z0-9\\\s])$/u;

/** Names that no formula can call, and cut values: YAML ends an unquoted one at ` #`, so of `\E: \mathbb{E}[ #1 ]` half is lost. */
function reportMacros(root: YAMLMap, places: YamlPlaces, report: Report): void {
  const macros = root.get("macros", true);
  if (!isMap(macros)) return;
  for (const { key, value } of macros.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (!MACRO_NAME.test(name)) {
      report({
        severity: "error",
        rule: "macro-name",
        message: `Unexpected macro name ${name}, expected letters behind a backslash`,
        hint: "Write it as \\R. Digits are no part of a name; arguments are the #1, #2 … of the macro itself.",
        place: places.key(["macros", name]),
      });
    }
    if (!isScalar(value) || !/^\d/.test(value.comment ?? "")) continue;
    report({
      severity: "error",
      rule: "cut-macro",
      message: `The macro ${name} is cut at " #": YAML takes the rest for a comment`,
      hint: "Put the macro in single quotes: '…'.",
      place: places.value(["macros", name]),
    });
  }
}
