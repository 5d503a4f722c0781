/** A part of a formula that is not broken between lines, in a document. */
export interface FormulaBox {
  /** Where its markup begins and ends. */
  readonly start: number;
  readonly end: number;
  /** KaTeX's, from `<span class="base">` to its `</span>`. */
  readonly markup: string;
}

export const BOX_START = '<span class="base">';

/** The boxes of a document's formulas, in order. */
export function* formulaBoxes(html: string): Generator<FormulaBox, void> {
  for (let start = html.indexOf(BOX_START); start !== -1; ) {
    const end = endOfSpan(html, start);
    if (end === -1) return;
    yield { start, end, markup: html.slice(start, end) };
    start = html.indexOf(BOX_START, end);
  }
}

/** Where the element that begins at `start` ends; -1 where it does not. */
function endOfSpan(html: string, start: number): number {
  const tag = /<(\/?)span\b/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[1] === "" ? 1 : -1;
    if (depth === 0) return html.indexOf(">", found.index) + 1;
  }
  return -1;
}
