import type { Element } from "hast";
import { typeset } from "../model/math.ts";

/** A formula in a line of at most so many signs is not broken at the line's end. */
const SHORT = 20;

/**
 * A formula as KaTeX's visual markup. Its TeX is what a screen reader, and whoever copies from the PDF, gets.
 * Throws KaTeX's `ParseError` for a formula that `check` would have refused.
 */
export function formula(tex: string, display: boolean, macros: Readonly<Record<string, string>>): Element {
  const markup = withoutHeights(typeset(tex, display, macros))
    // KaTeX hides its markup from assistive technology, and so from a tagged PDF.
    .replaceAll(' aria-hidden="true"', "")
    // What it gives Safari to measure lies in no typeface of ours.
    .replaceAll("\u200B", "");
  return {
    type: "element",
    tagName: "span",
    properties: {
      className: [display ? "formula-display" : isShort(markup) ? "formula-short" : "formula"],
      role: "img",
      ariaLabel: withoutComments(tex),
    },
    // As text: parsed and written again for each document it would be most of the work of rendering.
    children: [{ type: "raw", value: markup }],
  };
}

function isShort(markup: string): boolean {
  return markup.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "&").length <= SHORT;
}

/** Leaves out each `\\vphantom`, of which mhchem makes many: its height is in the line's strut, and what nobody sees is not to be too wide. */
function withoutHeights(markup: string): string {
  if (!INNER.test(markup)) return markup;
  const open: { readonly start: number; readonly isInner: boolean; isHeight: boolean }[] = [];
  let kept = "";
  for (const [token] of markup.matchAll(/<[^>]*>|[^<]+/g)) {
    if (token.startsWith("</")) {
      const element = open.pop();
      kept = element?.isInner && element.isHeight ? kept.slice(0, element.start) : kept + token;
      continue;
    }
    const around = open.at(-1);
    if (around && !token.includes(' style="color:transparent;"')) around.isHeight = false;
    if (token.startsWith("<") && !token.endsWith("/>"))
      open.push({ start: kept.length, isInner: INNER.test(token), isHeight: true });
    kept += token;
  }
  return kept;
}

const INNER = / class="(?:[^"]* )?inner(?: [^"]*)?"/;

/** TeX as it counts: a comment could say what the paper must not. */
function withoutComments(tex: string): string {
  return tex
    .replace(/(?<!\\)((?:\\\\)*)%.*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
