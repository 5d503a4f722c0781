import type { Parent, Text } from "mdast";
import type { AttributesNode } from "./attribute-syntax.ts";
import { placeOf, type Reading } from "./reading.ts";

/** Names of attributes, as a pattern. */
export const ATTRIBUTE_NAMES =
  "points|kind|bonus|tags|difficulty|columns|shuffle|pin|newpage|keep|ignore|pick|pick-per|width|height|accept|tolerance|range|unit|lines|box|grid";

/**
 * All attributes have names of two letters or more, so `{i=1}` is no slip of one, unless there are quotes; before a space only
 * our own names are meant: `{max = 1}` is a set.
 */
const MEANT = new RegExp(
  `^\\{\\s*[#.]|[\\p{L}_-]{2,}=|(?<![\\p{L}\\p{N}_-])(?:${ATTRIBUTE_NAMES})\\s+=|["“„]|^\\{\\s*(?:pin|bonus|newpage|keep)\\b`,
  "u",
);

/** Braces that only look like attributes, as `{x}`, are text; what was meant as attributes is reported. */
export function bracesAsText(node: AttributesNode, parent: Parent, reading: Reading): Text {
  if (parent.type === "heading" || MEANT.test(node.value)) {
    reading.report({
      severity: "error",
      rule: "stray-attributes",
      message: `Unexpected attributes ${node.value}`,
      hint: "Attributes end a heading or an option's first paragraph, or follow an image directly. For braces in the text write \\{ and \\}.",
      place: placeOf(node, reading),
    });
  }
  return { type: "text", value: node.value, ...(node.position && { position: node.position }) };
}
