import type { Place } from "./place.ts";
import { letterAt } from "./version.ts";

/*
 * The words of an exam, by which its finished documents are proven: plain data that stands once in the manifest, for all
 * versions and copies. Of a text, figures, gaps, footnotes and references are written with the signs of
 * `verify/plain-text.ts`.
 */

/** All that an exam may print, on papers and keys. */
export interface ExamTexts {
  /** BCP 47, as every document says it of itself. */
  readonly lang: string;
  /** As every document says it of itself; empty when the exam names nobody. */
  readonly author: string;
  /** Words of the header: course, title, fields … They may stand on a paper whatever the key says. */
  readonly header: readonly string[];
  /** What stands before the title of a bonus question. */
  readonly bonus: string;
  /** The letters of options and of parts, in their order. */
  readonly letters: { readonly choices: readonly string[]; readonly parts: readonly string[] };
  readonly instructions: Text;
  readonly opening: Text;
  /** In the source's order. */
  readonly sections: readonly SectionTexts[];
}

/** A section with all the questions that may be printed in it. */
export interface SectionTexts {
  readonly title: Text;
  readonly text: Text;
  readonly secrets: readonly SecretText[];
  readonly questions: readonly QuestionTexts[];
}

/** What is asked, and how it is answered. */
export interface ItemTexts {
  readonly id: string;
  readonly title: Text;
  readonly stem: Text;
  /** What is printed to be answered, each once; a version tells in which order. */
  readonly choices: readonly AnswerText[];
  readonly after: Text;
  /** Where it was written; not in the manifest. */
  readonly place?: Place | undefined;
}

/** A question with its parts and all that the key says of it. */
export interface QuestionTexts extends ItemTexts {
  readonly secrets: readonly SecretText[];
  readonly parts: readonly ItemTexts[];
}

/** Words of content: a text for each paragraph, cell, block of code …, in order. */
export interface Text {
  readonly runs: readonly string[];
  /** The footnotes it calls, in order; each printed at the end of its question. */
  readonly notes?: readonly NoteText[] | undefined;
}

/** A footnote. */
export interface NoteText {
  /** Equal for two calls of one note. */
  readonly identifier: string;
  readonly runs: readonly string[];
}

/** Something printed to be answered. */
export interface AnswerText extends Text {
  /** The option it is, where it is one. */
  readonly id?: string | undefined;
}

/** Words for the key alone. */
export interface SecretText {
  readonly what: "solution" | "rubric" | "answer" | "note";
  /** The part it is about, where it is about one. */
  readonly part?: string | undefined;
  readonly runs: readonly string[];
  /** Where it was written; not in the manifest. */
  readonly place?: Place | undefined;
}

/** A version as it prints the texts of its exam. */
export interface PlannedVersion {
  readonly label: string;
  readonly questions: readonly PlannedQuestion[];
  /** What references print, by target: those that its texts make. */
  readonly references: Readonly<Record<string, string>>;
}

/** A question or part as a version prints it. */
export interface PlannedItem {
  readonly id: string;
  readonly points: number;
  /** What is printed to be answered, in order. */
  readonly printed: readonly PlannedAnswer[];
}

/** A question as a version prints it. */
export interface PlannedQuestion extends PlannedItem {
  readonly number: number;
  readonly bonus: boolean;
  /** In printed order; the letter is as printed, without brackets. */
  readonly parts: readonly (PlannedItem & { readonly letter: string })[];
}

/** Something to be answered, in its place. */
export interface PlannedAnswer {
  /** Which of the item's `choices`, from 0. */
  readonly text: number;
  /** The letter or number it stands behind. */
  readonly label?: string | undefined;
  /** What the key alone fills in, directly before it. */
  readonly filled?: string | undefined;
  /** Whether the key marks it as right. */
  readonly right?: boolean | undefined;
}

/** An option as the manifest lists it. */
export interface ListedOption {
  /** a, b, c … whatever the paper prints. */
  readonly letter: string;
  readonly id: string;
  readonly correct?: boolean | undefined;
}

/** What is printed of options that the manifest lists, where that is all there is to an answer. */
export function printedOptions(
  options: readonly ListedOption[],
  { choices }: ItemTexts,
  letters: ExamTexts["letters"],
): PlannedAnswer[] {
  return options.map(({ letter, id, correct }) => ({
    text: choices.findIndex((choice) => choice.id === id),
    label: printedLetter(letter, letters.choices),
    ...(correct && { right: true }),
  }));
}

/** What a paper prints for a letter of the manifest; that letter itself when it is none. */
export function printedLetter(latin: string, letters: readonly string[]): string {
  for (let index = 0; index < MAX_LETTERS; index++) if (letterAt(index) === latin) return letterAt(index, letters);
  return latin;
}

/** a to z, and aa to zz. */
const MAX_LETTERS = 26 + 26 ** 2;
