import type { Element } from "hast";
import katex from "katex";
import { mathOptions } from "../model/math.ts";

/** A formula as KaTeX's visual markup. Its TeX is what a screen reader, and whoever copies from the PDF, gets. */
export function formula(tex: string, display: boolean, macros: Readonly<Record<string, string>>): Element {
  // KaTeX hides this markup from assistive technology, and so from a tagged PDF.
  const html = katex.renderToString(tex, mathOptions(macros, display)).replace(' aria-hidden="true"', "");
  return {
    type: "element",
    tagName: display ? "div" : "span",
    properties: { className: [display ? "formula-display" : "formula"], role: "img", ariaLabel: withoutComments(tex) },
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
