import { alternativeText } from "../model/content.ts";
import type { Rule } from "./rule.ts";
import { placeOfNode, visitContent } from "./visit.ts";

/** Every picture says in words what it shows. */
export const missingAlt: Rule = {
  id: "missing-alt",
  severity: "warning",
  why: "A student who hears the paper instead of seeing it learns of a picture without alternative text only that it is there.",
  bad: "---\ntitle: Quiz\n---\n\n## Graph\n\nDescribe it.\n\n![](graph.svg)\n",
  good: "---\ntitle: Quiz\n---\n\n## Graph\n\nDescribe it.\n\n![A rising line](graph.svg)\n",
  check: (exam) =>
    [...visitContent(exam)]
      .filter(({ node }) => node.type === "image" && alternativeText(node) === undefined)
      .map((written) => ({
        message: "The picture has no alternative text",
        hint: "Say what it shows, without giving an answer away: ![a rising line](graph.svg).",
        place: placeOfNode(written),
      })),
};
