import { sampleQuestions } from "../model/exam.ts";
import type { Rule } from "./rule.ts";

/** `questions` is the number of questions on the paper. */
export const questionCount: Rule = {
  id: "question-count",
  severity: "error",
  settings: ["questions"],
  why: "A declared number of questions that differs from the printed one means that a question is missing or was forgotten.",
  bad: "---\ntitle: Quiz\nquestions: 10\n---\n\n## One\n\nWhy?\n",
  good: "---\ntitle: Quiz\nquestions: 1\n---\n\n## One\n\nWhy?\n",
  check(exam) {
    const declared = exam.settings.questions;
    const printed = sampleQuestions(exam).length;
    const place = exam.settingPlaces.questions;
    if (declared === undefined || declared === printed) return [];
    return [
      {
        message: `The exam has ${printed} ${printed === 1 ? "question" : "questions"}, the front matter says ${declared}`,
        hint: "Correct `questions`, or look for a question that is missing.",
        ...(place && { place }),
      },
    ];
  },
};
