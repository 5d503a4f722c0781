import type { Blockquote, Nodes, Parents } from "mdast";
import { placeOf, type Reading } from "../reading.ts";
import type { Leftover } from "./leftover.ts";
import { isInFeedback, isInOption, isOptions } from "./options.ts";
import { isFenced } from "./unclosed-fence.ts";
import { writtenLines } from "./written-text.ts";

/** A quote's mark, or one with a stray sign before it. */
const QUOTE_LINE = /^([\s\p{Cf}]*)(?:[>＞]|[^\p{L}\p{N}\s)\]$>=-][ \t]*>[ \t])/u;

/** Feedback that is no quote directly in its option: behind the options, too far to the right, or deeper inside. */
export const strayFeedback: Leftover = {
  id: "stray-feedback",
  why: "Feedback tells which option is right. Only as a quote inside its option it is left off the student's paper.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nWhich?\n\n- [ ] 1\n- [x] 2\n> By the rule of l'Hôpital.\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\n> A quotation.\n\nWhich?\n\n- [ ] > 1\n- [x] 2\n  > By the rule of l'Hôpital.\n",
  find(node, { parents, indexes, reading }) {
    const inOption = isInOption(parents);
    const parent = parents.at(-1);
    if (node.type === "blockquote" && parent) findQuote(node, parent, indexes.at(-1) ?? 0, inOption, reading);
    const isNear = inOption || isOptions(parents.at(-2)?.children[(indexes.at(-2) ?? 0) - 1]);
    if (node.type === "text" && !inOption && isInFeedback(parents)) findLazyLine(node, reading);
    if (isNear && (node.type === "text" || isQuotedCode(node, reading))) findLine(node, reading);
  },
};

function findQuote(quote: Blockquote, parent: Parents, index: number, inOption: boolean, reading: Reading): void {
  const siblings: Nodes[] = parent.children;
  const before = siblings[index - 1];
  if (inOption) {
    if (parent.type !== "listItem" || typeof parent.checked !== "boolean")
      report(quote, "deeper inside an option", reading);
    return;
  }
  const next = siblings[index + 1];
  if (isOptions(next) && next.position?.start.line === (quote.position?.end.line ?? 0) + 1 && !isOptions(before)) {
    report(quote, "on the line above options", reading);
    return;
  }
  if (!isOptions(before)) return;
  report(quote, "behind the options", reading);
  before.children.at(-1)?.children.push(quote);
  if (isOptions(next)) before.children.push(...next.children);
  siblings.splice(index, isOptions(next) ? 2 : 1);
}

function report(quote: Blockquote, where: string, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: strayFeedback.id,
    message: `Unexpected quote ${where}, expected feedback directly in an option`,
    hint: "Indent it as far as its option's text. A quotation that is to be printed stands above the options and a blank line.",
    place: placeOf(quote, reading),
  });
}

/** Indented too far, a quote becomes code; a program does not begin all its lines with `> `. */
function isQuotedCode(node: Nodes, reading: Reading): boolean {
  return (
    node.type === "code" &&
    !isFenced(node, reading) &&
    node.value.split(/[\r\n]+/).every((line) => /^\s*>\s/.test(line))
  );
}

/** A line at the left margin right behind feedback belongs to it for Markdown, and would be missing on the paper. */
function findLazyLine(node: Nodes, reading: Reading): void {
  for (const { text, start, from } of writtenLines(node, reading)) {
    if (from > 0 || !/^[^\s>]/.test(text)) continue;
    reading.report({
      severity: "error",
      rule: strayFeedback.id,
      message: "Unexpected line at the left margin, which belongs to the feedback above",
      hint: "Leave a blank line above it, or begin it with > below the option's text if it is feedback.",
      place: reading.source.place(start, start + text.trimEnd().length),
    });
    return;
  }
}

function findLine(node: Nodes, reading: Reading): void {
  for (const { text, start, from, to } of writtenLines(node, reading)) {
    const [whole = "", lead = ""] = QUOTE_LINE.exec(text) ?? [];
    if (!whole || lead.length < from || lead.length >= to) continue;
    const place = reading.source.place(start + lead.length, start + text.trimEnd().length);
    reading.report({
      severity: "error",
      rule: strayFeedback.id,
      message: "Unexpected > in an option's text, expected feedback",
      hint: "Indent it as far as the option's text, no further, and begin it with a plain >. For the sign itself write \\>.",
      place,
    });
    if (node.type === "code") return;
  }
}
