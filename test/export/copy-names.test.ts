import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pdfName, printFileName } from "../../src/export/built.ts";
import { copyNames } from "../../src/export/copy-names.ts";
import type { Exam } from "../../src/model/exam.ts";
import type { Student } from "../../src/model/student.ts";
import { isFileName } from "../../src/write/file-name.ts";

const exam = { name: "quiz5", settings: { versions: ["A", "B", "7", "x-key"] } } as unknown as Exam;

const student = (name: string, code = "", surname = ""): Student => {
  const point = { line: 1, column: 1, offset: 0 };
  return { name, code, surname, group: "", version: "A", place: { file: "class.csv", start: point, end: point } };
};

/** What stands between the exam's name and the ending. */
const stems = (...roster: Student[]) => copyNames(exam, roster).map((name) => /^quiz5-(.*)\.pdf$/u.exec(name)?.[1]);

test.each([
  ["a code", student("Ana", "U2024-1"), "U2024-1"],
  ["a name", student("Ana María", "", "García López"), "García-López-Ana-María"],
  ["a name in Arabic", student("محمد علي"), "محمد-علي"],
  ["a name of marked letters", student("प्रिया"), "प्रिया"],
  ["accents written apart", student("Jose\u0301"), "José"],
  ["an emoji", student("🎉"), "student"],
  ["a way out", student("../../etc/passwd"), "etc-passwd"],
  ["a code that leads out", student("Ana", "..\\..\\a:b"), "a-b"],
  ["a device of Windows", student("CON"), "CON"],
  ["a code without letters", student("Ana", "***"), "Ana"],
  ["the label of a version", student("Ana", "a"), "a-2"],
  ["the name of a key", student("Ana", "B-KEY"), "B-KEY-2"],
  ["the name of the print file", student("Ana", "print"), "print-2"],
])("%s", (_, student, stem) => {
  expect(stems(student)).toEqual([stem]);
});

describe("names that some file system takes for one", () => {
  test.each([
    ["upper and lower case", "ANA", "ana"],
    ["signs that are left out", "Ana-Paz", "Ana Paz"],
    ["letters that fold into two", "Straße", "STRASSE"],
    ["ligatures", "ﬁn", "fin"],
    ["long ones", "x".repeat(300), `${"x".repeat(300)}y`],
  ])("%s", (_, one, other) => {
    const [first, second] = stems(student(one), student(other));
    expect(second).toMatch(/-2$/);
    expect(second?.normalize("NFKD").toUpperCase()).not.toBe(first?.normalize("NFKD").toUpperCase());
  });
});

test("whatever students are called, each has a plain file of its own", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom("A", "b", "x-key", "print", "CON", "aux.txt", ".", "..", "/", "ß", "ss", "İ", "i", "student", "🎉"),
  );
  const roster = fc.array(fc.tuple(text, text, text).map(([name, code, surname]) => student(name, code, surname)));
  const others = exam.settings.versions.flatMap((label) => [
    pdfName(exam, label, "student"),
    pdfName(exam, label, "key"),
  ]);
  fc.assert(
    fc.property(roster, (roster) => {
      const names = copyNames(exam, roster);
      expect(names).toHaveLength(roster.length);
      for (const name of names) {
        expect(isFileName(name)).toBe(true);
        expect(name).toMatch(/^quiz5-[\p{L}\p{M}\p{N}_-]+\.pdf$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(150);
      }
      const all = [...names, ...others, printFileName(exam.name)];
      for (const form of ["NFC", "NFD"] as const)
        for (const fold of [(name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()])
          expect(new Set(all.map((name) => fold(name.normalize(form)))).size).toBe(all.length);
    }),
  );
});
