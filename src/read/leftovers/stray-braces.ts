import type { Leftover } from "./leftover.ts";
import { writtenText } from "./written-text.ts";

const NAMES =
  "points|kind|bonus|tags|difficulty|columns|shuffle|pin|newpage|keep|ignore|pick|pick-per|width|height|accept|tolerance|range|unit|lines|box|grid";
const END = "(?![\\p{L}\\p{N}_-])";

/** What nobody writes as a set: `{#`, `{pin`, `{points=`, `{keep` at the end of a line. */
const IN_TEXT = new RegExp(
  `[{｛]\\s*(?:[#＃]|pin${END}|(?:${NAMES})\\s*[=＝]|(?:bonus|newpage|keep)[ \\t]*(?=[\\r\\n]|$))`,
  "gu",
);
const IN_HEADING = new RegExp(`[{｛]\\s*(?:[#＃]|(?:${NAMES})${END})`, "gu");

/** Attributes that are not understood as such: not closed, broken over two lines, in wide braces. */
export const strayBraces: Leftover = {
  id: "stray-braces",
  why: "Attributes with a slip in them are text: they would be printed, ids included, and what they say would not be done.",
  bad: "---\ntitle: Quiz\n---\n\n## Limit {#limit\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## Limit {#limit}\n\nWhy is $x_{i}$ in {1, 2} or {x}? \\{#\n",
  find(node, parents, reading) {
    if (node.type !== "text") return;
    const text = writtenText(node, reading);
    const begin = node.position?.start.offset ?? 0;
    for (const { index } of text.matchAll(parents.at(-1)?.type === "heading" ? IN_HEADING : IN_TEXT)) {
      const written = /^.[^\r\n{｛}｝]{0,80}[}｝]?/u.exec(text.slice(index, index + 100))?.[0] ?? "";
      const isClosed = /[}｝]$/u.test(written);
      reading.report({
        severity: "error",
        rule: strayBraces.id,
        message: isClosed
          ? `Unexpected ${written}, expected attributes`
          : `Unexpected ${written.trimEnd()}, expected } on the same line`,
        hint: 'Attributes are written {#id key=value key="two words" flag}. For braces in the text write \\{ and \\}.',
        place: reading.source.place(begin + index, begin + index + written.trimEnd().length),
      });
    }
  },
};
