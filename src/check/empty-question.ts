import type { Block } from "../model/content.ts";
import type { Exam, Question, Section } from "../model/exam.ts";
import type { Finding, Rule } from "./rule.ts";

/** Every question asks something on paper. */
export const emptyQuestion: Rule = {
  id: "empty-question",
  severity: "warning",
  settings: ["titles"],
  why: "A number with nothing behind it cannot be answered. With `titles: false` that is all that is printed of a question whose words are its heading.",
  bad: [
    "---\ntitle: Quiz\ntitles: false\n---\n\n## What is entropy?\n\n::space{lines=4}\n",
    "---\ntitle: Quiz\ntitles: false\n---\n\n## Heat\n\n### What is heat?\n\n### Work\n\nWhat is work?\n",
    "---\ntitle: Quiz\n---\n\n## Entropy\n\nWhat is it?\n\n## {#heat}\n",
  ],
  good: [
    "---\ntitle: Quiz\n---\n\n## What is entropy?\n\n## {#heat}\n\n::space{lines=4}\n",
    "---\ntitle: Quiz\ntitles: false\n---\n\n# Organs\n\nName them in the order of the figure.\n\n## Liver\n\n::short[liver]\n",
    "---\ntitle: Quiz\ntitles: false\n---\n\n## Heart\n\nName its chambers.\n\n### Left\n\n::short[atrium]\n\n### Right\n\n::short[ventricle]\n",
  ],
  check: (exam) =>
    exam.sections.flatMap((section) => section.questions.flatMap((question) => judge(question, section, exam))),
};

function judge(question: Question, { text }: Section, { settings }: Exam): Finding[] {
  if (isBare(question))
    return [
      {
        message: "There is nothing in this question",
        hint: "Write below its ## what is asked, or take the heading out.",
        place: question.place,
      },
    ];
  // What stands above may ask for all that are below: "Name the organs of the figure."
  if (settings.titles || saysSomething(text)) return [];
  const asksInParts = question.parts.length > 0;
  const items = asksInParts ? (saysSomething(question.stem) ? [] : question.parts) : [question];
  return items
    .filter(({ title, stem, after }) => title.length > 0 && !saysSomething([...stem, ...after]))
    .map(({ place }) => ({
      message: `titles: false leaves this title out, and nothing else says what the ${asksInParts ? "part" : "question"} asks`,
      hint: "Write it below the heading, or leave titles: false out.",
      place,
    }));
}

/** Whether nothing at all was written of a question, not even for the key. */
function isBare({ title, stem, after, kind, parts, solution, rubric, notes }: Question): boolean {
  return kind === "open" && [title, stem, after, parts, solution, rubric, notes].every(({ length }) => length === 0);
}

/** Whether blocks are more than room and rules. */
function saysSomething(blocks: readonly Block[]): boolean {
  return blocks.some(({ type }) => type !== "space" && type !== "pageBreak" && type !== "thematicBreak");
}
