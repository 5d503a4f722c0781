import type { KindName } from "../../src/model/settings.ts";
import type { Blanks } from "../../src/questions/blanks/read.ts";
import type { Choice } from "../../src/questions/choice/options.ts";
import type { Matching } from "../../src/questions/matching/read.ts";
import type { Numeric } from "../../src/questions/numeric/read.ts";
import type { Ordering } from "../../src/questions/ordering/read.ts";
import type { TextAnswer } from "../../src/questions/text-answer.tsx";

const LONG = "an answer far longer than any that somebody would want to write into a gap";
const longText: TextAnswer = { content: [{ type: "text", value: LONG }], accepted: [LONG, `${LONG}, or so`] };

/** Changes everything that only the key may tell, and nothing else. */
const CHANGES: { readonly [Name in KindName]?: (body: never) => unknown } = {
  single: otherOptions,
  multiple: otherOptions,
  "true-false": otherOptions,
  numeric: (body: Numeric): Numeric => ({
    ...body,
    answer: { min: { text: "-123456.789", value: -123456.789 }, max: { text: "1e9", value: 1e9 } },
  }),
  short: () => longText,
  blanks: (body: Blanks): Blanks => ({ ...body, gaps: body.gaps.map(() => longText) }),
  matching: (body: Matching): Matching => ({
    ...body,
    left: body.left.map((cell, index) => ({
      ...cell,
      partner: body.left[(index + 1) % body.left.length]?.partner ?? cell.partner,
    })),
  }),
  ordering: ({ items }: Ordering): Ordering => ({
    items: items.map((item) => ({ ...item, rank: items.length + 1 - item.rank, feedback: longText.content.slice() })),
  }),
};

function otherOptions({ options }: Choice): Choice {
  return {
    options: options.map(({ pin: _pin, ...option }) => ({
      ...option,
      id: `x${option.id}`,
      correct: !option.correct,
      feedback: longText.content.slice(),
    })),
  };
}

/** The body of a question that looks the same to a student and has other answers. */
export function otherAnswers(kind: KindName, body: unknown): unknown {
  return CHANGES[kind]?.(body as never) ?? body;
}
