import type { Problem } from "../model/problem.ts";
import type { Expectation, Secret } from "./expectation.ts";
import { containsLetters } from "./find-piece.ts";
import type { Line } from "./lines.ts";
import { isRightToLeft, lettersOf, NOTE_NUMBER, squeeze } from "./plain-text.ts";
import { remembering } from "./remembering.ts";
import { verifyProblem } from "./verify-problem.ts";

/**
 * Proves that a key says all that is written for it, each text with the question it is about. `linesOf` gives the lines of a
 * question by its number; those of the whole document for what is about no question.
 */
export function checkKey(
  { file, secrets }: Pick<Expectation, "file" | "secrets">,
  linesOf: (question: number | undefined) => readonly Line[],
): Problem[] {
  const known = new Map<number | undefined, Printed>();
  const printed = ({ question }: Secret) => {
    const found = known.get(question) ?? printedText(linesOf(question));
    known.set(question, found);
    return found;
  };
  return secrets.flatMap((secret) => {
    const { name, place, texts } = secret;
    if (texts.every((text) => says(printed(secret), squeeze(text)))) return [];
    const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} is not on the key, or not as it was written`;
    return [verifyProblem("verify-key", file, message, { page: linesOf(secret.question)[0]?.page, place })];
  });
}

/** What is printed about a question, in the forms in which it is searched. */
interface Printed {
  readonly text: string;
  readonly bare: string;
}

function printedText(lines: readonly Line[]): Printed {
  return { text: lines.map(({ text }) => text).join(""), bare: lines.map(({ text }) => bare(text)).join("") };
}

function says(printed: Printed, text: string): boolean {
  if (isRightToLeft(text)) {
    // In a line written from the right the order is not sure.
    return containsLetters(lettersOf(printed.text), lettersOf(text));
  }
  let at = 0;
  return text.split(NOTE_NUMBER).every((words) => {
    const wanted = bare(words);
    const found = printed.bare.indexOf(wanted, at);
    at = found + wanted.length;
    return found >= 0;
  });
}

/**
 * Letters and digits alone: hyphens may be a line's, signs change their places in lines written from the right, and an answer
 * in TeX may be printed as a formula.
 */
const bare = remembering((text) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, ""));
