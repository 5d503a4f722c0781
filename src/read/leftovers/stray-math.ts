import type { Nodes, Parents } from "mdast";
import { placeOf, type Reading, typed } from "../reading.ts";
import type { Leftover } from "./leftover.ts";

/** What only a formula holds. */
const TEX = /\\[A-Za-z]{2,}|[\p{L}\p{N})}]\^|_\{/u;

/** A pair of dollars of which the first does not open a formula; the second may be the first of another pair. */
const DOLLARS = /(?<!\\)\$(?=([\s\\][^$\r\n]{1,500}?(?<!\\)\$))/g;
/** LaTeX's own signs for formulas, which Markdown takes for escaped brackets. */
const BRACKETS = /(?<!\\)\\(?:\(([^\r\n]{1,500}?)\\\)|\[([\s\S]{1,1000}?)\\\])/g;
/** A command with an argument. */
const COMMAND = /(?<![\\:\p{L}\p{N}])\\([A-Za-z]{2,})\{/gu;

/** A formula in other signs than ours, or in none. */
export const strayMath: Leftover = {
  id: "stray-math",
  why: "A formula stands in dollars that touch it, as on GitHub; in other signs it is text, and its TeX would be printed.",
  bad: "---\ntitle: Quiz\n---\n\n## Half\n\nWhat is $ \\frac{1}{2} $ of ten?\n",
  good: "---\ntitle: Quiz\n---\n\n## Half\n\nWhat is $\\frac{1}{2}$ of ten, at $ 5 or $ 6 \\(each\\)? See `\\frac{1}{2}`.\n",
  find(node, { reading }) {
    if (node.type === "inlineMath") findBackticks(node, reading);
    else if (node.type === "code" && node.lang === "math")
      report("code block named math", "lines of $$ before and behind the formula", placeOf(node, reading), reading);
    else if ("children" in node && node.children.some(({ type }) => type === "text")) findTex(node, reading);
  },
};

function findTex(parent: Parents, reading: Reading): void {
  const text = ownText(parent, reading);
  const tell = (index: number, length: number, what: string, expected: string) => {
    const start = (parent.children[0]?.position?.start.offset ?? 0) + index;
    report(what, expected, reading.source.place(start, start + length), reading);
  };
  for (const { 1: inside = "", index } of text.matchAll(DOLLARS)) {
    if (TEX.test(inside)) tell(index, inside.length + 1, `$${inside} in a text`, "a formula");
  }
  for (const { 0: whole, 1: inline, 2: displayed = "", index } of text.matchAll(BRACKETS)) {
    if (TEX.test(inline ?? displayed)) tell(index, whole.length, whole.slice(0, 2), inline ? "$" : "$$");
  }
  for (const { 0: whole, index } of text.matchAll(COMMAND))
    tell(index, whole.length, `${whole} in a text`, "it in a formula");
}

/** What stands in a node as text, as typed and of the same length as its source; what was understood is blanked out. */
function ownText(parent: Parents, reading: Reading): string {
  return parent.children
    .map((child) => {
      const source = typed(child, reading);
      return child.type === "text" || child.type === "attributes" ? source : "\uE000".repeat(source.length);
    })
    .join("");
}

/** GitHub takes backticks inside the dollars for a part of them. */
function findBackticks(node: Nodes, reading: Reading): void {
  if (/^\$`[^`]*`\$$/.test(typed(node, reading)))
    report("backticks beside a formula's dollars", "the dollars alone", placeOf(node, reading), reading);
}

function report(what: string, expected: string, place: ReturnType<typeof placeOf>, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: strayMath.id,
    message: `Unexpected ${what}, expected ${expected}`,
    hint: "A formula in a line is written $x^2$, without spaces inside its dollars or a digit behind them, one of its own between two lines of $$. TeX that students are to read is `code`.",
    place,
  });
}
