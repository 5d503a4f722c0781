import type { Problem } from "../model/problem.ts";

/** Characters a terminal would act on; JSON itself escapes only those below U+0020. */
const UNSAFE = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** Problems as one JSON document, ending with a line feed; what a problem does not have is left out. */
export function formatJson(problems: readonly Problem[]): string {
  const listed = problems.map(({ place, document, severity, rule, message, hint }) => ({
    file: place?.file,
    line: place?.start.line,
    column: place?.start.column,
    endLine: place?.end.line,
    endColumn: place?.end.column,
    severity,
    rule,
    message,
    hint,
    document: document?.file,
    page: document?.page,
  }));
  return jsonText({ problems: listed });
}

/** Plain data as indented JSON that is safe to show, ending with a line feed. */
export function jsonText(data: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(data, undefined, 2).replaceAll(UNSAFE, escaped)}\n`;
}
