import type { Nodes } from "mdast";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { paragraph } from "../inline.ts";
import { defineKind } from "../kind.ts";
import { renderTextAnswer } from "../text-answer.tsx";
import { type Blanks, isBlank, readBlanks } from "./read.ts";
import style from "./style.css";

/** Gaps in the text, one as wide as the other, so that no length tells an answer. */
export const blanks = defineKind<Blanks>({
  name: "blanks",
  inText: true,
  claim: (blocks) => blocks.flatMap((block, index) => (holdsBlank(block) ? [index] : [])),
  read: readBlanks,
  arrange: (body) => body,
  key: ({ gaps }) => ({
    text: gaps.map(({ accepted }) => accepted.join("|")).join(";"),
    details: { blanks: gaps.map(({ accepted }) => ({ accepted })) },
  }),
  texts: ({ gaps }) => ({ printed: [], secret: gaps.flatMap(({ accepted }) => accepted.map(paragraph)) }),
  render: () => <></>,
  renderInText: ({ gaps, width }, index, context) => {
    const gap = context.view === "key" ? gaps[index] : undefined;
    return (
      <span class="blanks" style={width && `--blanks-width: ${width}mm`}>
        {gap ? renderTextAnswer(gap, context) : null}
      </span>
    );
  },
  style,
});

function holdsBlank(block: Nodes): boolean {
  let found = false;
  visit(block, (node) => {
    // A footnote stands below the page's text and may be called twice: a gap in it is reported as a stray one.
    if (node.type === "footnote") return SKIP;
    found ||= isBlank(node);
    return found ? EXIT : undefined;
  });
  return found;
}
