import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { FIELD_NAMES } from "../languages/language.ts";
import type { Words } from "../languages/words.ts";
import { cssString } from "./css-string.ts";
import type { Job } from "./job.ts";
import { Markup } from "./shell.ts";

/** The pieces of a document that a template puts in their places. */
export interface Pieces {
  readonly instructions: readonly ElementContent[];
  readonly opening: readonly ElementContent[];
  readonly scoreTable: readonly ElementContent[];
  readonly sections: readonly ElementContent[];
}

/** A box of the header. */
interface Field {
  /** A field's front-matter name, `date`, `duration`, or `text` for one in the author's words. */
  readonly name: string;
  readonly label: string;
  /** Empty: to be filled in by hand. */
  readonly value: string;
}

/** Everything a template can use, by the names it uses. Absent texts are empty. */
export function shellValues(job: Job, pieces: Pieces, styles: readonly string[]) {
  const { exam, version, view, words } = job;
  const { settings } = exam;
  const { labels, direction, colon } = words.language;
  const html = (nodes: readonly ElementContent[]) =>
    new Markup(toHtml({ type: "root", children: [...nodes] }, { allowDangerousHtml: true }));
  return {
    lang: words.tag,
    direction,
    paper: settings.paper,
    columns: settings.columns,
    key: view === "key",
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
    labels,
    colon,
    fields: headerFields(job),
    page_of: new Markup(pageOf(words)),
    ...Object.fromEntries(
      Object.entries(pieces).map(([name, nodes]) => [name === "scoreTable" ? "score_table" : name, html(nodes)]),
    ),
  };
}

/** What a document calls itself: "Deep Learning · Quiz N°5 · A". */
export function documentTitle({ exam, version, view, words }: Job): string {
  const { course, title } = exam.settings;
  return [course, title, version.label, view === "key" && words.language.labels.key].filter(Boolean).join(" · ");
}

/** The boxes in order; the date stands before the score, as on most papers. */
function headerFields({ exam: { settings }, words }: Job): Field[] {
  const fields = settings.fields.map((field): Field => {
    const name = FIELD_NAMES.find((known) => known === field);
    return { name: name ?? "text", label: name ? words.language.fields[name] : field, value: "" };
  });
  const { date, duration } = words.language.labels;
  const known: Field[] = [
    ...(settings.date ? [{ name: "date", label: date, value: words.dateNumeric(settings.date) }] : []),
    // The generated instructions say it already.
    ...(settings.duration && settings.instructions
      ? [{ name: "duration", label: duration, value: words.duration(settings.duration) }]
      : []),
  ];
  const score = fields.findIndex(({ name }) => name === "score");
  return fields.toSpliced(score < 0 ? fields.length : score, 0, ...known);
}

/** "page 1 of 4" as the value of a CSS `content`. */
function pageOf({ language }: Words): string {
  return language.pageOf
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => (part === "{page}" ? "counter(page)" : part === "{pages}" ? "counter(pages)" : cssString(part)))
    .join(" ");
}
