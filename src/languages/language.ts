import type { Lettering } from "./lettering.ts";
import type { Wording } from "./phrase.ts";

/** Text with `{name}` places, filled by `fill`. */
export type Template = string;

/**
 * One template a plural category of `Intl.PluralRules`, each with the same one place for the number. `other` is always there and stands in for a category left out.
 * A category that holds a single number (Arabic `one` and `two`) may say it in words and have no place.
 */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, Template>> & { other: Template }>;

/** What questions of one kind are worth; place `{worth}`, e.g. "1.5 points". */
export interface Worth {
  /** The exam has one such question. */
  readonly one: Template;
  /** It has several, each worth as much: a matter of meaning, not of plural categories (21 is `one` in Russian). */
  readonly each: Template;
}

/** The words an exam is printed with, in one language. One file a language, named by its tag. */
export interface Language {
  /** BCP 47, e.g. `es` or `zh-Hans`. */
  readonly tag: string;
  /** The language's own name for itself, for lists and messages. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** What stands between a label and its value, spaces included: `": "`, French `" : "`, Chinese `"："`. */
  readonly colon: string;
  /** Letters of options, and of the right column of a matching question, as examiners of the language print them. */
  readonly options: Lettering;
  /** Letters of a question's parts. */
  readonly parts: Lettering;
  /** Labels of the header's boxes, by their front-matter name. */
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Single words and short labels, without a colon. */
  readonly labels: Readonly<Record<LabelName, string>>;
  /** Running footer; places `{page}` and `{pages}`, each exactly once. */
  readonly pageOf: Template;
  /** Points in full; place `{points}` (already formatted). */
  readonly points: Plural;
  /** Points as printed beside a question, short; place `{points}`. */
  readonly pointsShort: Plural;
  /** A length of time. */
  readonly time: {
    /** Place `{hours}`. */
    readonly hours: Plural;
    /** Place `{minutes}`. */
    readonly minutes: Plural;
    /** Places `{hours}` and `{minutes}`, each already in full: "1 hour", "30 minutes". */
    readonly both: Template;
  };
  /** Sentences of the generated instructions. */
  readonly instructions: {
    /** Place `{duration}`. */
    readonly duration: Template;
    /** Place `{questions}`, a count. */
    readonly questions: Plural;
    readonly worth: Readonly<Record<KindName, Worth>>;
  };
  /** Pairs [true, false] as teachers write them, the usual pair first; compared ignoring case. */
  readonly trueFalse: readonly (readonly [string, string])[];
  /** Options that speak of all or none of the others and so belong last; each matches an option's whole text, ignoring case and a final stop. */
  readonly lastOptions: readonly Wording[];
  /** Questions for what is not so, with a group `turn` for the words they turn on; absent where nobody has written them down. */
  readonly negatives?: readonly Wording[];
  /** Wordings that break when the order changes, for warnings. */
  readonly fragile: {
    /** "both A and B", "a) and c)", "option b". */
    readonly letters: readonly Wording[];
    /** "question 3". */
    readonly numbers: readonly Wording[];
    /** "the option above", "the following question". */
    readonly neighbours: readonly Wording[];
  };
}

/** Names of header boxes that have a word in every language; any other text is printed as typed. */
export const FIELD_NAMES = ["surname", "name", "code", "group", "signature", "score"] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Kinds of question every language has a sentence for in the generated instructions. */
export const KIND_NAMES = [
  "single",
  "multiple",
  "true-false",
  "numeric",
  "short",
  "blanks",
  "matching",
  "ordering",
  "open",
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** Names of the labels every language has. */
export const LABEL_NAMES = [
  // The box `name` where there is no box `surname`.
  "fullName",
  "date",
  "duration",
  "instructor",
  "instructors",
  "instructions",
  "version",
  "key",
  "question",
  "points",
  "total",
  "score",
  "bonus",
  "answer",
  "solution",
  "rubric",
  "feedback",
  "note",
  "accepted",
  "tolerance",
  "page",
  "figure",
  "draft",
] as const;
export type LabelName = (typeof LABEL_NAMES)[number];
