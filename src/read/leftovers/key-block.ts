import type { Nodes } from "mdast";
import { placeOf, type Reading } from "../reading.ts";
import type { Leftover } from "./leftover.ts";
import { LINE_LEAD } from "./line-lead.ts";
import { isFenced } from "./unclosed-fence.ts";
import { writtenLines, writtenText } from "./written-text.ts";

const END = "(?![\\p{L}\\p{N}_:-])";
/** The name of a block behind semicolons, as the key without Shift types them, or behind one colon. */
const LINE = new RegExp(`^(${LINE_LEAD})([:;]*;[:;]*(?:solution|rubric|note)${END}).*$`, "iu");
const LONE = new RegExp(`^${LINE_LEAD}:(?:(?:solution|rubric)${END}|note\\s*$)`, "iu");
const FENCE = /^\{?[.:]*(solution|rubric|note)\}?$/i;
const ALERT = /^\[!\p{L}+\]/u;

/** A block for the key in another tool's syntax, or behind other signs than colons. */
export const keyBlock: Leftover = {
  id: "key-block",
  why: "A solution between other signs than `:::` is text or code, and would be printed on the student's paper.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy?\n\n```{solution}\nBecause it is bounded.\n```\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhy is :note: a sign; solution or not?\n\n```lisp\n;;; solution\n```\n\n:::solution\nBecause it is bounded.\n:::\n",
  find(node, { parents, reading }) {
    if (node.type === "code") findFence(node, reading);
    else if (node.type === "textDirective") findLone(node, reading);
    else if (node.type === "text") {
      for (const line of writtenLines(node, reading)) {
        const [, lead = "", written] = LINE.exec(line.text) ?? [];
        if (written && lead.length >= line.from && lead.length < line.to)
          report(written, nameIn(written), line.start + lead.length, reading);
      }
      if (parents.at(-2)?.type === "blockquote" && parents.at(-2)?.children[0] === parents.at(-1))
        findAlert(node, reading);
    }
  },
};

function findFence(node: Extract<Nodes, { type: "code" }>, reading: Reading): void {
  const name = FENCE.exec(node.lang ?? "")?.[1];
  if (name && isFenced(node, reading)) report(`\`\`\`${node.lang}`, name, placeOf(node, reading).start.offset, reading);
}

/** `:solution` on a line of its own: a directive of the text for Markdown, and nothing the format knows. */
function findLone(node: Nodes, reading: Reading): void {
  const { offset } = placeOf(node, reading).start;
  const { text } = reading.source;
  const before = text.slice(Math.max(0, offset - 100), offset).replace(/^[\s\S]*[\r\n]/, "");
  const line = before + (text.slice(offset, offset + 100).split(/[\r\n]/, 1)[0] ?? "");
  if (LONE.test(line)) report(line.slice(before.length).trimEnd(), nameIn(line), offset, reading);
}

/** `> [!NOTE]`, which GitHub shows as a box. */
function findAlert(node: Nodes, reading: Reading): void {
  const [alert] = ALERT.exec(writtenText(node, reading)) ?? [];
  const { offset } = placeOf(node, reading).start;
  // The first thing in its quote.
  if (alert && />\s*$/.test(reading.source.text.slice(Math.max(0, offset - 20), offset)))
    report(alert, /rubric/i.test(alert) ? "rubric" : /note/i.test(alert) ? "note" : "solution", offset, reading);
}

function nameIn(written: string): string {
  return /solution|rubric|note/i.exec(written)?.[0] ?? "";
}

function report(written: string, name: string, start: number, reading: Reading): void {
  const block = `:::${name.toLowerCase()}`;
  reading.report({
    severity: "error",
    rule: keyBlock.id,
    message: `Unexpected ${written}, expected ${block} on a line of its own`,
    hint: `What the key alone says stands between ${block} and :::, each on a line of its own. For the signs themselves write a \\ before the first.`,
    place: reading.source.place(start, start + written.length),
  });
}
