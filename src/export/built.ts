import type { Exam } from "../model/exam.ts";
import type { ExamTexts, PlannedVersion } from "../model/exam-texts.ts";
import type { OutFile } from "../model/out-file.ts";
import type { Metadata, View } from "../model/page.ts";
import type { Shard } from "../model/shard.ts";
import type { Student } from "../model/student.ts";
import type { Version } from "../model/version.ts";

/** What one build made: all that an export format may tell. */
export interface Built {
  readonly exam: Exam;
  /** All words of papers and keys. */
  readonly texts: ExamTexts;
  /** The versions that were built, in the exam's order. */
  readonly versions: readonly BuiltVersion[];
  /** The papers made out to students, in the roster's order; none without a roster. */
  readonly copies: readonly BuiltCopy[];
  /** All papers in one file, where that was asked for. */
  readonly print?: Omit<PrintedFile, "itemPages">;
  /** What the file of all papers says of itself, or would say; absent where nothing was printed. */
  readonly whole?: Metadata;
  /** Which part this is of what was to be built, and what the whole is: all its versions, and whether it has a file of all papers. */
  readonly part?: Shard & { readonly labels: readonly string[]; readonly merge: boolean };
  readonly generator: Generator;
  /** Whether every page says that it is a draft. Default false. */
  readonly draft?: boolean;
}

/** A version and the documents it was printed as. */
export interface BuiltVersion {
  readonly version: Version;
  /** How it prints the exam's words. */
  readonly planned: PlannedVersion;
  readonly student: PrintedFile;
  /** Absent when no keys were asked for. */
  readonly key?: PrintedFile;
}

/** A version's paper made out to a student. */
export interface BuiltCopy {
  readonly student: Student;
  readonly paper: PrintedFile;
}

/** What there is to know of a printed document. */
export interface PrintedFile {
  /** Its name in the output folder. */
  readonly file: string;
  /** What it calls itself. */
  readonly title: string;
  readonly pages: number;
  /** SHA-256 of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of its page as HTML, where that is written beside it. */
  readonly html?: string;
  /** The page each question begins on, from 1, in printed order. */
  readonly itemPages: readonly number[];
}

/** What made the documents: another one may make other bytes. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  /** The browser's own name and version. */
  readonly browser: string;
}

/** A file that tells of a build in its own format; has no opinion on what was built. */
export interface ExportFormat {
  /** Its name in the output folder. */
  readonly file: string;
  /** What stands in it; undefined when this build has no such file. */
  text(built: Built): string | undefined;
}

/** The name of a version's paper or key in the output folder: `quiz5-A.pdf`, `quiz5-A-key.pdf`. */
export function pdfName(exam: Exam, label: string, view: View): OutFile["path"] {
  return `${exam.name}-${label}${view === "key" ? "-key" : ""}.pdf`;
}

/** The name of the file that holds all papers of an exam, by the exam's name: `quiz5-print.pdf`. */
export function printFileName(exam: string): OutFile["path"] {
  return `${exam}-print.pdf`;
}
