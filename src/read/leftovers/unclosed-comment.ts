import type { Leftover } from "./leftover.ts";
import { writtenText } from "./written-text.ts";

const MARKS = [
  // `<!--` itself, and what is left of it when a sign is missing, doubled or another.
  "<!-",
  "(?<!\\uE000)!--",
  "<[^\\p{L}\\p{N}]?\\s?![^\\p{L}\\p{N}]?\\s?-",
  // `<--` is an arrow too, unless `-->` follows.
  "<.?\\s?--(?!>)(?=[\\s\\S]{0,5000}-->)",
  // Either alone on its line, or cut from the first sign of the other.
  "^[ \\t]*(?:<--|-->)[ \\t]*$",
  "<!(?=\\s|$)",
  "^[ \\t]*--?[ \\t].*-->[ \\t]*$",
];
const MARK = new RegExp(MARKS.join("|"), "gmu");

/** A comment that is not closed in the paragraph it begins in, or has a slip in its marks. */
export const unclosedComment: Leftover = {
  id: "unclosed-comment",
  why: "A comment that is not closed where it began, or not begun, is text: what was to be hidden would be printed.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy? <!-- a hard one\n\nIt took an hour. -->\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy? <!-- a hard one --> A --> B, B <-- A and \\<!-- are text.\n",
  find(node, { reading }) {
    if (node.type !== "text") return;
    const begin = node.position?.start.offset ?? 0;
    for (const { 0: mark, index } of writtenText(node, reading).matchAll(MARK)) {
      reading.report({
        severity: "error",
        rule: unclosedComment.id,
        message: `Unexpected ${mark.trim()}, expected a whole comment: <!-- … -->`,
        hint: "A comment with blank lines in it begins on a line of its own. For the signs themselves write \\< and \\>.",
        place: reading.source.place(begin + index, begin + index + mark.length),
      });
    }
  },
};
