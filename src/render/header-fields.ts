import { FIELD_NAMES, type FieldName } from "../languages/language.ts";
import { fullName } from "../model/student.ts";
import type { Job } from "./job.ts";

/** A box of the header. */
export interface HeaderField {
  /** A field's front-matter name, `full-name`, `date`, `duration`, or `text` for one in the author's words. */
  readonly name: string;
  readonly label: string;
  /** Empty: to be filled in by hand. */
  readonly value: string;
  /** Whether the value is a student's: one line, set smaller where it is long, so that it moves nothing. */
  readonly fit: boolean;
}

/** The boxes in order; the date stands before the score, as on most papers. */
export function headerFields({ exam: { settings }, words, student, wholeNames }: Job): HeaderField[] {
  const { labels, fields: fieldLabels } = words.language;
  const named = wholeNames ? withWholeName(settings.fields) : settings.fields;
  const fields = named.map((field): HeaderField => {
    const name = FIELD_NAMES.find((known) => known === field);
    if (field === FULL_NAME || (name === "name" && !named.includes("surname")))
      return { name: field, label: labels.fullName, ...filled(student && fullName(student)) };
    if (!name) return { name: "text", label: field, ...filled(undefined) };
    return { name, label: fieldLabels[name], ...filled(student && isOwn(name) ? student[name] : undefined) };
  });
  const known: HeaderField[] = [
    ...(settings.date
      ? [{ name: "date", label: labels.date, value: words.dateNumeric(settings.date), fit: false }]
      : []),
    // The generated instructions say it already.
    ...(settings.duration && settings.instructions
      ? [{ name: "duration", label: labels.duration, value: words.duration(settings.duration), fit: false }]
      : []),
  ];
  const score = fields.findIndex(({ name }) => name === "score");
  return fields.toSpliced(score < 0 ? fields.length : score, 0, ...known);
}

function filled(value: string | undefined) {
  return { value: value ?? "", fit: value !== undefined && value !== "" };
}

/** The box for a whole name, as wide as the two it takes the place of. */
const FULL_NAME = "full-name";

function withWholeName(fields: readonly string[]): string[] {
  const isName = (field: string) => field === "surname" || field === "name";
  const [first, second] = fields.flatMap((field, index) => (isName(field) ? [index] : []));
  const whole = second === undefined ? "name" : FULL_NAME;
  return fields.flatMap((field, index) => (index === first ? whole : isName(field) ? [] : field));
}

function isOwn(field: FieldName): field is "surname" | "name" | "code" | "group" {
  return field !== "signature" && field !== "score";
}
