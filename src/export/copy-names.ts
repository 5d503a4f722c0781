import type { Exam } from "../model/exam.ts";
import { fullName, type Student } from "../model/student.ts";
import { pdfName, printFileName } from "./built.ts";

/** Bytes of UTF-8 that a student may take up in a file's name; systems allow 255 for the whole. */
const MOST_BYTES = 100;

/**
 * The file name of each student's paper, in the order of the roster: by code, else by name, with letters and digits of any
 * script kept and all else as hyphens: `quiz5-20231234.pdf`. A name that is taken, as file systems compare names, gets a
 * number behind it. Whatever a student is called, the result is a plain file name, and none of the exam's other files'.
 */
export function copyNames(exam: Exam, roster: readonly Student[]): string[] {
  const others = exam.settings.versions.flatMap((label) => [
    pdfName(exam, label, "student"),
    pdfName(exam, label, "key"),
  ]);
  const taken = new Set([...others, printFileName(exam.name)].map(folded));
  return roster.map((student) => {
    const stem = stemOf(student.code) || stemOf(fullName(student)) || "student";
    for (let count = 1; ; count++) {
      const name = `${exam.name}-${stem}${count > 1 ? `-${count}` : ""}.pdf`;
      if (!taken.has(folded(name))) {
        taken.add(folded(name));
        return name;
      }
    }
  });
}

/** Runs of letters and digits joined by hyphens; empty for a text without any. */
function stemOf(text: string): string {
  const runs = text.normalize("NFC").match(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*/gu) ?? [];
  let stem = "";
  for (const sign of runs.join("-")) {
    if (Buffer.byteLength(stem + sign) > MOST_BYTES) break;
    stem += sign;
  }
  return stem.replace(/-$/, "");
}

/** One text for all names that some file system takes for the same: "ß" and "SS", "é" however it is written. */
function folded(name: string): string {
  return name.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
}
