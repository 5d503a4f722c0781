import type { Heading, Nodes, Paragraph } from "mdast";
import { ATTRIBUTE_NAMES } from "../braces.ts";
import { type Reading, typed } from "../reading.ts";
import type { Leftover } from "./leftover.ts";
import { isImage, writtenText } from "./written-text.ts";

const END = "(?![\\p{L}\\p{N}_-])";

/** What nobody writes as a set: `{#`, `{pin`, `{points=`, `{keep` at the end of a line, and `accept="` alone. */
const IN_TEXT = new RegExp(
  [
    `[{｛][^{}\\r\\n]{0,3}[#＃]\\p{L}|[{｛]\\s*(?:[#＃]|pin${END}|(?:${ATTRIBUTE_NAMES})\\s*[=＝"“])`,
    "[{｛]\\s*(?:bonus|newpage|keep)[ \\t]*(?=[\\r\\n]|$)",
    '(?<![\\p{L}\\p{N}_-])(?:accept|tolerance|tags|difficulty)\\s?[=＝]\\s?["“„«]',
  ].join("|"),
  "gu",
);
/** In a heading any braces with one of our words. */
const IN_HEADING = new RegExp(`[{｛]\\s*(?:[#＃]|(?:${ATTRIBUTE_NAMES})${END})`, "gu");
/** At their end also a word behind another sign than `#`, as in `{:limit}`; in an item `{<x}` may be a set. */
const END_OF_HEADING = atEnd("[^\\p{L}\\p{N}\\s,{}]");
const END_OF_ITEM = atEnd("[^\\p{L}\\p{N}\\s,\\\\$|<>+−{}'\"/-]");
/** What stands before the brace that closes attributes. */
const TAIL = new RegExp(`(?:#\\p{L}|(?<![\\p{L}\\p{N}_-])(?:(?:${ATTRIBUTE_NAMES})\\s?[=＝]|pin))[^{}]*$`, "u");

function atEnd(sign: string): RegExp {
  const word = "\\s?[\\p{L}\\p{N}][\\p{L}\\p{N}_-]+";
  return new RegExp(`(?<!\\\\)\\{(?:[^\\S \\t]|${sign})${word}[^{}\\r\\n]{0,200}\\}[ \\t#]*$`, "u");
}

/** Attributes that are not understood as such: not closed, not begun, broken over two lines, in wide braces. */
export const strayBraces: Leftover = {
  id: "stray-braces",
  why: "Attributes with a slip in them are text: they would be printed, ids included, and what they say would not be done.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit {#limit\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit {#limit}\n\nWhy is $x_{i}$ in {1, 2} or {$x$, {x}}? \\{#\n",
  find(node, { parents, indexes, reading }) {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") findClosing(node, reading);
    const owner = parents.at(-1);
    if (node.type === "heading" || (node.type === "paragraph" && owner?.type === "listItem")) findEnd(node, reading);
    // In a picture's alternative text nothing else is understood either.
    if (node.type !== "text" && !isImage(node)) return;
    const text = writtenText(node, reading);
    const starts = new Set([...text.matchAll(IN_TEXT)].map(({ index }) => index));
    if (owner?.type === "heading") for (const { index } of text.matchAll(IN_HEADING)) starts.add(index);
    // Braces directly behind a directive or an image are its attributes.
    const before = owner?.children[(indexes.at(-1) ?? 0) - 1]?.type;
    if (/^[{｛]/.test(text) && (before === "textDirective" || before === "image" || before === "imageReference"))
      starts.add(0);
    for (const index of starts) reportBraces(text, index, node, reading);
  },
};

function reportBraces(text: string, index: number, node: Nodes, reading: Reading): void {
  const written = /^.[^\r\n{｛}｝]{0,80}[}｝]?/u.exec(text.slice(index, index + 100))?.[0].trimEnd() ?? "";
  const start = (node.position?.start.offset ?? 0) + index;
  const expected = isImage(node)
    ? " in an alternative text, expected it directly behind the picture"
    : `, expected ${/[}｝]$/u.test(written) ? "attributes" : "} on the same line"}`;
  reading.report({
    severity: "error",
    rule: strayBraces.id,
    message: `Unexpected ${written}${expected}`,
    hint: 'Attributes are written {#id key=value key="two words" flag}. For braces in the text write \\{ and \\}.',
    place: reading.source.place(start, start + written.length),
  });
}

/** Braces at the end of a heading or an item that are no attributes, and hold no set either. */
function findEnd(block: Heading | Paragraph, reading: Reading): void {
  const written = typed(block, reading);
  const { index } = (block.type === "heading" ? END_OF_HEADING : END_OF_ITEM).exec(written) ?? {};
  if (index !== undefined && block.children.at(-1)?.type === "text") reportBraces(written, index, block, reading);
}

/** A brace that closes nothing, behind attributes, is what is left of them when their beginning has a slip. */
function findClosing(block: Nodes, reading: Reading): void {
  let depth = 0;
  let last = block.position?.start.offset ?? 0;
  const walk = (node: Nodes) => {
    if (node.type === "text") {
      // An escaped brace opens too: `\\{1, 2}` is a set.
      for (const { 0: brace, index } of typed(node, reading).matchAll(/&(?:#123|lbrace|lcub);|\\?[{}]/g)) {
        const at = (node.position?.start.offset ?? 0) + index;
        const before = reading.source.text.slice(Math.max(last, at - 200), at);
        last = at + brace.length;
        depth += brace.endsWith("}") ? -1 : 1;
        if (depth >= 0) continue;
        depth = 0;
        if (brace === "}" && TAIL.test(before)) reportClosing(at, reading);
      }
    } else if ("children" in node && node.type !== "textDirective") node.children.forEach(walk);
  };
  walk(block);
}

function reportClosing(at: number, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: strayBraces.id,
    message: "Unexpected } that closes nothing, expected { before the attributes",
    hint: "Attributes are written {#id key=value}. For a brace in the text write \\}.",
    place: reading.source.place(at, at + 1),
  });
}
