import type { Finding, Rule } from "./rule.ts";
import { placeOfNode, visitContent } from "./visit.ts";

/** A picture or link has no title: nothing on paper shows one. */
export const unprintedTitle: Rule = {
  id: "unprinted-title",
  severity: "warning",
  why: "On a screen the title of a picture or link appears under the pointer; on paper it never does. A caption is a line of text below the picture.",
  bad: '---\ntitle: Quiz\n---\n\n## Sources\n\nSee [the book](https://example.org/book "Chapter 3").\n',
  good: "---\ntitle: Quiz\n---\n\n## Sources\n\nSee [the book](https://example.org/book), chapter 3.\n",
  check: (exam) =>
    [...visitContent(exam)].flatMap((written): Finding[] => {
      const { node } = written;
      if ((node.type !== "image" && node.type !== "link") || !node.title) return [];
      return [
        {
          message: `The title "${node.title}" is not printed`,
          hint: "Write it as text, if students are to read it; else leave it out.",
          place: placeOfNode(written),
        },
      ];
    }),
};
