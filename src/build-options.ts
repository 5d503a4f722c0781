import type { ExamineOptions } from "./examine.ts";
import type { PaperChoice } from "./press/choose-papers.ts";

/** What a build is told beside the source. */
export interface BuildOptions extends ExamineOptions, PaperChoice {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Folder the exam's own folder is made in, relative to `cwd`. Default `output`. */
  readonly out?: string;
  /** Whether keys are written. Default true. */
  readonly key?: boolean;
  /** Whether all papers to be handed out are written in one file too. Default false. */
  readonly merge?: boolean;
  /** Whether the pages are written as HTML too. Default false. */
  readonly html?: boolean;
  /** Whether each document is read back and proven before anything is written. Default true. */
  readonly verify?: boolean;
  /** Warnings stop the build. Default false. */
  readonly strict?: boolean;
  /** Documents printed at once. */
  readonly jobs?: number;
  /** Whether every document is printed and proven anew, those too that an earlier build has printed just so. Default false. */
  readonly force?: boolean;
  /** Where the browser and its cache are looked for. Default: the process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called at the start of printing, and after each paper and its key. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the build; nothing is written then. */
  readonly signal?: AbortSignal;
}

/** How far a build is. */
export interface Progress {
  /** Papers printed, their keys with them. */
  readonly done: number;
  /** Papers to be printed: one a version and one a student. */
  readonly total: number;
}
