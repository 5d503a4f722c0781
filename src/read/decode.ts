import type { Report } from "../model/problem.ts";
import { type SourceText, sourceText } from "../model/source-text.ts";

/** What to do about the controls that come of a program's settings. */
const HINTS: Readonly<Record<string, string>> = {
  "\0": "Delete it, or save the file as UTF-8 if it is in another encoding.",
  "\r": "End lines with LF or CRLF.",
};

/**
 * Tab, line feed and CRLF are text; the other controls of ASCII and Latin-1 are not, nor are those that print a line in
 * another order than it is stored in (Unicode Standard Annex #9: embeddings, overrides, isolates), which whoever reviews a
 * source would not see.
 */
const CONTROL = /\r\n|(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

const REORDERS = "Delete it. Words from right to left are set so by themselves.";

/**
 * The text of a source file: UTF-8, with or without byte order mark. Other encodings, NUL and control characters are
 * reported, as format.md has it; then there is no text.
 */
export function decodeSource(file: string, bytes: Uint8Array, report: Report): SourceText | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const offset = validPrefix(bytes);
    const before = sourceText(file, new TextDecoder().decode(bytes.subarray(0, offset)));
    report({
      severity: "error",
      rule: "encoding",
      message: "Unexpected bytes that are not UTF-8",
      hint: "Save the file as UTF-8.",
      place: before.place(before.text.length, before.text.length),
    });
    return undefined;
  }
  const source = sourceText(file, text);
  const control = [...text.matchAll(CONTROL)].filter(([found]) => found !== "\r\n").slice(0, 5);
  for (const { index, 0: character } of control) {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
    report({
      severity: "error",
      rule: "control-character",
      message: `Unexpected control character U+${code}`,
      hint: HINTS[character] ?? (/\p{Cf}/u.test(character) ? REORDERS : "Delete it."),
      place: source.place(index, index + 1),
    });
  }
  return control.length > 0 ? undefined : source;
}

/** Length of the longest beginning that is valid UTF-8. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidBeginning(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isValidBeginning(bytes: Uint8Array): boolean {
  try {
    // As a stream, so that a character cut in two at the end is no fault.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
