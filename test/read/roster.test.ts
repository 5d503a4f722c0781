import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Problem } from "../../src/model/problem.ts";
import { fullName } from "../../src/model/student.ts";
import { openFiles } from "../../src/read/files.ts";
import { readRoster } from "../../src/read/roster.ts";

const folder = mkdtempSync(join(tmpdir(), "exam-roster-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(content: string | Uint8Array, versions: readonly string[] = ["A", "B", "C"]) {
  writeFileSync(join(folder, "class.csv"), content);
  return readRoster("class.csv", openFiles("exam.md", folder), versions);
}

/** Problems as one line each, with the text their place covers. */
function told(content: string | Uint8Array, versions?: readonly string[]): string[] {
  const { problems, sources } = read(content, versions);
  return problems.map(({ severity, rule, message, place }: Problem) => {
    const text = sources.get("class.csv")?.slice(place?.start.offset, place?.end.offset);
    return `${place?.start.line}:${place?.start.column} ${severity} ${rule}: ${message} <${text ?? ""}>`;
  });
}

/** The students of a roster that has nothing wrong with it: name, code, group and version of each. */
function students(content: string | Uint8Array, versions?: readonly string[]): string[] {
  const { students, problems } = read(content, versions);
  expect(problems).toEqual([]);
  return students.map((student) => [fullName(student), student.code, student.group, student.version].join("|"));
}

const CLASS = ["García, Ana|u1|1|A", "Paz, Beto|u2|2|B"];

describe("is read", () => {
  const lines = ["surname,name,code,group", "García,Ana,u1,1", "Paz,Beto,u2,2"];
  const text = lines.join("\n");
  test.each([
    ["without a last line feed", text],
    ["with CRLF", `${lines.join("\r\n")}\r\n`],
    ["with both", `${lines[0]}\r\n${lines[1]}\n${lines[2]}`],
    ["with a byte order mark", `\ufeff${text}`],
    ["with semicolons", text.replaceAll(",", ";")],
    ["with tabs", text.replaceAll(",", "\t")],
    ["with all quoted", lines.map((line) => `"${line.replaceAll(",", '","')}"`).join("\r\n")],
    ["with blanks around", text.replaceAll(",", " ,  ")],
    ["with empty lines and rows", `\n${lines[0]}\n\n${lines[1]}\n,,,\n  \n${lines[2]}\n\n\n`],
    ["with trailing separators", lines.join(",,\n")],
    ["with heads in any case and order", "GROUP,Code,sURNAME,Name\n1,u1,García,Ana\n2,u2,Paz,Beto"],
  ])("%s", (_, content) => {
    expect(students(content)).toEqual(CLASS);
  });

  test("with quoted separators, quotes and line breaks", () => {
    const content = 'name,code\n"Paz, ""Beto""","a,b"\n"Ana\r\n  María",2\n';
    expect(students(content)).toEqual(['Paz, "Beto"|a,b||A', "Ana María|2||B"]);
  });

  test("with a name alone, whole or not", () => {
    expect(read("name\nAna").isWhole).toBe(true);
    expect(read("surname,name\nPaz,Ana").isWhole).toBe(false);
    expect(students("surname,name\n,Sukarno\nPaz,\n")).toEqual(["Sukarno|||A", "Paz|||B"]);
  });

  test("whatever is written in it, as RFC 4180 writes it", () => {
    const text = fc.string({ unit: "binary", maxLength: 20 }).map((raw) => raw.replace(/\p{Cc}|\p{Cs}/gu, "\n"));
    const rows = fc.uniqueArray(fc.tuple(text, fc.integer({ min: 0, max: 9999 })), {
      minLength: 1,
      selector: ([, code]) => code,
    });
    const form = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t"),
      end: fc.constantFrom("\n", "\r\n"),
      bom: fc.constantFrom("", "\ufeff"),
    });
    fc.assert(
      fc.property(rows, form, (rows, { delimiter, end, bom }) => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const lines = rows.map(([name, code]) => `${quoted(`x${name}`)}${delimiter}${code}`);
        const { students, problems } = read(`${bom}name${delimiter}code${end}${lines.join(end)}${end}`);
        expect(problems).toEqual([]);
        const plain = (name: string) =>
          `x${name}`
            .replace(/\s+/g, " ")
            .trim()
            .normalize("NFC")
            .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
        expect(students.map(({ name, code }) => [name, code])).toEqual(
          rows.map(([name, code]) => [plain(name), String(code)]),
        );
        expect(students.map(({ place }) => place.start.column)).toEqual(rows.map(() => 1));
      }),
    );
  });
});

describe("versions", () => {
  test("are given in turn, by place in the list, where none is named", () => {
    expect(students("name,version\na,\nb,C\nc,\nd,a\ne,")).toEqual(["a|||A", "b|||C", "c|||C", "d|||A", "e|||B"]);
  });

  test("that the exam has not are errors", () => {
    expect(told("name,version\na,A\nb,D\nc,E")).toEqual([
      "3:3 error roster-version: The exam has no version D <D>",
      "4:3 error roster-version: The exam has no version E <E>",
    ]);
  });
});

describe("is at fault", () => {
  test.each([
    ["no-name", "code\n1", ['1:1 error roster-column: No column is called "name" <code>']],
    ["surname alone", "surname\nPaz", ['1:1 error roster-column: No column is called "name" <surname>']],
    [
      "a misspelt head",
      "nmae,code\nAna,1",
      [
        '1:1 warning roster-column: Unexpected column "nmae" <nmae>',
        '1:1 error roster-column: No column is called "name" <nmae,code>',
      ],
    ],
    ["a misspelt code", "name,cdoe\nAna,1", ['1:6 warning roster-column: Unexpected column "cdoe" <cdoe>']],
    [
      "heads nobody knows",
      "e-mail,name,phone\nx,Ana,y",
      ['1:1 note roster-column: Columns that are not used: "e-mail", "phone" <e-mail>'],
    ],
    ["a head twice", "name,code,Name\nAna,1,Eva", ['1:11 error roster-column: Unexpected second column "name" <Name>']],
    ["nobody", "name,code\n", ["1:1 error roster-empty: The roster has no students <name,code>"]],
    ["nothing", "", ["1:1 error roster-empty: The roster has no students <>"]],
    ["an empty name", 'name,code\nAna,1\n" ",2', ['3:1 error roster-name: Unexpected empty name <" ">']],
    [
      "a cell too many and one too few",
      "name,code\nPaz, Ana,1\nEva",
      [
        "2:1 error roster-cells: Unexpected row of 3 cells, expected 2 as in the first line <Paz, Ana,1>",
        "3:1 error roster-cells: Unexpected row of 1 cells, expected 2 as in the first line <Eva>",
      ],
    ],
    [
      "a code twice",
      "name,code\nAna,1\nEva,2\nIda,1",
      ["4:1 error roster-repeat: Unexpected second student with the code 1 <Ida,1>"],
    ],
    ["a name twice", "name\nAna\nEva\nANA", ["4:1 error roster-repeat: Unexpected second ANA <ANA>"]],
    [
      "a name twice, once with a code",
      "name,code\nAna,1\nAna,2\nAna,",
      ["4:1 error roster-repeat: Unexpected second Ana <Ana,>"],
    ],
    [
      "a quote inside",
      'name,code\nAna,1\n,2\nJuan "el" Paz,3\nEva,4',
      [
        '4:1 error roster-quote: Unexpected quote inside a cell that does not begin with one <Juan "el" Paz,3>',
        "3:1 error roster-name: Unexpected empty name <>",
      ],
    ],
    [
      "text behind a quote",
      'name\n"Ana" Paz',
      ['2:1 error roster-quote: Unexpected text between a cell\'s closing quote and the next cell <"Ana" Paz>'],
    ],
    [
      "a quote that is not closed",
      'name,code\nAna,1\n\n"Eva,2\nIda,3\n',
      ['4:1 error roster-quote: Unexpected end of the file inside a quoted cell <"Eva,2>'],
    ],
  ])("%s", (_, content, expected) => {
    expect(told(content)).toEqual(expected);
  });

  test("all at once", () => {
    const rules = told("name,code,version\nAna,1,D\n,2,A\nEva,1,B\nIda,3\n").map((line) => line.split(" ")[2]);
    expect(rules.toSorted()).toEqual(["roster-cells:", "roster-name:", "roster-repeat:", "roster-version:"]);
  });

  test("a repeat points at the first", () => {
    const [problem] = read("name,code\nAna,1\nEva,1").problems;
    expect(problem?.related?.place.start.line).toBe(2);
  });

  test("hints at the nearest name", () => {
    expect(read("naem,code\nAna,1").problems[0]?.hint).toBe('Did you mean "name"?');
  });

  test.each([
    ["Latin-1", Buffer.from("name\nAna\nJosé Paz", "latin1"), "3:5 error encoding"],
    ["UTF-16", Buffer.from("\ufeffname\nAna", "utf16le"), "1:1 error encoding"],
  ])("other encodings: %s", (_, content, expected) => {
    expect(told(content).map((line) => line.slice(0, expected.length))).toEqual([expected]);
    expect(read(content).problems[0]?.hint).toContain("CSV UTF-8");
  });

  test("control characters", () => {
    expect(told("name\nAna\u0007\n")[0]).toMatch(/^2:4 error control-character/);
  });

  test("a file that is not there", () => {
    const { problems, students } = readRoster("none.csv", openFiles("exam.md", folder), ["A"]);
    expect(problems).toMatchObject([{ severity: "error", rule: "missing-file" }]);
    expect(students).toEqual([]);
  });
});
