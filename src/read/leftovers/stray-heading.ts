import type { Leftover } from "./leftover.ts";
import { writtenLines } from "./written-text.ts";

const HEADING = /^([\s\p{Cf}>]*)(#{2,6}(?=[^\s#])|#{1,6}(?=\s)|[#＃]*＃[#＃]+|＃(?=\s))/u;

/** A heading that became text: no space behind `##`, wide signs, or too many spaces before it. */
export const strayHeading: Leftover = {
  id: "stray-heading",
  why: "A question whose heading is not understood becomes part of the question before it.",
  bad: "---\ntitle: Quiz\n---\n\n## One\n\nWhy?\n\n##Two\n\nWhy not?\n",
  good: "---\ntitle: Quiz\n---\n\n## One\n\nWhy?\n\n## Two\n\n#1 and #hashtag: why not?\n",
  find(node, { reading }) {
    if (node.type !== "text") return;
    for (const { text, start, from, to } of writtenLines(node, reading)) {
      const [whole = "", lead = "", signs = ""] = HEADING.exec(text) ?? [];
      if (!whole || lead.length < from || lead.length >= to) continue;
      const fixed = signs.replace(/＃/g, "#");
      reading.report({
        severity: "error",
        rule: strayHeading.id,
        message: `Unexpected ${signs} in a text, expected a heading`,
        hint: `Write the heading at the left margin, with one space behind ${fixed}. For the sign itself write \\#.`,
        place: reading.source.place(start + lead.length, start + whole.length),
      });
    }
  },
};
