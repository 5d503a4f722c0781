import { createHash } from "node:crypto";
import { isMap, isNode, parseDocument } from "yaml";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";
import { LOCK_FORMAT, type Lock, lockSchema } from "./lock.ts";

/** A lock as the text of its file: JSON, one thing a line, and a checksum behind all. */
export function lockText(lock: Lock): string {
  return `${jsonLines({ ...lock, checksum: checksumOf(lock) }, "")}\n`;
}

/** Columns of a line that holds more than one value. */
const LINE = 120;

/** JSON in which the options of a question, or the facts of a file, stand in one line where they fit. */
function jsonLines(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const isFlat = Object.values(value).every((inner) => typeof inner !== "object");
  const name = (key: string) => (isList ? "" : `${JSON.stringify(key)}: `);
  const [open, close] = isList ? "[]" : "{}";
  const defined = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const entries = defined.map(([key, inner]) => name(key) + jsonLines(inner, `${indent}  `));
  if (entries.length === 0) return `${open}${close}`;
  const line = isList ? `[${entries.join(", ")}]` : `{ ${entries.join(", ")} }`;
  if (isFlat && indent.length + line.length <= LINE) return line;
  return `${open}\n${entries.map((entry) => `${indent}  ${entry}`).join(",\n")}\n${indent}${close}`;
}

/**
 * The lock in a file's text, which has to be that of the exam `name`. Reports at its place what keeps it from being
 * understood, and returns undefined then.
 */
export function parseLock(source: SourceText, name: string, report: Report): Lock | undefined {
  const fault = (message: string, place: Place): undefined => {
    report({ severity: "error", rule: "lock-file", message, hint: HINT, place });
  };
  const conflict = /^(<{7}|={7}|>{7})( |$)/m.exec(source.text);
  if (conflict)
    return fault("Unexpected marks of a merge in the lock", source.place(conflict.index, conflict.index + 7));
  let data: unknown;
  try {
    data = JSON.parse(source.text);
  } catch (error) {
    const message = (error as Error).message;
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? faultOffset(source.text));
    const said = message.replace(/ (in JSON )?at position .*$/s, "").replace(/, (\.\.\.)?".*$/s, "");
    return fault(`The lock is broken: ${said}`, source.place(offset, offset + 1));
  }
  const at = (path: readonly PropertyKey[]) => placeOf(path, source);
  const { checksum, ...content } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof content.format === "number" && content.format > LOCK_FORMAT) {
    const message = `The lock has format ${content.format}, expected at most ${LOCK_FORMAT}`;
    const hint = "It was written by a newer version of exam: use that one.";
    report({ severity: "error", rule: "lock-format", message, hint, place: at(["format"]) });
    return undefined;
  }
  const { data: lock, error } = lockSchema.safeParse(content);
  const issue = error?.issues[0];
  if (issue) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const path = [...issue.path, ...unknown];
    return fault(`The lock is broken at ${path.join(".") || "its start"}: ${issue.message}`, at(path));
  }
  if (!lock || checksum !== checksumOf(content))
    return fault("The lock was changed by hand: it is not what its checksum says", at(["checksum"]));
  if (lock.exam === name) return lock;
  return fault(`This is the lock of ${lock.exam}, expected that of ${name}`, at(["exam"]));
}

const HINT = "Take back what happened to the file, or write it anew with `exam lock --relock`.";

/** Of the data, not the bytes: line ends and indentation are no change. */
function checksumOf(lock: object): string {
  return createHash("sha256").update(JSON.stringify(lock)).digest("hex");
}

/** Where text is no JSON, for the messages that do not say so. */
function faultOffset(text: string): number {
  const [error] = parseDocument(text, { schema: "json", logLevel: "silent" }).errors;
  return error?.pos[0] ?? text.trimEnd().length;
}

/** Where a value stands, or its nearest surroundings. YAML's parser knows places, and JSON is YAML. */
function placeOf(path: readonly PropertyKey[], source: SourceText): Place {
  const document = parseDocument(source.text, { logLevel: "silent" });
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return source.place(node.range[0], isMap(node) ? node.range[0] + 1 : node.range[1]);
  }
  return source.place(0, 1);
}
