import type { Nodes } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { SKIP, visit } from "unist-util-visit";
import { millimetres, readAttributes, text } from "../../model/attribute-types.ts";
import type { Place } from "../../model/place.ts";
import type { AnswerSource } from "../kind.ts";
import { hasNoAnswer, readTextAnswer, type TextAnswer } from "../text-answer.tsx";

/** The gaps of a text, in the order in which they stand in it. */
export interface Blanks {
  readonly gaps: readonly TextAnswer[];
  /** Width of every gap in millimetres, where the author gave one. */
  readonly width?: number;
}

/** The widest a gap may be, in millimetres: what fits a line of the smallest paper. */
const MAX_WIDTH = 120;

/** Whether a node is `:blank[…]`. */
export function isBlank(node: Nodes): node is TextDirective {
  return node.type === "textDirective" && node.name === "blank";
}

/** The answers of all `:blank`s; each leaves a `blank` node in its place that knows nothing of them. */
export function readBlanks(source: AnswerSource): Blanks {
  const gaps: TextAnswer[] = [];
  const widths: { readonly width: number; readonly place: Place }[] = [];
  for (const block of source.blocks) {
    visit(block, (node, index, parent) => {
      if (node.type === "footnote") return SKIP;
      if (!isBlank(node) || index === undefined || !parent) return undefined;
      const { answer, width } = readBlank(node, source);
      if (width) widths.push(width);
      const { position } = node;
      parent.children[index] = { type: "blank", index: gaps.length, ...(position && { position }) };
      gaps.push(answer);
      return SKIP;
    });
  }
  const [first] = widths;
  const other = widths.find(({ width }) => width !== first?.width);
  if (first && other) {
    source.report({
      severity: "error",
      rule: "blank-widths",
      message: `Unexpected width of ${other.width} mm, expected ${first.width} mm as before`,
      hint: "All gaps of a question are as wide, so that no length tells an answer; give the width once.",
      place: other.place,
      related: { message: "the first width", place: first.place },
    });
  }
  return { gaps, ...(first && { width: first.width }) };
}

function readBlank(node: TextDirective, source: AnswerSource) {
  const attributes = source.attributes(node);
  const { width } = readAttributes(attributes, {
    of: ":blank",
    types: { accept: text, width: millimetres(MAX_WIDTH) },
    report: source.report,
  });
  const answer = readTextAnswer(node, attributes, source);
  if (hasNoAnswer(node)) {
    source.report({
      severity: "error",
      rule: "empty-blank",
      message: "Unexpected :blank without an answer",
      hint: "Write the answer in brackets: `:blank[Paris]`.",
      place: source.place(node),
    });
  }
  const place = attributes?.entries.find((entry) => entry.name === "width")?.place ?? source.place(node);
  return { answer, width: width === undefined ? undefined : { width, place } };
}
