import katex from "katex";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import type { Exam } from "../model/exam.ts";
import { typeset } from "../model/math.ts";
import type { Finding, Rule } from "./rule.ts";
import { placeOfNode, visitContent } from "./visit.ts";

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
    for (const written of visitContent(exam)) {
      const { node } = written;
      if (node.type !== "math" && node.type !== "inlineMath") continue;
      const message = faultOf(node, exam);
      if (message)
        findings.push({
          message,
          hint: "Formulas are KaTeX's TeX, with mhchem and the front matter's macros; links and HTML are not allowed in them.",
          place: placeOfNode(written),
        });
    }
    return findings;
  },
};

function faultOf(node: MathBlock | InlineMath, exam: Exam): string | undefined {
  try {
    typeset(node.value, node.type === "math", exam.settings.macros);
    return undefined;
  } catch (error) {
    if (error instanceof katex.ParseError) return `Broken formula: ${error.rawMessage}`;
    // KaTeX recurses: a formula nested a thousand deep exhausts the stack before it is parsed.
    if (error instanceof RangeError) return "Broken formula: nested too deeply";
    throw error;
  }
}
