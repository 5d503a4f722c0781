import type { Image, ImageReference, Nodes } from "mdast";
import { formOf, NAMES } from "../directive-names.ts";
import { type Reading, typed } from "../reading.ts";
import { COLON } from "./explain-directive.ts";
import type { Leftover } from "./leftover.ts";
import { LINE_LEAD } from "./line-lead.ts";
import { isImage, writtenText } from "./written-text.ts";

const END = "(?![\\p{L}\\p{N}_-])";
const DIRECTIVE = new RegExp(`(?<!${COLON})(${COLON}+)([ \\t]*)(${NAMES.join("|")})${END}[ \\t]*([[{［｛【])?`, "giu");
const LEAD = new RegExp(`^${LINE_LEAD}$`, "u");

/** A gap whose colon is missing or whose name is broken, and the label of a reference without it. */
const ID = "\\[?#\\p{L}[\\p{L}\\p{N}_.-]*\\]";
const BROKEN = new RegExp(
  `(?<!\\uE000)(?:b\\W?l\\W?a\\W?n\\W?k?\\W?\\[|:blank${END}|(?<!\\p{L})lank\\s?\\[|(?<!${COLON})ref${ID}|(?<!ref|\\[)${ID})`,
  "giu",
);

/** A directive with its own line written into the middle of a text, or one of any form with a slip in its colons. */
export const directiveInText: Leftover = {
  id: "directive-in-text",
  why: "Answers and solutions have lines of their own; inside a text, `::numeric[9.81]` would be printed as it is, answer included.",
  bad: "---\ntitle: Quiz\n---\n\n## Gravity\n\nIts value is ::numeric[9.81] here.\n",
  good: "---\ntitle: Quiz\n---\n\n## Gravity\n\nIts value by std::numeric_limits is\n\n::numeric[9.81]\n",
  find(node, { reading }) {
    if (isImage(node)) findInPicture(node, reading);
    if (node.type === "inlineCode" || node.type === "code" || node.type === "inlineMath" || node.type === "math")
      findGap(node, reading);
    if (node.type !== "text") return;
    const text = writtenText(node, reading);
    const begin = node.position?.start.offset ?? 0;
    for (const match of text.matchAll(DIRECTIVE)) findDirective(match, begin + match.index, reading);
    for (const { 0: written, index } of text.matchAll(BROKEN)) {
      report(written, written.includes("#") ? ":ref" : ":blank", begin + index, reading);
    }
  },
};

/** A gap in code or in a formula, where nothing is understood; `markdown` may show how gaps are written. */
function findGap(
  node: Extract<Nodes, { type: "inlineCode" | "code" | "inlineMath" | "math" }>,
  reading: Reading,
): void {
  if (node.type === "code" && /^(markdown|md)$/i.test(node.lang ?? "")) return;
  for (const { 0: written, index } of typed(node, reading).matchAll(/(?<![\p{L}\p{N}:]):blank\[/gu)) {
    const start = (node.position?.start.offset ?? 0) + index;
    reading.report({
      severity: "error",
      rule: directiveInText.id,
      message: `Unexpected ${written} in ${node.type.endsWith("ode") ? "code" : "a formula"}, expected it in the text`,
      hint: "Code and formulas are printed as they are, answers included. End them before the gap and begin them anew behind it.",
      place: reading.source.place(start, start + written.length),
    });
  }
}

/** A gap or a reference in a picture's alternative text, of which the label alone would be read out, answer or not. */
function findInPicture(image: Image | ImageReference, reading: Reading): void {
  for (const { 0: written, index } of writtenText(image, reading).matchAll(/(?<![\p{L}\p{N}:]):(?:blank|ref)\[/gu)) {
    const start = (image.position?.start.offset ?? 0) + index;
    reading.report({
      severity: "error",
      rule: directiveInText.id,
      message: `Unexpected ${written} in an alternative text, expected it in the text`,
      hint: "An alternative text is plain, and every student may have it read out. Say what the picture shows without it.",
      place: reading.source.place(start, start + written.length),
    });
  }
}

function findDirective(match: RegExpExecArray, start: number, reading: Reading): void {
  const [, colons = "", gap = "", name = "", open] = match;
  const source = reading.source.text;
  const form = formOf(name.toLowerCase()) ?? "";
  const isBlock = colons.length > 2 && form.startsWith(":::") && !/[\p{L}\p{N}_]/u.test(source[start - 1] ?? "");
  // Before a bracket one plain colon is ordinary: `m: short[0]`.
  if (!isBlock && !(open && /^..|[^:]/.test(colons))) return;
  const line = source.slice(Math.max(0, start - 1000), start).replace(/^[\s\S]*[\r\n]/, "");
  // Such a line is explained by `colon-line`.
  if (colons.length > 1 && LEAD.test(line)) return;
  report(colons + gap + name, form, start, reading);
}

function report(written: string, form: string, start: number, reading: Reading): void {
  const isAlone = form.startsWith("::");
  reading.report({
    severity: "error",
    rule: directiveInText.id,
    message: `Unexpected ${written} inside a text, expected ${form}${isAlone ? " on a line of its own" : ""}`,
    hint: isAlone
      ? `Give ${form} a line of its own at the left margin. For colons in the text write \\:\\:.`
      : `Write ${form}[…], with one plain colon and nothing between. For a bracket in the text write \\[.`,
    place: reading.source.place(start, start + written.length),
  });
}
