import { parseDocument } from "yaml";
import type * as z from "zod";
import type { Problem } from "../model/problem.ts";
import { type SourceText, sourceText } from "../model/source-text.ts";
import { yamlPlaces } from "../read/yaml-places.ts";
import { type Manifest, manifestSchema } from "../verify/manifest.ts";

/** Characters up to which a manifest is read once more, slowly, to tell where in it something is wrong. */
const MAX_PLACED = 2_000_000;

/** Problems told of one manifest: who has broken one value has often broken many. */
const MAX_TOLD = 10;

/** What came of reading a manifest. */
export interface ReadManifest {
  /** Absent when it is not as a build writes it. */
  readonly manifest?: Manifest;
  readonly problems: readonly Problem[];
}

/** Understands the text of a manifest; `file` is its path as problems print it. Whatever the text is, it is never thrown about. */
export function readManifest(file: string, text: string): ReadManifest {
  const source = sourceText(file, text);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problems: [syntaxProblem((error as Error).message, source)] };
  }
  const { format } = (content ?? {}) as { readonly format?: unknown };
  if (format !== undefined && format !== 1) {
    const message = `Unexpected format ${JSON.stringify(format)?.slice(0, 40)}, expected 1`;
    const hint = "It was written by another version of this program; verify it with that one, or build the exam anew.";
    return { problems: [{ ...manifestProblem(message, source), hint }] };
  }
  const parsed = manifestSchema.safeParse(content);
  if (parsed.success) return { manifest: parsed.data, problems: [] };
  const issues = parsed.error.issues.slice(0, MAX_TOLD);
  const placeOf = valuePlaces(source);
  return { problems: issues.map((issue) => issueProblem(issue, content, source, placeOf)) };
}

type PlaceOf = (path: readonly PropertyKey[]) => Problem["place"];

/** JSON is YAML, whose parser tells where each value stands. */
function valuePlaces(source: SourceText): PlaceOf {
  if (source.text.length > MAX_PLACED) return () => undefined;
  try {
    const { contents } = parseDocument(source.text, { keepSourceTokens: false, logLevel: "silent" });
    const places = yamlPlaces(contents as never, source.place);
    return (path) => places.value(path);
  } catch {
    return () => undefined;
  }
}

function syntaxProblem(message: string, source: SourceText): Problem {
  const position = /at position (\d+)/.exec(message)?.[1];
  const at = position === undefined ? source.text.length : Number(position);
  const fault = /call stack/.test(message)
    ? "it is nested too deeply"
    : message.replace(/ (?:in JSON )?at position.*/s, "");
  return { ...manifestProblem(`It is no JSON: ${fault}`, source), place: source.place(at, at + 1) };
}

function issueProblem(issue: z.core.$ZodIssue, content: unknown, source: SourceText, placeOf: PlaceOf): Problem {
  const place = placeOf(issue.path);
  const name = issue.path.map(String).join(".").slice(0, 100) || "the manifest";
  const message =
    issue.code === "unrecognized_keys"
      ? `Unexpected "${issue.keys[0]?.slice(0, 40)}" in ${name}`
      : `Unexpected ${describe(valueAt(content, issue.path))} for ${name}, expected ${expected(issue)}`;
  return { ...manifestProblem(message, source), ...(place && { place }) };
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_format") return issue.message;
  if (issue.code === "invalid_value") return issue.values.map((value) => JSON.stringify(value)).join(" or ");
  if (issue.code === "too_small") return `at least ${issue.minimum}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}`;
  return issue.message;
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], content);
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "object" : (JSON.stringify(value)?.slice(0, 60) ?? "value");
}

function manifestProblem(message: string, source: SourceText): Problem {
  return {
    severity: "error",
    rule: "verify-manifest",
    message,
    hint: "The manifest has to be the one that the build wrote. Build the exam anew.",
    place: source.place(0, 0),
  };
}
