import { type LetterShare, letterShares, longestRun } from "../model/letter-shares.ts";
import { letterAt, type Version } from "../model/version.ts";
import { displayWidth, printable } from "./cells.ts";
import type { Colors } from "./colors.ts";
import { plural } from "./count-problems.ts";

/** Versions listed; of more, the first ones. */
const MOST = 12;
/** Letters a table has room for; no exam has more. */
const LETTERS = 26;

/**
 * How often each letter is right in each version, and its longest run, as a table for people that ends with a line feed;
 * empty with less than two single-choice questions.
 */
export function formatShares(name: string, versions: readonly Version[], colors: Colors): string {
  const shares = versions.map(letterShares);
  const letters = Math.max(0, ...shares.map(({ length }) => length));
  const counts = shares.map(questionsIn);
  const [fewest, most] = [Math.min(...counts), Math.max(0, ...counts)];
  if (most < 2 || letters > LETTERS) return "";
  const shown = versions.slice(0, MOST);
  const width = Math.max(...[...shown.map(({ label }) => label), FAIR].map(displayWidth));
  const row = (label: string, cells: readonly (string | number)[]) =>
    `  ${label.padEnd(width)}${cells.map((cell) => String(cell).padStart(5)).join("")}\n`;
  const places = [...Array(letters).keys()];
  const questions = fewest < most ? `${fewest} to ${plural(most, QUESTION)}` : plural(most, QUESTION);
  return [
    `Right letters of ${printable(name)} (${questions}) and longest run\n`,
    colors.dim(row("", [...places.map((place) => letterAt(place)), "run"])),
    ...shown.map((version, index) =>
      row(version.label, [...places.map((place) => shares[index]?.[place]?.count ?? 0), longestRun(version)]),
    ),
    versions.length > MOST ? `  and ${plural(versions.length - MOST, "more version")}\n` : "",
    colors.dim(
      row(
        FAIR,
        places.map((place) => average(shares.map((ofVersion) => ofVersion[place]?.fair ?? 0))),
      ),
    ),
  ].join("");
}

const FAIR = "fair";
const QUESTION = "single-choice question";

function questionsIn(shares: readonly LetterShare[]): number {
  return shares.reduce((sum, { count }) => sum + count, 0);
}

/** Where each version picks its own questions, what is fair differs a little between them. */
function average(numbers: readonly number[]): number {
  return Math.round((10 * numbers.reduce((sum, number) => sum + number, 0)) / numbers.length) / 10;
}
