/**
 * A table as comma-separated values: RFC 4180, but that lines end with a line feed alone, as in every other text the
 * program writes (every reader takes it, and line tools see no stray carriage return in the last column).
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

/** What a spreadsheet would compute instead of show: Excel and LibreOffice, with the signs East Asian ones take too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * A cell. A text that a spreadsheet might take for a formula, and one that begins with an apostrophe, gets an apostrophe
 * before it, which spreadsheets take for "text follows"; numbers stay as they are. So whoever reads the file with a
 * program gets the exact text by leaving out one apostrophe at a cell's start.
 */
function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = (FORMULA.test(text) && !NUMBER.test(text)) || /^['\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
