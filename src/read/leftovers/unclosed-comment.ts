import type { Reading } from "../reading.ts";
import type { Leftover } from "./leftover.ts";
import { writtenLines, writtenText } from "./written-text.ts";

/** `<!--` itself, what is left of it when a sign is missing, doubled or another, and `<--` where `-->` ends a line behind it. */
const MARK =
  /<![-–—]|(?<!\uE000)!--|<[^\p{L}\p{N}\s=]?![^\p{L}\p{N}\s=]?-|<\s!-|<!\s-|<.?\s?--(?!>)(?=[\s\S]{0,5000}-->[ \t]*$)/gmu;
/** Either mark alone on its line, the first one cut down to dashes, or a comment as a link nobody follows, which a text before it makes text. */
const LINE = /^([\s>]*)(<--|-->|--?\s.*-->|\[(?:\/\/|comment)\]:.*)\s*$/i;

/** A comment that is not closed in the paragraph it begins in, or has a slip in its marks. */
export const unclosedComment: Leftover = {
  id: "unclosed-comment",
  why: "A comment that is not closed where it began, or not begun, is text: what was to be hidden would be printed.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy? <!-- a hard one\n\nIt took an hour. -->\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy? <!-- a hard one --> B <-- A --> C and \\<!-- are text.\n",
  find(node, { reading }) {
    if (node.type !== "text") return;
    const begin = node.position?.start.offset ?? 0;
    for (const { 0: mark, index } of writtenText(node, reading).matchAll(MARK)) report(mark, begin + index, reading);
    for (const line of writtenLines(node, reading)) {
      const [, lead = "", mark] = LINE.exec(line.text) ?? [];
      if (mark && lead.length >= line.from && lead.length < line.to) report(mark, line.start + lead.length, reading);
    }
  },
};

function report(mark: string, start: number, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: unclosedComment.id,
    message: `Unexpected ${mark.trim()}, expected a whole comment: <!-- … -->`,
    hint: "A comment with blank lines in it begins on a line of its own. For the signs themselves write \\< and \\>.",
    place: reading.source.place(start, start + mark.length),
  });
}
