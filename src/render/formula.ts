import type { Element, ElementContent, Root } from "hast";
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
    if (node.type === "element") {
      // KaTeX hides its markup from assistive technology, and so from a tagged PDF.
      delete node.properties.ariaHidden;
      node.children = node.children.filter((child) => !isHeightAlone(child));
    }
    // What it gives Safari to measure lies in no typeface of ours.
    if (node.type === "text") node.value = node.value.replaceAll("\u200B", "");
  });
  return root;
}

/** A `\\vphantom`, of which mhchem makes many: its height is in the line's strut, and what nobody sees is not to be too wide. */
function isHeightAlone(node: ElementContent): boolean {
  if (node.type !== "element" || !classes(node).includes("inner")) return false;
  return node.children.every((child) => child.type === "element" && child.properties.style === "color:transparent;");
}

function classes({ properties: { className } }: Element): readonly unknown[] {
  return Array.isArray(className) ? className : [];
}

/** TeX as it counts: a comment could say what the paper must not. */
function withoutComments(tex: string): string {
  return tex
    .replace(/(?<!\\)((?:\\\\)*)%.*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
