import { didYouMean } from "../model/nearest.ts";
import type { Place } from "../model/place.ts";
import type { Problem, Report } from "../model/problem.ts";
import { sourceText } from "../model/source-text.ts";
import { fullName, type Student } from "../model/student.ts";
import { type CsvRow, readCsvTable } from "./csv-table.ts";
import { decodeSource } from "./decode.ts";
import type { Files } from "./files.ts";

/** Whom papers are for. */
export interface Roster {
  /** In the file's order. */
  readonly students: readonly Student[];
  /** Whether names are not parted into surname and name. */
  readonly isWhole: boolean;
  readonly problems: readonly Problem[];
  /** The file's text, by its path as problems print it; for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Without a class list papers are for nobody. */
export const NOBODY: Roster = { students: [], isWhole: false, problems: [], sources: new Map() };

const COLUMNS = ["surname", "name", "code", "group", "version"] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads a class list: a CSV file whose first line names its columns, `name` (or `surname` and `name`) and, as needed, `code`,
 * `group` and `version`, in any order and case. The n-th student sits the n-th of `versions`, beginning anew after the last,
 * where the file names none; so naming one changes no other's. Without `versions` any version is taken for known.
 */
export function readRoster(path: string, files: Files, versions?: readonly string[]): Roster {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const file = files.readGiven(path);
  if ("fault" in file) {
    report({ severity: "error", ...file.fault, place: sourceText(path, "").place(0, 0) });
    return { ...NOBODY, problems };
  }
  const source = decodeSource(files.shown(file.path), file.bytes, (problem) =>
    report(
      problem.rule === "encoding" ? { ...problem, hint: 'Save the file as UTF-8 (Excel: "CSV UTF-8").' } : problem,
    ),
  );
  if (!source) return { ...NOBODY, problems };

  const sources = new Map([[source.file, source.text]]);
  const [head, ...rows] = readCsvTable(source, report);
  if (rows.length === 0 && problems.length === 0) report(noStudents(head?.place ?? source.place(0, 0)));
  const columns = head && readHead(head, report);
  if (!head || !columns) return { ...NOBODY, problems, sources };
  const students = rows.flatMap((row, index) => {
    if (isOfOtherLength(row, head, report)) return [];
    const student = readStudent(row, index, columns, versions, report);
    return student ? [student] : [];
  });
  reportRepeats(students, report);
  return { students, isWhole: !columns.has("surname"), problems, sources };
}

/** Place of each column in a row. */
type Columns = ReadonlyMap<Column, number>;

function readHead({ cells, place }: CsvRow, report: Report): Columns | undefined {
  const columns = new Map<Column, number>();
  const others: CsvRow["cells"][number][] = [];
  for (const [index, cell] of cells.entries()) {
    const name = COLUMNS.find((column) => column === cell.text.toLowerCase());
    const first = name && columns.get(name);
    if (!name) others.push(cell);
    else if (first === undefined) columns.set(name, index);
    else {
      const related = { message: "It is here too", place: (cells[first] ?? cell).place };
      report({ ...columnProblem(`Unexpected second column "${name}"`, cell.place), severity: "error", related });
    }
  }

  const free = COLUMNS.filter((column) => !columns.has(column));
  const hints = new Map(others.map((cell) => [cell, didYouMean(cell.text, free)]));
  for (const [cell, hint] of hints)
    if (hint) report({ ...columnProblem(`Unexpected column "${cell.text}"`, cell.place), severity: "warning", hint });
  const ignored = others.filter((cell) => cell.text !== "" && !hints.get(cell));
  if (columns.has("name")) {
    const names = ignored.map(({ text }) => `"${text}"`).join(", ");
    if (ignored[0])
      report({ ...columnProblem(`Columns that are not used: ${names}`, ignored[0].place), severity: "note" });
    return columns;
  }
  const hint = "The first line names the columns: name, or surname and name; as needed code, group, version.";
  report({ ...columnProblem('No column is called "name"', place), severity: "error", hint });
  return undefined;
}

function columnProblem(message: string, place: Place) {
  return { rule: "roster-column", message, place };
}

function noStudents(place: Place): Problem {
  const hint = "Each line below the first is a student.";
  return { severity: "error", rule: "roster-empty", message: "The roster has no students", hint, place };
}

/** Spreadsheets close rows with empty cells at will; any other difference moves texts under wrong heads. */
function isOfOtherLength({ cells, place }: CsvRow, head: CsvRow, report: Report): boolean {
  const expected = head.cells.findLastIndex(({ text }) => text !== "") + 1;
  if (cells.length >= expected && cells.slice(expected).every(({ text }) => text === "")) return false;
  report({
    severity: "error",
    rule: "roster-cells",
    message: `Unexpected row of ${cells.length} cells, expected ${expected} as in the first line`,
    hint: "Quote a cell that holds a separator.",
    place,
  });
  return true;
}

function readStudent(
  row: CsvRow,
  index: number,
  columns: Columns,
  versions: readonly string[] | undefined,
  report: Report,
): Student | undefined {
  const cell = (column: Column) => row.cells[columns.get(column) ?? -1];
  const text = (column: Column) => withoutDirections(cell(column)?.text.normalize("NFC") ?? "");
  const name = text("name");
  const surname = text("surname");
  const asked = text("version");
  const version =
    asked === ""
      ? versions?.[index % versions.length]
      : (versions ?? [asked]).find((label) => label.toLowerCase() === asked.toLowerCase());
  if (asked !== "" && version === undefined) {
    const place = cell("version")?.place ?? row.place;
    report({
      severity: "error",
      rule: "roster-version",
      message: `The exam has no version ${asked}`,
      hint: `Its versions are ${versions?.join(", ")}.`,
      place,
    });
  }
  if (name === "" && surname === "") {
    const place = cell("name")?.place ?? row.place;
    report({
      severity: "error",
      rule: "roster-name",
      message: "Unexpected empty name",
      hint: "Every student has one.",
      place,
    });
    return undefined;
  }
  return { place: row.place, name, surname, code: text("code"), group: text("group"), version: version ?? "" };
}

/** Marks that turn the direction of what follows could reach beyond a name. */
function withoutDirections(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Two students whose papers nobody could tell apart: the same code, or the same name without two codes. */
function reportRepeats(students: readonly Student[], report: Report): void {
  const byCode = new Map<string, Student>();
  const byName = new Map<string, Student>();
  for (const student of students) {
    const { code, place } = student;
    const repeat = (first: Student, message: string, hint: string) =>
      report({
        severity: "error",
        rule: "roster-repeat",
        message,
        hint,
        place,
        related: { message: "It is here too", place: first.place },
      });
    const name = fullName(student).toLowerCase();
    const sameCode = code === "" ? undefined : byCode.get(code);
    const sameName = byName.get(name);
    if (sameCode)
      repeat(sameCode, `Unexpected second student with the code ${code}`, "Every student has a code of their own.");
    else if (sameName && (code === "" || sameName.code === ""))
      repeat(sameName, `Unexpected second ${fullName(student)}`, "Delete the line, or tell the two apart by a code.");
    byCode.set(code, sameCode ?? student);
    byName.set(name, sameName ?? student);
  }
}
