import packageJson from "../package.json" with { type: "json" };
import type { Built, PrintedFile } from "./export/built.ts";
import { compareLock, noteChangedSources, tellUnlocked } from "./lock/compare-lock.ts";
import { comparePrints } from "./lock/compare-prints.ts";
import type { Lock } from "./lock/lock.ts";
import { lockOf, type PrintedExam } from "./lock/lock-of.ts";
import { type LockPlan, planLock } from "./lock/lock-plan.ts";
import { pageDigest } from "./lock/page-digest.ts";
import { type LockFile, readLockFile, writeLockFile } from "./lock-file.ts";
import type { Exam } from "./model/exam.ts";
import type { Asset } from "./model/page.ts";
import type { Problem } from "./model/problem.ts";
import type { Shard } from "./model/shard.ts";
import type { Template } from "./model/template.ts";
import type { Version } from "./model/version.ts";
import type { AnyKind } from "./questions/kind.ts";
import type { Files } from "./read/files.ts";
import { render } from "./render/render.ts";

/** How an exam stands to its lock. */
export interface LockOptions {
  /** Labels of the versions to build; default all. No other is compared. */
  readonly only?: readonly string[];
  /** Whether every page says that it is a draft. A draft is not handed out, so what differs is only warned of. Default false. */
  readonly draft?: boolean;
  /**
   * What is done about `<name>.lock.json`: it is compared where it is there (`keep`, the default), has to be there (`require`), is
   * written where no printed paper changes (`write`), or is written in any case (`rewrite`).
   */
  readonly lock?: "keep" | "require" | "write" | "rewrite";
  /** The part of the papers that is built here; default all. */
  readonly shard?: Shard;
}

/** What of an exam a lock has to do with. */
interface Lockable {
  readonly exam: Exam;
  /** None while there are errors; nothing is compared then. */
  readonly versions: readonly Version[];
  readonly template?: Template;
  readonly pictures: ReadonlyMap<string, Asset>;
  readonly kinds: readonly AnyKind[];
  readonly files: Files;
  /** Whether names have one box, as the class list has it; absent without one. */
  readonly wholeNames?: boolean;
}

/** An exam and the lock beside it: what would change on a printed paper is told, before printing by its words and after it by its bytes. */
export class ExamLock {
  /** What is wrong with the lock file, and what would be printed otherwise than it says, as far as that is known without a browser. */
  readonly problems: readonly Problem[];
  /** Whether one box takes the place of those for surname and name: without a class list, as it is locked. */
  readonly wholeNames: boolean;
  readonly #exam: Lockable;
  readonly #options: LockOptions;
  readonly #file: LockFile;
  #planned: LockPlan | undefined;

  /** Throws a TypeError when a lock is to be written of some papers or of drafts. */
  constructor(exam: Lockable, cwd: string, options: LockOptions) {
    if (isWritten(options) && (options.only || options.draft || options.shard))
      throw new TypeError(
        "Unexpected `only`, `draft` or `shard`: a lock is written of all papers as they are handed out",
      );
    this.#exam = exam;
    this.#options = options;
    this.#file = readLockFile(exam.exam, exam.files, cwd);
    const isKept = options.lock !== "rewrite" && this.#file.lock?.head.names !== undefined;
    this.wholeNames = exam.wholeNames ?? isKept;
    this.problems = [...this.#file.problems.map(this.#weighed), ...this.#compared()];
  }

  /** The text of the lock file, by path as problems print it. */
  get sources(): ReadonlyMap<string, string> {
    return this.#file.sources;
  }

  /** Whether there is a lock that can be understood. */
  get isLocked(): boolean {
    return this.#file.lock !== undefined;
  }

  /** What of the printed papers is not what was locked, byte for byte. */
  comparePrints(built: Pick<Built, "versions" | "copies" | "generator">): Problem[] {
    const { lock } = this.#file;
    if (!lock || this.#options.draft) return [];
    const differences = comparePrints(lock, this.#plan, printedExam(built)).map(this.#weighed);
    const isRelocked = this.#options.lock === "rewrite";
    if (isRelocked) return [...differences, ...(lock.copies && built.copies.length === 0 ? [droppedCopies(lock)] : [])];
    return differences.length > 0 || this.#options.only ? differences : noteChangedSources(lock, this.#exam.exam);
  }

  /** Writes the lock of what was printed, where that is asked for; returns its path. Throws a `WriteError` when it cannot. */
  async write(built: Pick<Built, "versions" | "copies" | "generator">): Promise<string[]> {
    if (!isWritten(this.#options)) return [];
    const digests = new Map(this.#exam.versions.map((version) => [version.label, this.#digest(version) ?? ""]));
    const kept = this.#options.lock === "write" ? this.#file.lock?.copies : undefined;
    await writeLockFile(this.#file, lockOf(this.#plan, { ...printedExam(built), digests }, kept));
    return [this.#file.shown];
  }

  get #plan(): LockPlan {
    const { exam, versions, kinds } = this.#exam;
    this.#planned ??= planLock(exam, versions, { kinds, wholeNames: this.wholeNames });
    return this.#planned;
  }

  #compared(): Problem[] {
    const { lock, shown } = this.#file;
    const { exam, versions } = this.#exam;
    if (versions.length === 0) return [];
    const isRequired = this.#options.lock === "require";
    if (!lock) return isRequired && this.#file.problems.length === 0 ? [missingLock(exam, shown)] : [];
    const isSameProgram = lock.generator.version === packageJson.version;
    const digestOf = (label: string) => {
      const version = versions.find((candidate) => candidate.label === label);
      return isSameProgram && version ? this.#digest(version) : undefined;
    };
    const { only } = this.#options;
    const comparison = { plan: this.#plan, digestOf, ...(only && { only }) };
    const differences = compareLock(lock, comparison).map(this.#weighed);
    return [
      ...differences,
      ...(isSameProgram ? [] : [otherProgram(lock)]),
      ...(isWritten(this.#options) ? [] : tellUnlocked(lock, comparison, isRequired)),
      ...(differences.length > 0 || isWritten(this.#options) || only ? [] : noteChangedSources(lock, exam)),
    ];
  }

  /** Of a version's page, its typefaces left out: these are the program's, and which it takes depends on what the key says too. */
  #digest(version: Version): string | undefined {
    const { exam, template, pictures, kinds } = this.#exam;
    if (!template) return undefined;
    const typefaces = { style: "", files: new Map() };
    const kit = { template, typefaces, pictures, kinds, wholeNames: this.wholeNames, report: () => {} };
    const page = render(exam, version, "student", kit);
    return page && pageDigest(page);
  }

  /** A draft is not handed out, and who relocks knows. A file that may not be read may not be written either. */
  readonly #weighed = (problem: Problem): Problem => {
    const { draft, lock } = this.#options;
    const isOfLock = problem.rule.startsWith("lock") && problem.rule !== "lock-format";
    // Whoever relocks accepts what differs: nothing is left to be done.
    const { hint: _, ...told } = problem;
    if (lock === "rewrite" && isOfLock) return { ...told, severity: "note" };
    return draft && problem.rule.startsWith("locked-") ? { ...problem, severity: "warning" } : problem;
  };
}

function isWritten({ lock }: LockOptions): boolean {
  return lock === "write" || lock === "rewrite";
}

function missingLock({ file }: Exam, shown: string): Problem {
  return {
    severity: "error",
    rule: "missing-lock",
    message: `${file} is not locked: there is no ${shown}`,
    hint: `Lock it when it goes to print: exam lock ${file}`,
  };
}

function otherProgram({ generator }: Lock): Problem {
  return {
    severity: "note",
    rule: "locked-look",
    message: `The papers were locked by exam ${generator.version}, this is ${packageJson.version}: their words are compared, their look is when they are built`,
  };
}

function droppedCopies({ copies = [] }: Lock): Problem {
  return {
    severity: "note",
    rule: "locked-copy",
    message: `The papers of ${copies.length} students are locked no more`,
    hint: "With `--roster`, theirs are locked too.",
  };
}

function printedExam({
  versions,
  copies,
  generator,
}: Pick<Built, "versions" | "copies" | "generator">): Omit<PrintedExam, "digests"> {
  const printed = ({ file, pages, sha256, itemPages }: PrintedFile) => ({ file, pages, sha256, itemPages });
  return {
    generator,
    versions: new Map(
      versions.map(({ version, student, key }) => [
        version.label,
        { student: printed(student), ...(key && { key: printed(key) }) },
      ]),
    ),
    copies: copies.map(({ student, paper }) => ({ ...printed(paper), version: student.version, place: student.place })),
  };
}
