import * as z from "zod";
import { findLanguage, LANGUAGES } from "../languages/index.ts";
import { FIELD_NAMES } from "../languages/language.ts";
import { labelClash } from "../model/label-clash.ts";
import { PAPER_NAMES } from "../model/page.ts";
import { KIND_NAMES } from "../model/settings.ts";
import { versionLabels } from "../model/version.ts";
import { MOST_VERSIONS, VERSION_LABEL } from "../model/version-labels.ts";

/** What may be written for a value, as a JSON schema for editors has it; the `title` is for people. */
type Form = Readonly<Record<string, unknown>>;

/**
 * The front matter, key by key. YAML hands every scalar over as its text (a title `1.10` stays `1.10`), so each value
 * is understood here; an issue's message is what was expected.
 */
function scalar<Value>(expected: string, form: Form, understand: (text: string) => Value | undefined) {
  return z
    .unknown()
    .transform((input, context): Value => {
      const value = typeof input === "string" ? understand(input.trim()) : undefined;
      if (value !== undefined) return value;
      context.issues.push({ code: "custom", message: expected, input });
      return z.NEVER;
    })
    .meta({ title: expected, ...form });
}

/** Editors take a title such as `1.10` for a number. */
const TEXT: Form = { type: ["string", "number"] };

const text = scalar("text", TEXT, (value) => value || undefined);
const boolean = scalar("true or false", { type: "boolean" }, (value) => ({ true: true, false: false })[value]);
const points = scalar(
  "a number of points such as 2 or 1.5, with at most six decimals",
  { type: "number", minimum: 0 },
  (value) => (/^\d+(\.\d{1,6})?$/.test(value) ? Number(value) : undefined),
);
const count = (least: number, most: number) =>
  scalar(`a whole number from ${least} to ${most}`, { type: "integer", minimum: least, maximum: most }, (value) =>
    /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined,
  );

const listOrOne = z
  .preprocess((input) => (typeof input === "string" ? [input] : input), z.array(text))
  .meta({ title: "text, or a list of texts", type: ["array", "string", "number"] });

const fields = listOrOne.meta({
  title: `a list of ${FIELD_NAMES.join(", ")} or any text`,
  items: { anyOf: [{ enum: FIELD_NAMES }, TEXT] },
});

const date = scalar("a date such as 2025-02-18", { type: "string", format: "date" }, (value) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return time.getUTCMonth() + 1 === Number(month) && time.getUTCDate() === Number(day) ? value : undefined;
});

const DURATION = /^(?:(\d+)|(?:(\d+)\s*h)?\s*(?:(\d+)\s*min)?)$/;
const duration = scalar(
  'a duration such as "40 min", "2 h" or "1 h 30 min"',
  {
    anyOf: [
      { type: "integer", minimum: 1 },
      { type: "string", pattern: DURATION.source, minLength: 1 },
    ],
  },
  (value) => {
    const [match, bare, hours, minutes] = DURATION.exec(value) ?? [];
    const total = match ? Number(bare ?? 0) + 60 * Number(hours ?? 0) + Number(minutes ?? 0) : 0;
    return total > 0 && total <= 100_000 ? total : undefined;
  },
);

const TAGS = LANGUAGES.map((language) => language.tag);
const lang = scalar(
  `a language tag with interface words: ${TAGS.join(", ")} (or a region of them, such as es-PE)`,
  { anyOf: [{ enum: TAGS }, { type: "string", pattern: `^(${TAGS.join("|")}|zh)-` }] },
  (value) => (findLanguage(value) ? value : undefined),
);

const label = scalar(
  "a version label of letters, digits, - and _",
  { type: ["string", "integer"], pattern: VERSION_LABEL.source },
  (value) => (VERSION_LABEL.test(value) ? value : undefined),
);

/** Labels of versions: `3` means A, B, C; after Z comes AA. */
const versionList = z
  .union([count(1, MOST_VERSIONS).transform(versionLabels), z.array(label).min(1, "at least one label")], {
    error: `a whole number from 1 to ${MOST_VERSIONS}, or a list of labels`,
  })
  .superRefine((labels, context) => {
    const clash = labelClash(labels);
    if (clash) context.addIssue({ code: "custom", message: clash.expected, path: [clash.index] });
  })
  .meta({ title: `a whole number from 1 to ${MOST_VERSIONS}, or a list of labels` });

const pointsFor = (kinds: readonly string[]) =>
  z
    .union([points, z.strictObject(Object.fromEntries([...kinds, "total"].map((name) => [name, points.optional()])))], {
      error: "a number of points such as 2 or 1.5, with at most six decimals, or keys and values",
    })
    .meta({ title: "a number, or numbers by kind of question and total" });

const shuffle = z
  .strictObject({
    options: boolean.optional().describe("The options of each question. Default: with more than one version."),
    questions: boolean.optional().describe("The questions of each section. Default: no."),
  })
  .meta({ title: "options and questions, each true or false" });

/** Every key of the front matter; unknown ones are issues. What it says of a key is the manual's text, in Markdown. */
const settingsSchema = z.strictObject({
  title: text.describe("The exam's title, as printed."),
  subtitle: text.optional().describe("A second line below the title, as printed."),
  course: text.optional().describe("The course, as printed."),
  term: text.optional().describe("The term, as printed."),
  institution: text.optional().describe("The school or university, as printed."),
  instructors: listOrOne.optional().describe("Who gives the exam, as printed."),
  logo: text.optional().describe("A picture in the header: its path, relative to the exam."),
  date: date.optional().describe("The day of the exam; printed as the exam's language writes dates."),
  duration: duration.optional().describe("How long students have. A bare number means minutes."),
  lang: lang
    .default("en")
    .describe("The language of everything the program prints: words, dates, decimals, hyphenation, direction."),
  paper: scalar(PAPER_NAMES.join(", "), { enum: PAPER_NAMES }, (value) => PAPER_NAMES.find((name) => name === value))
    .default("A4")
    .describe("The size of the sheet."),
  instructions: text
    .optional()
    .describe(
      "Your own instructions, as Markdown, in place of the generated ones, which tell the duration, the number of questions and what each kind is worth.",
    ),
  fields: fields.optional().describe("Boxes in the header that students fill in. Default: `[surname, name, score]`."),
  points: pointsFor(KIND_NAMES)
    .optional()
    .describe(
      "What a question is worth that does not say so itself: for all, or by kind. `total` is checked against the sum, bonus questions left out. Default: 1.",
    ),
  questions: count(1, 100_000)
    .optional()
    .describe("How many questions the paper should have; checked against those it has."),
  versions: versionList.optional().describe("How many versions there are, or their labels: A, B, C … Default: 1."),
  seed: text.optional().describe("What every shuffle depends on. Default: the file's name without `.md`."),
  shuffle: shuffle.optional().describe("What is shuffled."),
  titles: boolean.default(true).describe("Whether question titles are printed."),
  columns: scalar("1 or 2", { enum: [1, 2] }, (value) => ({ "1": 1 as const, "2": 2 as const })[value])
    .default(1)
    .describe("Columns of the page."),
  macros: z
    .record(
      z.string(),
      scalar("TeX", { type: "string" }, (value) => value),
    )
    .meta({ title: "names of macros and their TeX" })
    .optional()
    .describe("Macros for formulas. Quote them: YAML takes ` #1` for a comment."),
  template: text
    .default("default")
    .describe("How pages look: the name of a built-in template, or a folder relative to the exam."),
  "score-table": boolean.default(false).describe("Whether the first page has a table of points per question."),
  ignore: listOrOne.optional().describe("Ids of rules whose warnings and notes are silenced for the whole file."),
});

/** What the front matter says, understood. */
export type FrontMatter = z.infer<typeof settingsSchema>;

/** The schema of the front matter of exams whose questions may be of these kinds. */
export function settingsSchemaFor(kinds: readonly string[] = KIND_NAMES): typeof settingsSchema {
  const isUsual = kinds.length === KIND_NAMES.length;
  return isUsual ? settingsSchema : settingsSchema.extend({ points: pointsFor(kinds).optional() });
}

/** The keys that may stand at a path of the front matter. */
export function knownKeys(path: readonly PropertyKey[], kinds: readonly string[]): readonly string[] {
  const keys = {
    "": Object.keys(settingsSchema.shape),
    points: [...kinds, "total"],
    shuffle: Object.keys(shuffle.shape),
  };
  return keys[path.join(".") as keyof typeof keys] ?? [];
}
