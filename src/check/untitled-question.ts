import { allQuestions } from "../model/exam.ts";
import type { Rule } from "./rule.ts";

/** A question without id and title is known by a hash of its text, which changes with every word. */
export const untitledQuestion: Rule = {
  id: "untitled-question",
  severity: "note",
  why: "The id decides how options are shuffled. One made from the text changes when a word changes, and the order with it.",
  bad: "---\ntitle: Quiz\n---\n\n## \n\nWhy?\n",
  good: "---\ntitle: Quiz\n---\n\n## {#why}\n\nWhy?\n",
  check(exam) {
    const untitled = allQuestions(exam).filter((question) => question.idFrom === "text");
    const [first] = untitled;
    if (!first) return [];
    const who = untitled.length > 1 ? `This question and ${untitled.length - 1} more have` : "This question has";
    return [
      {
        message: `${who} neither an id nor a title, so the order of options hangs on the wording`,
        hint: "Write {#a-short-name} behind its ##.",
        place: first.place,
      },
    ];
  },
};
