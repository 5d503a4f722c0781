import type { Exam } from "../model/exam.ts";
import type { Lock, LockedText } from "./lock.ts";
import { printedMarkdown } from "./printed-markdown.ts";

/**
 * What is printed around the questions and how pages are made: by front-matter key, with the `opening` text, and `names` where
 * surname and name have one box, as on the papers of a class list that does not part them.
 */
export function headOf({ settings, opening }: Exam, wholeNames: boolean): Lock["head"] {
  const { title, subtitle, course, term, institution, instructors, logo, date, duration } = settings;
  const { lang, paper, columns, scoreTable, template, fields, instructions } = settings;
  const entries: Readonly<Record<string, LockedText | readonly string[] | undefined>> = {
    title,
    subtitle,
    course,
    term,
    institution,
    instructors,
    logo: logo?.replace(/^.*\//, ""),
    date,
    duration: duration === undefined ? undefined : `${duration} min`,
    lang,
    paper,
    template,
    columns: columns === 1 ? undefined : String(columns),
    "score-table": scoreTable ? "true" : undefined,
    fields,
    names: wholeNames ? "in one box" : undefined,
    instructions: instructions && printedMarkdown(instructions),
    opening: printedMarkdown(opening),
  };
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, text]) =>
      text === undefined || text.length === 0 ? [] : [[key, typeof text === "string" ? text : [...text]]],
    ),
  );
}
