import type { Problem } from "../model/problem.ts";
import type { Expectation, Secret } from "./expectation.ts";
import { FIGURE_END, FIGURE_START, isRightToLeft, searchForm, squeeze } from "./plain-text.ts";
import { remembering } from "./remembering.ts";
import { verifyProblem } from "./verify-problem.ts";

/** A place in a document that can hold words. */
interface Haystack {
  /** Absent for what is not painted. */
  readonly page?: number;
  readonly text: string;
}

/**
 * Letters and digits in a row that no two texts have in common by chance, and as many as a text must have to be told when it
 * is found whole. Signs of Chinese, Japanese and Korean say more each.
 */
const LENGTHS = { usual: { run: 30, whole: 12 }, ideographic: { run: 12, whole: 6 } } as const;

/** The shortest formula that is told by itself. */
const FORMULA_LENGTH = 10;

/**
 * Looks for words of the key on a student's paper: in what is painted beside the planned lines, and in every string of the
 * file, whatever that is for (alternative texts, outline, metadata, links, names of places …).
 *
 * Found is every text of the key of `LENGTHS.whole` letters or more that stands there whole, and every run of
 * `LENGTHS.run` letters out of a longer one, unless the same letters stand on the paper by right (a solution may quote the
 * question); and every formula of the key of at least `FORMULA_LENGTH` signs, by the same rule. What is shorter cannot be
 * told from words that stand there for another reason; inside of the questions `checkQuestions` refuses all that is not
 * planned. In scripts written from the right a text is also looked for with its words, and its letters, in reverse.
 */
export function checkLeaks(
  painted: readonly { readonly page: number; readonly text: string }[],
  strings: Iterable<string>,
  { file, secrets, allowed }: Pick<Expectation, "file" | "secrets" | "allowed">,
): Problem[] {
  const hidden = [...strings].filter((text) => text.length > 2);
  const haystacks: Haystack[] = [
    ...painted.flatMap(({ page, text }) => wordsOf(text).map((words) => ({ page, text: searchForm(words) }))),
    ...hidden.map((text) => ({ text: searchForm(text) })),
  ];
  const known = allowed.map(allInOrders).join("\n");
  const runs = new Map<number, Map<string, Haystack>>();
  const formulas = hidden.map(squeeze);
  const knownFormulas = allowed.map(squeeze).join("\n");

  return secrets.flatMap((secret) => {
    const found =
      firstFound(secret, (words) => findWords(words, haystacks, known, runs)) ??
      findFormula(secret, formulas, knownFormulas);
    if (!found) return [];
    const where =
      found.page === undefined ? "in what is not seen: an alternative text, the outline, metadata …" : "there";
    const message = `${secret.name.charAt(0).toUpperCase()}${secret.name.slice(1)} can be read ${where}`;
    return [verifyProblem("verify-leak", file, message, { page: found.page, place: secret.place })];
  });
}

/** All words of a text and of its figures, in the forms in which a reader may give them back. */
const allInOrders = remembering((text) => [...wordsOf(text), ...figuresOf(text)].flatMap(inOrders).join("\n"));

/** A text without its figures, cut where they stand. */
function wordsOf(text: string): string[] {
  return text.split(/\uFDD0[^\uFDD1]*\uFDD1/);
}

/** The alternative texts of its figures. */
function figuresOf(text: string): string[] {
  return text
    .split(FIGURE_START)
    .slice(1)
    .map((rest) => rest.split(FIGURE_END)[0] ?? "");
}

function firstFound({ texts }: Secret, find: (words: string) => Haystack | undefined): Haystack | undefined {
  for (const words of texts.flatMap(wordsOf)) {
    const found = find(words);
    if (found) return found;
  }
  return undefined;
}

function findWords(
  words: string,
  haystacks: readonly Haystack[],
  known: string,
  runs: Map<number, Map<string, Haystack>>,
): Haystack | undefined {
  for (const { text, run, whole } of sought(words)) {
    if (text.length < whole) continue;
    if (text.length < run) {
      const found = known.includes(text) ? undefined : haystacks.find((haystack) => haystack.text.includes(text));
      if (found) return found;
      continue;
    }
    const places = runs.get(run) ?? runsOf(haystacks, run);
    runs.set(run, places);
    for (let at = 0; at + run <= text.length; at++) {
      const part = text.slice(at, at + run);
      const found = places.get(part);
      if (found && !known.includes(part)) return found;
    }
  }
  return undefined;
}

/** The forms in which words are looked for, and the lengths from which they are told. */
const sought = remembering((words) =>
  inOrders(words).map((text) => ({
    text,
    ...(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
      ? LENGTHS.ideographic
      : LENGTHS.usual),
  })),
);

/** Every run of so many letters, and where it stands first. */
function runsOf(haystacks: readonly Haystack[], length: number): Map<string, Haystack> {
  const places = new Map<string, Haystack>();
  for (const haystack of haystacks) {
    const { text } = haystack;
    for (let at = 0; at + length <= text.length; at++) {
      const part = text.slice(at, at + length);
      if (!places.has(part)) places.set(part, haystack);
    }
  }
  return places;
}

/** The forms in which a reader may give a text back. */
export function inOrders(words: string): string[] {
  const text = searchForm(words);
  if (!isRightToLeft(words)) return [text];
  return [text, searchForm(words.split(/\s+/).reverse().join(" ")), [...text].reverse().join("")];
}

function findFormula({ texts }: Secret, strings: readonly string[], known: string): Haystack | undefined {
  const leaked = texts
    .flatMap(figuresOf)
    .map(squeeze)
    .some((tex) => tex.length >= FORMULA_LENGTH && !known.includes(tex) && strings.some((text) => text.includes(tex)));
  return leaked ? { text: "" } : undefined;
}
