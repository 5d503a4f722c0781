import type { Leftover } from "./leftover.ts";
import { writtenText } from "./written-text.ts";

/** A comment inside a text that is not closed in the same paragraph. */
export const unclosedComment: Leftover = {
  id: "unclosed-comment",
  why: "A comment that is not closed where it began is text: what was to be hidden would be printed.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy? <!-- a hard one\n\nIt took an hour. -->\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy? <!-- a hard one --> A --> B and \\<!-- are text.\n",
  find(node, _parents, reading) {
    if (node.type !== "text") return;
    const begin = node.position?.start.offset ?? 0;
    for (const { index } of writtenText(node, reading).matchAll(/<!--/g)) {
      reading.report({
        severity: "error",
        rule: unclosedComment.id,
        message: "Unexpected <!-- without an end, expected --> in the same paragraph",
        hint: "A comment with blank lines in it begins on a line of its own. For the signs themselves write \\<!--.",
        place: reading.source.place(begin + index, begin + index + 4),
      });
    }
  },
};
