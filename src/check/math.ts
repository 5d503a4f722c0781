import katex from "katex";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import type { Exam } from "../model/exam.ts";
import { mathOptions, typeset } from "../model/math.ts";
import { sizeOf } from "./formula-size.ts";
import type { Finding, Rule } from "./rule.ts";
import { placeOfNode, visitContent } from "./visit.ts";

/** The most pieces of all formulas of an exam: those of a thousand long ones. */
const MAX_IN_ALL = 200_000;

/** Every formula can be typeset. */
export const math: Rule = {
  id: "math",
  severity: "error",
  settings: ["macros"],
  why: "KaTeX prints what it does not understand in red, or not at all; a formula is found to be broken before it is printed.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit\n\nFind $\\frac{1}{$.\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit\n\nFind $\\frac{1}{2}$.\n",
  check(exam) {
    const findings: Finding[] = [];
    let inAll = 0;
    for (const written of visitContent(exam)) {
      const { node } = written;
      if (node.type !== "math" && node.type !== "inlineMath") continue;
      const { pieces, fault } = judge(node, exam);
      inAll += pieces;
      const hint =
        "Formulas are KaTeX's TeX, with mhchem and the front matter's macros; links and HTML are not allowed in them.";
      if (fault) findings.push({ message: `Broken formula: ${fault}`, hint, place: placeOfNode(written) });
      if (inAll > MAX_IN_ALL) {
        const message = `The formulas up to here have more than ${MAX_IN_ALL} pieces`;
        return [...findings, { message, hint: "Divide the source into several exams.", place: placeOfNode(written) }];
      }
    }
    return findings;
  },
};

/** How large a formula is, and what is wrong with it. */
function judge(node: MathBlock | InlineMath, exam: Exam): { readonly pieces: number; readonly fault?: string } {
  let pieces = 0;
  try {
    const size = sizeOf(node.value, mathOptions(exam.settings.macros, node.type === "math"));
    pieces = size.pieces;
    if (size.excess) return { pieces, fault: `it has ${size.excess}` };
    typeset(node.value, node.type === "math", exam.settings.macros);
    return { pieces };
  } catch (error) {
    if (error instanceof katex.ParseError) return { pieces, fault: error.rawMessage };
    // KaTeX recurses: a formula nested a thousand deep exhausts the stack before it is parsed.
    if (error instanceof RangeError) return { pieces, fault: "nested too deeply" };
    throw error;
  }
}
