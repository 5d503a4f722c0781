import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";

/** A row of comma-separated values; it takes more than one line where a quoted cell does. */
export interface CsvRow {
  readonly cells: readonly CsvCell[];
  readonly place: Place;
}

/** A cell of a row. */
export interface CsvCell {
  /** Without quotes and outer blanks; whatever else parts words is one space. */
  readonly text: string;
  readonly place: Place;
}

/** What may part the cells of a row; the first wins a tie. */
const DELIMITERS = [",", ";", "\t"] as const;

/**
 * The rows of a table as RFC 4180 writes it, those without any text left out. Lines may end in LF as well, and cells are
 * parted by the one of comma, semicolon and tab that the first line has most of. A quote in the wrong place is
 * reported; the rows before it are given.
 */
export function readCsvTable(source: SourceText, report: Report): CsvRow[] {
  const delimiter = delimiterOf(source.text);
  const bytes = Buffer.from(source.text);
  const rows: CsvRow[] = [];
  const read = { bytes: 0, offset: 0 };
  /** Where the next row begins: behind the last one and empty lines. */
  const start = () => read.offset + (/^[\r\n]*/.exec(source.text.slice(read.offset))?.[0].length ?? 0);
  const take = (cells: string[], end: InfoRecord): null => {
    const row = readRow(cells, start(), source);
    if (row.cells.some(({ text }) => text !== "")) rows.push(row);
    read.offset += bytes.subarray(read.bytes, end.bytes).toString().length;
    read.bytes = end.bytes;
    return null;
  };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: take,
    });
  } catch (error) {
    const message = error instanceof CsvError ? FAULTS[error.code] : undefined;
    if (message === undefined) throw error;
    const line = /^[^\r\n]*/.exec(source.text.slice(start()))?.[0] ?? "";
    report({
      severity: "error",
      rule: "roster-quote",
      message,
      hint: 'A cell is quoted as a whole, and quotes inside it are doubled: "Ana ""Anita"" Paz".',
      place: source.place(start(), start() + line.length),
    });
  }
  return rows;
}

/** By the parser's code. */
const FAULTS: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: "Unexpected quote inside a cell that does not begin with one",
  CSV_INVALID_CLOSING_QUOTE: "Unexpected text between a cell's closing quote and the next cell",
  CSV_QUOTE_NOT_CLOSED: "Unexpected end of the file inside a quoted cell",
};

function delimiterOf(text: string): string {
  const line = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, "") ?? "";
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** The cells with their places, which follow from how each must have been written. */
function readRow(cells: readonly string[], start: number, source: SourceText): CsvRow {
  let end = start - 1;
  const placed = cells.map((cell): CsvCell => {
    const from = end + 1;
    end = from + (source.text[from] === '"' ? cell.replaceAll('"', '""').length + 2 : cell.length);
    return { text: cell.replace(/\s+/g, " ").trim(), place: source.place(from, end) };
  });
  return { cells: placed, place: source.place(start, end) };
}
