import { type LetterShare, letterShares } from "../model/letter-shares.ts";
import type { Version } from "../model/version.ts";
import { displayWidth, printable } from "./cells.ts";
import type { Colors } from "./colors.ts";
import { plural } from "./count-problems.ts";

/** Versions listed; of more, the first ones. */
const MOST = 12;
/** Letters a table has room for; no exam has more. */
const LETTERS = 26;

/**
 * How often each letter is right in each version, as a table for people that ends with a line feed; empty with less
 * than two single-choice questions.
 */
export function formatShares(name: string, versions: readonly Version[], colors: Colors): string {
  const [first] = versions;
  const shares = first ? letterShares(first) : [];
  const questions = shares.reduce((sum, { count }) => sum + count, 0);
  if (questions < 2 || shares.length > LETTERS) return "";
  const shown = versions.slice(0, MOST).map((version) => ({ label: version.label, shares: letterShares(version) }));
  const width = Math.max(...[...shown.map(({ label }) => label), FAIR].map(displayWidth));
  const row = (label: string, cells: readonly string[]) =>
    `  ${label.padEnd(width)}${cells.map((cell) => cell.padStart(5)).join("")}\n`;
  return [
    `Right letters of ${printable(name)} (${questions} single-choice questions)\n`,
    colors.dim(
      row(
        "",
        shares.map(({ letter }) => letter),
      ),
    ),
    ...shown.map((version) =>
      row(
        version.label,
        version.shares.map(({ count }) => String(count)),
      ),
    ),
    versions.length > MOST ? `  and ${plural(versions.length - MOST, "more version")}\n` : "",
    colors.dim(row(FAIR, shares.map(fairly))),
  ].join("");
}

const FAIR = "fair";

function fairly({ fair }: LetterShare): string {
  return String(Math.round(fair * 10) / 10);
}
