import { z } from "zod";
import { findLanguage, LANGUAGES } from "../languages/index.ts";
import { PAPER_NAMES } from "../model/page.ts";
import { KIND_NAMES } from "../model/settings.ts";
import { versionLabels } from "../model/version.ts";

/**
 * The front matter, key by key. YAML hands every scalar over as its text (a title `1.10` stays `1.10`), so each value
 * is understood here; an issue's message is what was expected.
 */
function scalar<Value>(expected: string, understand: (text: string) => Value | undefined) {
  return z.unknown().transform((input, context): Value => {
    const value = typeof input === "string" ? understand(input.trim()) : undefined;
    if (value !== undefined) return value;
    context.issues.push({ code: "custom", message: expected, input });
    return z.NEVER;
  });
}

const text = scalar("text", (value) => value || undefined);
const boolean = scalar("true or false", (value) => ({ true: true, false: false })[value]);
const points = scalar("a number of points, 0 or more, with at most six decimals", (value) =>
  /^\d+(\.\d{1,6})?$/.test(value) ? Number(value) : undefined,
);
const count = (least: number, most: number) =>
  scalar(`a whole number from ${least} to ${most}`, (value) =>
    /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined,
  );

const listOrOne = z.preprocess((input) => (typeof input === "string" ? [input] : input), z.array(text));

const date = scalar("a date such as 2025-02-18", (value) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return time.getUTCMonth() + 1 === Number(month) && time.getUTCDate() === Number(day) ? value : undefined;
});

const duration = scalar('a duration such as "40 min", "2 h" or "1 h 30 min"', (value) => {
  const [match, bare, hours, minutes] = /^(?:(\d+)|(?:(\d+)\s*h)?\s*(?:(\d+)\s*min)?)$/.exec(value) ?? [];
  const total = match ? Number(bare ?? 0) + 60 * Number(hours ?? 0) + Number(minutes ?? 0) : 0;
  return total > 0 && total <= 100_000 ? total : undefined;
});

const lang = scalar(
  `a language tag with interface words: ${LANGUAGES.map((language) => language.tag).join(", ")} (or a region of them, such as es-PE)`,
  (value) => (findLanguage(value) ? value : undefined),
);

const label = scalar("a version label of letters, digits, - and _", (value) =>
  /^[A-Za-z0-9_-]{1,40}$/.test(value) ? value : undefined,
);

/** Labels of versions: `3` means A, B, C; after Z comes AA. Distinct ignoring case, for file systems that ignore it. */
const versionList = z
  .union([count(1, 10_000).transform(versionLabels), z.array(label).min(1, "at least one label")], {
    error: "a whole number from 1 to 10000, or a list of labels",
  })
  .refine((labels) => new Set(labels.map((name) => name.toLowerCase())).size === labels.length, {
    error: "labels that differ, ignoring upper and lower case",
  });

const kindPoints = z.strictObject(
  Object.fromEntries([...KIND_NAMES, "total"].map((name) => [name, points.optional()])) as Record<
    (typeof KIND_NAMES)[number] | "total",
    z.ZodOptional<typeof points>
  >,
);

const shuffle = z.strictObject({ options: boolean.optional(), questions: boolean.optional() });

/** Every key of the front matter; unknown ones are issues. */
export const settingsSchema = z.strictObject({
  title: text,
  subtitle: text.optional(),
  course: text.optional(),
  term: text.optional(),
  institution: text.optional(),
  instructors: listOrOne.optional(),
  logo: text.optional(),
  date: date.optional(),
  duration: duration.optional(),
  lang: lang.default("en"),
  paper: scalar(PAPER_NAMES.join(", "), (value) => PAPER_NAMES.find((name) => name === value)).default("A4"),
  instructions: text.optional(),
  fields: listOrOne.optional(),
  points: z.union([points, kindPoints], { error: "a number, or keys and values" }).optional(),
  questions: count(1, 100_000).optional(),
  versions: versionList.optional(),
  seed: text.optional(),
  shuffle: shuffle.optional(),
  titles: boolean.default(true),
  columns: scalar("1 or 2", (value) => ({ "1": 1 as const, "2": 2 as const })[value]).default(1),
  macros: z
    .record(
      z.string(),
      scalar("TeX", (value) => value),
    )
    .optional(),
  template: text.default("default"),
  "score-table": boolean.default(false),
  ignore: listOrOne.optional(),
});

/** What the front matter says, understood. */
export type FrontMatter = z.infer<typeof settingsSchema>;

/** The keys that may stand at a path of the front matter. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const shapes = { "": settingsSchema.shape, points: kindPoints.shape, shuffle: shuffle.shape };
  return Object.keys(shapes[path.join(".") as keyof typeof shapes] ?? {});
}
