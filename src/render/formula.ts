import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import rehypeKatex from "rehype-katex";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import { mathOptions } from "../model/math.ts";

/** A formula in a line of at most so many signs is not broken at the line's end. */
const SHORT = 20;

/**
 * A formula as KaTeX's visual markup. Its TeX is what a screen reader, and whoever copies from the PDF, gets.
 * Throws KaTeX's `ParseError` for a formula that `check` would have refused.
 */
export function formula(tex: string, display: boolean, macros: Readonly<Record<string, string>>): Element {
  const { children } = typeset(tex, display, macros);
  const isShort = textOf({ type: "root", children }).length <= SHORT;
  return {
    type: "element",
    tagName: "span",
    properties: {
      className: [display ? "formula-display" : isShort ? "formula-short" : "formula"],
      role: "img",
      ariaLabel: withoutComments(tex),
    },
    children: children as Element[],
  };
}

function typeset(tex: string, display: boolean, macros: Readonly<Record<string, string>>): Root {
  const className = [display ? "math-display" : "math-inline"];
  const code: Element = { type: "element", tagName: "code", properties: { className }, children: [] };
  code.children.push({ type: "text", value: tex });
  const file = new VFile();
  const root: Root = { type: "root", children: [code] };
  rehypeKatex(mathOptions(macros, display))(root, file);
  for (const { cause } of file.messages) throw cause;
  visit(root, (node) => {
    // KaTeX hides its markup from assistive technology, and so from a tagged PDF.
    if (node.type === "element") delete node.properties.ariaHidden;
    // What it gives Safari to measure lies in no typeface of ours.
    if (node.type === "text") node.value = node.value.replaceAll("\u200B", "");
  });
  return root;
}

/** TeX as it counts: a comment could say what the paper must not. */
function withoutComments(tex: string): string {
  return tex
    .replace(/(?<!\\)((?:\\\\)*)%.*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
