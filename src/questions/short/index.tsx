import type { LeafDirective } from "mdast-util-directive";
import { readAttributes, text } from "../../model/attribute-types.ts";
import { paragraph } from "../inline.ts";
import { type AnswerSource, defineKind } from "../kind.ts";
import { hasNoAnswer, readTextAnswer, renderTextAnswer, type TextAnswer } from "../text-answer.tsx";
import style from "./style.css";

/** A few words, written on a rule that is as long for every answer. */
export const short = defineKind<TextAnswer>({
  name: "short",
  claim: (blocks) =>
    blocks.flatMap((block, index) => (block.type === "leafDirective" && block.name === "short" ? [index] : [])),
  read: readShort,
  arrange: (body) => body,
  key: ({ accepted }) => ({ text: accepted.join("|"), details: { accepted } }),
  texts: ({ accepted }) => ({ printed: [], secret: accepted.map(paragraph) }),
  render: (body, context) => <p class="short">{context.view === "key" ? renderTextAnswer(body, context) : null}</p>,
  style,
});

function readShort(source: AnswerSource): TextAnswer | undefined {
  const directive = source.blocks[0] as LeafDirective;
  const attributes = source.attributes(directive);
  readAttributes(attributes, { of: "::short", types: { accept: text }, report: source.report });
  const answer = readTextAnswer(directive, attributes, source);
  if (!hasNoAnswer(directive)) return answer;
  source.report({
    severity: "error",
    rule: "empty-answer",
    message: "Unexpected ::short without an answer",
    hint: "Write the answer in brackets: `::short[Paris]`.",
    place: source.place(directive),
  });
  return undefined;
}
