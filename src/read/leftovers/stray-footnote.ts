import type { Leftover } from "./leftover.ts";
import { LINE_LEAD } from "./line-lead.ts";
import { writtenText } from "./written-text.ts";

const CALL = /\[\^([^\s\]]{1,100})\]/g;
/** A note is called right behind a word; a regular expression in running text begins with a space. */
const NAME = /^[\p{L}\p{N}_-]+$/u;
const LEAD = new RegExp(`^${LINE_LEAD}$`, "u");

/** A call of a footnote that is not there, or a footnote whose colon is missing. */
export const strayFootnote: Leftover = {
  id: "stray-footnote",
  why: "A footnote without its colon is ordinary text: one that was meant for the key would be printed on the paper.",
  bad: "---\ntitle: Quiz\n---\n\n## Note\n\nWhy?\n\n:::solution\nBecause.[^proof]\n:::\n\n[^proof] By induction.\n",
  good: "---\ntitle: Quiz\n---\n\n## Note\n\nWhy does [^aeiou] match b?\n\n:::solution\nBecause.[^proof]\n:::\n\n[^proof]: By induction.\n",
  find(node, { reading }) {
    if (node.type !== "text") return;
    const text = writtenText(node, reading);
    const begin = node.position?.start.offset ?? 0;
    for (const { 0: call, 1: label = "", index } of text.matchAll(CALL)) {
      const start = begin + index;
      const line =
        reading.source.text
          .slice(Math.max(0, start - 1000), start)
          .split(/[\r\n]/)
          .at(-1) ?? "";
      const isCall = /^\d+$/.test(label) || (NAME.test(label) && /[^\s([{"'/|=+*-]$/u.test(line));
      if (!isCall && !LEAD.test(line)) continue;
      reading.report({
        severity: "error",
        rule: strayFootnote.id,
        message: `Unexpected ${call}, expected a footnote of that name`,
        hint: `A footnote is a line of its own: ${call}: its text. For brackets in the text write \\${call}.`,
        place: reading.source.place(start, start + call.length),
      });
    }
  },
};
