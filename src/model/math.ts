import katex, { type KatexOptions, type StrictFunction, type TrustContext } from "katex";
// Registers `\ce` and `\pu` with the one KaTeX instance of the program.
import "katex/contrib/mhchem";

/** Expansions of macros in one formula before it counts as endless. */
const MAX_EXPANSIONS = 1000;

/** The largest size a formula may name, in em: about the width of a page. */
const MAX_SIZE = 50;

/**
 * A formula as KaTeX's visual markup, the same for `check` and for `render`, and made once. Throws KaTeX's `ParseError` for
 * anything it cannot set: nothing is ever printed in red.
 */
export function typeset(tex: string, display: boolean, macros: Readonly<Record<string, string>>): string {
  const known = formulas.get(macros) ?? new Map<string, string>();
  formulas.set(macros, known);
  const key = `${display} ${tex}`;
  const markup = known.get(key) ?? katex.renderToString(tex, mathOptions(macros, display));
  known.set(key, markup);
  return markup;
}

/** By the macros of their exam. */
const formulas = new WeakMap<object, Map<string, string>>();

/** How every formula is set. */
export function mathOptions(
  macros: Readonly<Record<string, string>>,
  display: boolean,
): KatexOptions & { readonly macros: Record<string, string> } {
  return {
    displayMode: display,
    // The visual markup only: MathML beside it would be read out, and copied from the PDF, a second time.
    output: "html",
    throwOnError: true,
    strict,
    trust,
    maxExpand: MAX_EXPANSIONS,
    maxSize: MAX_SIZE,
    // A copy: KaTeX writes `\gdef` into it, and one formula must not change the next.
    macros: { ...macros },
  };
}

/** Refuses what KaTeX has no glyph for; lenient where LaTeX is merely stricter. */
const strict: StrictFunction = (code: string) => (code === "unknownSymbol" ? "error" : "ignore");

/** Refuses `\href`, `\url`, `\includegraphics` and `\html…`: with a plain `false` KaTeX would print their names in red. */
function trust({ command }: TrustContext): never {
  throw new katex.ParseError(`${command} is not allowed in an exam`);
}
