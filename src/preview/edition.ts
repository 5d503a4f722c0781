import type { Exam } from "../model/exam.ts";
import type { Layout, View } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";
import type { Version } from "../model/version.ts";

/** An exam that is being written: read as often as it changes, printed document by document. Nothing is written to the disk. */
export interface OpenExam {
  /** Reads and checks the exam as it is now. */
  read(): Edition;
  /** Ends the browser; documents not yet printed fail. */
  close(): Promise<void>;
}

/** An exam as it was at one moment. */
export interface Edition {
  /** Absent when too little of its source could be understood. */
  readonly exam?: Exam;
  /** None while the source has errors. */
  readonly versions: readonly Version[];
  /** What was found wrong with the source, and so far with the documents that were printed. */
  readonly problems: readonly Problem[];
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Absolute paths of the files and folders it was made of, with those that were looked for in vain. */
  readonly sought: ReadonlySet<string>;
  /**
   * Prints a document, once. Undefined when the template is at fault; the edition's problems say so. Throws an
   * `EnvironmentError` when the browser fails.
   */
  print(version: Version, view: View): Promise<PrintedPages | undefined>;
}

/** A document as it lies on the desk. */
export interface PrintedPages {
  /** A PDF. */
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly layout: Layout;
}
