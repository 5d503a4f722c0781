import type { Element } from "hast";
import katex from "katex";
import { mathOptions } from "../model/math.ts";

/** A formula in a line of at most so many signs is not broken at the line's end. */
const SHORT = 20;

/** A formula as KaTeX's visual markup. Its TeX is what a screen reader, and whoever copies from the PDF, gets. */
export function formula(tex: string, display: boolean, macros: Readonly<Record<string, string>>): Element {
  // KaTeX hides this markup from assistive technology, and so from a tagged PDF.
  const html = katex.renderToString(tex, mathOptions(macros, display)).replace(' aria-hidden="true"', "");
  const signs = html.replace(/<[^>]*>/g, "").length;
  const className = display ? "formula-display" : signs <= SHORT ? "formula-short" : "formula";
  return {
    type: "element",
    tagName: "span",
    properties: { className: [className], role: "img", ariaLabel: withoutComments(tex) },
    children: [{ type: "raw", value: html }],
  };
}

/** TeX as it counts: a comment could say what the paper must not. */
function withoutComments(tex: string): string {
  return tex
    .replace(/(?<!\\)((?:\\\\)*)%.*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
