import type { Metadata, View } from "../model/page.ts";
import type { Place } from "../model/place.ts";

/** What a finished document has to be: plain data, all that is known of a paper when it is read back. */
export interface Expectation {
  /** Name of the document, for messages. */
  readonly file: string;
  readonly view: View;
  readonly pages: number;
  /** Whom it is made out to. */
  readonly whom?: string;
  /** What it says of itself. */
  readonly metadata: Pick<Metadata, "title" | "author" | "lang">;
  /** Texts that stand before the first question. */
  readonly opening: readonly Piece[];
  /** In printed order. */
  readonly questions: readonly ExpectedQuestion[];
  /** What must not be found on a student's paper, and stands on a key. */
  readonly secrets: readonly Secret[];
  /** All that may be found there, as written: a secret that quotes it is none. */
  readonly allowed: readonly string[];
}

/** A question as it is printed. */
export interface ExpectedQuestion {
  readonly number: number;
  /** Where it was written, where that is known. */
  readonly place?: Place | undefined;
  /** The page it begins on, from 1. */
  readonly page: number;
  /** Squeezed; empty where none is printed. */
  readonly title: string;
  /** Title and text of its section, where it is the section's first. */
  readonly section: readonly Piece[];
  /** Its own texts and those of its parts, in printed order. */
  readonly pieces: readonly Piece[];
}

/** A stretch of text that is printed as a whole: from the beginning of a line to the end of one. */
export interface Piece {
  /** What it is, as a message names it: "option c of question 2". */
  readonly name: string;
  /** Squeezed: the letter or number before it. */
  readonly label?: string;
  /** Squeezed, with the signs of `plain-text.ts` for figures and gaps. */
  readonly text: string;
  /** The same as written. */
  readonly runs?: readonly string[];
  /** Whether it stands in a line written from the right, in which signs between words of other scripts change their places. */
  readonly inReverse?: true;
  /** Of a piece that says what something is worth, in words that only the page knows. A template may leave it out. */
  readonly points?: number;
}

/** Words for the key alone. */
export interface Secret {
  /** What they are, as a message names it: "the solution of question 3". */
  readonly name: string;
  /** The number of the question it is about, where it is about one. */
  readonly question?: number;
  /** Where it was written, where that is known. */
  readonly place?: Place | undefined;
  /** As written, with figures as in `plain-text.ts`; a text for each paragraph, cell, block of code … */
  readonly texts: readonly string[];
}
