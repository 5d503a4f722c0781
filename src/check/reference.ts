import { allQuestions, type Exam } from "../model/exam.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Version } from "../model/version.ts";
import { targetsOf } from "../questions/targets.ts";
import { andMore } from "./lopsided-key.ts";
import type { Finding, Rule } from "./rule.ts";
import { placeOfNode, visitContent, type Written } from "./visit.ts";

/** Every `:ref` names something that is on the paper. */
export const reference: Rule = {
  id: "reference",
  severity: "error",
  why: "A reference prints the number or letter something has in this version; there is none for what is not there.",
  bad: "---\ntitle: Quiz\n---\n\n## One {#one}\n\nSee :ref[#tow].\n\n## Two {#two}\n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## One {#one}\n\nSee :ref[#two].\n\n## Two {#two}\n\nWhy?\n",
  check(exam, versions, kinds) {
    const targets = new Set(allQuestions(exam).flatMap((question) => targetsOf(question, kinds)));
    const references = [...visitContent(exam)].flatMap((written) => {
      const { node } = written;
      return node.type === "reference" && node.target !== "" ? [{ ...written, target: node.target }] : [];
    });
    return references.flatMap((reference) =>
      targets.has(reference.target) ? missingIn(versions, reference) : [unknown(reference, [...targets], exam)],
    );
  },
};

/** A `:ref` and what it names, in full. */
interface Reference extends Written {
  readonly target: string;
}

function unknown(reference: Reference, targets: readonly string[], { sections }: Exam): Finding {
  const { target } = reference;
  const place = placeOfNode(reference);
  if (sections.some(({ id }) => id === target)) {
    const hint = "Name one of its questions, or write the section's title out.";
    return { message: `"${target}" is a section, which has no number`, hint, place };
  }
  // An option or part of another question is named behind that question's id.
  const inside = targets.find((full) => full.endsWith(`.${target}`));
  const near = inside ? `Did you mean "${inside}"?` : didYouMean(target, targets);
  const hint = `${near ? `${near} ` : ""}Ids are written {#…} behind a heading or an option.`;
  return { message: `Nothing has the id "${target}"`, hint, place };
}

/** Where a pool leaves something out, what names it may be printed all the same. */
function missingIn(versions: readonly Version[], reference: Reference): Finding[] {
  const { target, question } = reference;
  const lacking = versions.filter(
    (version) =>
      !Object.hasOwn(version.references, target) && (!question || Object.hasOwn(version.references, question.id)),
  );
  const [first] = lacking;
  if (!first) return [];
  return [
    {
      message: `In version ${first.label}${andMore(lacking.length - 1)}, nothing has the id "${target}": a pick leaves it out`,
      hint: "Refer to what every version has, or put both into one question, as its parts.",
      place: placeOfNode(reference),
    },
  ];
}
