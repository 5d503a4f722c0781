import type { ElementContent } from "hast";
import type { Words } from "../languages/words.ts";
import { fullName, type Student } from "../model/student.ts";
import { cssString } from "./css-string.ts";
import { headerFields } from "./header-fields.ts";
import type { Job } from "./job.ts";
import { Markup } from "./shell.ts";
import { toHtml } from "./to-html.ts";
import { isVocalised } from "./vocalisation.ts";

/** The pieces of a document that a template puts in their places. */
export interface Pieces {
  readonly instructions: readonly ElementContent[];
  readonly opening: readonly ElementContent[];
  readonly scoreTable: readonly ElementContent[];
  readonly sections: readonly ElementContent[];
}

/** Everything a template can use, by the names it uses. Absent texts are empty. */
export function shellValues(job: Job, pieces: Pieces, styles: readonly string[]) {
  const { exam, version, view, words } = job;
  const { settings } = exam;
  const { labels, direction, colon } = words.language;
  const html = (nodes: readonly ElementContent[]) => new Markup(toHtml(nodes));
  return {
    lang: words.tag,
    direction,
    vocalised: isVocalised(exam),
    paper: settings.paper,
    columns: settings.columns,
    key: view === "key",
    draft: job.draft ? labels.draft : "",
    styles,
    document_title: documentTitle(job),
    title: settings.title,
    subtitle: settings.subtitle ?? "",
    course: settings.course ?? "",
    term: settings.term ?? "",
    institution: settings.institution ?? "",
    instructors: settings.instructors,
    logo: settings.logo ?? "",
    version: version.label,
    student: studentValues(job.student),
    labels,
    colon,
    fields: headerFields(job),
    page_of: new Markup(pageOf(words)),
    ...Object.fromEntries(
      Object.entries(pieces).map(([name, nodes]) => [name === "scoreTable" ? "score_table" : name, html(nodes)]),
    ),
  };
}

/** What a document calls itself: "Deep Learning · Quiz N°5 · A", and behind it whom it is for. */
export function documentTitle({ exam, version, view, words, student }: Job): string {
  const { course, title } = exam.settings;
  const parts = [
    course,
    title,
    version.label,
    student && fullName(student),
    view === "key" && words.language.labels.key,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Whom a paper is made out to; all empty where it is nobody. `line` is for a footer: it takes two lines of it at most. */
function studentValues(student: Student | undefined) {
  const { surname = "", name = "", code = "", group = "" } = student ?? {};
  const full = fullName({ surname, name });
  const texts = [cut(code, 20), cut(full, 40 - Math.min(20, code.length))].filter(Boolean);
  // Closed to both sides, so that no script turns what stands beside it; a word as long as a line may break.
  const line = texts.map((text) => `\u2068${text.replace(/[^\s-]{24}(?=\S)/gu, "$&\u200b")}\u2069`).join(" · ");
  return { surname, name, full_name: full, code, group, line };
}

/** A text of so many characters, as readers count them, or its beginning. */
function cut(text: string, most: number): string {
  const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : text;
}

/** "page 1 of 4" as the value of a CSS `content`. */
function pageOf({ language }: Words): string {
  return language.pageOf
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => (part === "{page}" ? "counter(page)" : part === "{pages}" ? "counter(pages)" : cssString(part)))
    .join(" ");
}
