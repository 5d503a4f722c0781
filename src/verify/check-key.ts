import type { Problem } from "../model/problem.ts";
import type { Expectation, Secret } from "./expectation.ts";
import { containsLetters } from "./find-piece.ts";
import type { Line } from "./lines.ts";
import { isRightToLeft, lettersOf, NOTE_NUMBER, squeeze } from "./plain-text.ts";
import { verifyProblem } from "./verify-problem.ts";

/**
 * Proves that a key says all that is written for it, each text with the question it is about. `linesOf` gives the lines of a
 * question by its number; those of the whole document for what is about no question.
 */
export function checkKey(
  { file, secrets }: Pick<Expectation, "file" | "secrets">,
  linesOf: (question: number | undefined) => readonly Line[],
): Problem[] {
  const known = new Map<number | undefined, string>();
  const printed = ({ question }: Secret) => {
    const text =
      known.get(question) ??
      linesOf(question)
        .map(({ text }) => text)
        .join("");
    known.set(question, text);
    return text;
  };
  return secrets.flatMap((secret) => {
    const { name, place, texts } = secret;
    if (texts.every((text) => says(printed(secret), squeeze(text)))) return [];
    const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} is not on the key, or not as it was written`;
    return [verifyProblem("verify-key", file, message, { page: linesOf(secret.question)[0]?.page, place })];
  });
}

function says(printed: string, text: string): boolean {
  if (isRightToLeft(text)) {
    // In a line written from the right the order is not sure.
    return containsLetters(lettersOf(printed), lettersOf(text));
  }
  const all = bare(printed);
  let at = 0;
  return text.split(NOTE_NUMBER).every((words) => {
    const found = all.indexOf(bare(words), at);
    at = found + bare(words).length;
    return found >= 0;
  });
}

/**
 * Letters and digits alone: hyphens may be a line's, signs change their places in lines written from the right, and an answer
 * in TeX may be printed as a formula.
 */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}
