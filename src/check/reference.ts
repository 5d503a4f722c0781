import { allQuestions } from "../model/exam.ts";
import { didYouMean } from "../model/nearest.ts";
import { targetsOf } from "../questions/targets.ts";
import type { Rule } from "./rule.ts";
import { placeOfNode, visitContent } from "./visit.ts";

/** Every `:ref` names something that is on the paper. */
export const reference: Rule = {
  id: "reference",
  severity: "error",
  why: "A reference prints the number or letter something has in this version; there is none for what is not there.",
  bad: "---\ntitle: Quiz\n---\n\n## One {#one}\n\nSee :ref[#tow].\n\n## Two {#two}\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## One {#one}\n\nSee :ref[#two].\n\n## Two {#two}\n\nWhy?\n",
  check(exam, _versions, kinds) {
    const targets = allQuestions(exam).flatMap((question) => targetsOf(question, kinds));
    return [...visitContent(exam)].flatMap((written) => {
      const { node } = written;
      if (node.type !== "reference" || node.target === "" || targets.includes(node.target)) return [];
      const near = didYouMean(node.target, targets);
      const hint = `${near ? `${near} ` : ""}Ids are written {#…} behind a heading or an option.`;
      return [{ message: `Nothing has the id "${node.target}"`, hint, place: placeOfNode(written) }];
    });
  },
};
