import packageJson from "../package.json" with { type: "json" };
import { silencer } from "./check/silence.ts";
import { choosePapers, type PaperChoice } from "./choose-papers.ts";
import { type ExamineOptions, examine } from "./examine.ts";
import type { Built } from "./export/built.ts";
import { exportFiles } from "./export/index.ts";
import type { OutFile } from "./model/out-file.ts";
import { hasErrors, type Problem, sortProblems, withoutRepeats } from "./model/problem.ts";
import { openPrinter } from "./print/index.ts";
import { type PrintOrder, printExam } from "./print-exam.ts";
import { Proof, type ProofCost } from "./proof.ts";
import { savedSheets, sheetsOf } from "./saved-sheets.ts";
import { writeOutput } from "./write.ts";

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

/** What came of a build. */
export interface BuildResult {
  readonly problems: readonly Problem[];
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Paths written; none when problems stopped the build. */
  readonly written: readonly string[];
  readonly summary: Summary;
  /** How many PDFs were printed, and how many reused that an earlier build had printed just so; absent where nothing is written. */
  readonly prints?: { readonly printed: number; readonly reused: number };
  /** What it cost to prove the documents; absent where none was. */
  readonly proof?: ProofCost;
}

/** How much was printed. */
export interface Summary {
  readonly versions: number;
  /** Papers made out to students. */
  readonly copies: number;
  /** Pages of papers and keys. */
  readonly pages: number;
  /** Sheets of the papers to be handed out, each printed on both sides: the copies where there are any, else the versions. */
  readonly sheets: number;
  /** Sheets fewer a paper takes than in the template `default`; absent unless the template is there to save paper. */
  readonly saved?: number;
}

/**
 * Builds an exam: read → check → arrange → render → print → verify → export. Whatever is wrong is told, all at once;
 * an error leaves the output folder as it was. Throws an `EnvironmentError` without a browser, a `WriteError` where
 * nothing can be written, and the signal's reason when it is stopped.
 */
export async function buildExam(file: string, options: BuildOptions): Promise<BuildResult> {
  const { exam, versions, template, typefaces, pictures, roster, lock, kinds, ...examined } = examine(
    file,
    options.cwd,
    options,
  );
  const { draft = false } = options;
  // How a locked paper looks is compared when it is printed.
  const known = examined.problems.filter(({ rule }) => draft || rule !== "locked-look");
  const found: Problem[] = [...known, ...unknownLabels(options.only, exam?.settings.versions)];
  const proof = options.verify === false ? undefined : new Proof();
  const finish = (printed: Printed, written: readonly string[]): BuildResult => ({
    problems: sortProblems(withoutRepeats(found)),
    sources: examined.sources,
    written,
    summary: summarise(printed),
    ...(proof && { proof: proof.cost }),
  });
  if (!exam || !lock || !template || !typefaces || stops(found, options)) return finish(NOTHING, []);

  const { shard, merge = false } = options;
  const papers = choosePapers(exam, { versions, students: roster.students }, options);
  found.push(...papers.problems);
  if (stops(found, options)) return finish(NOTHING, []);
  const order: PrintOrder = {
    ...papers,
    // The file of all papers is made where the parts are joined.
    merge: merge && !shard,
    onPaper: (done: number) => options.onProgress?.({ done, total: order.versions.length + order.copies.length }),
    proceed: () => {
      if (stops(found, options)) throw new Stop();
    },
  };
  const isSilent = silencer(exam);
  const report = (problem: Problem) => {
    if (!isSilent(problem)) found.push(problem);
  };
  const kit = { template, pictures, kinds, typefaces, wholeNames: lock.wholeNames, draft, report };
  const printer = await openPrinter({ ...options, report });
  try {
    const generator = { name: packageJson.name, version: packageJson.version, browser: printer.browser };
    let printed = NOTHING;
    const results = async function* (): AsyncGenerator<OutFile> {
      const press = { ...options, kit, printer, proof };
      const all = yield* printExam(exam, order, press);
      printed = { ...all, saved: await savedSheets(exam, all.versions, press) };
      lock.comparePrints({ ...printed, generator }).forEach(report);
      order.proceed();
      const part = shard && { ...shard, labels: papers.labels, merge };
      yield* exportFiles({ exam, ...all, generator, draft, ...(part && { part }) });
    };
    const destination = { out: options.out ?? "output", exam: exam.name, cwd: options.cwd };
    const written = await writeOutput(destination, results(), options.signal);
    const files = [...written, ...(await lock.write({ ...printed, generator }))];
    return { ...finish(printed, files), prints: { ...printer.count } };
  } catch (error) {
    if (error instanceof Stop) return finish(NOTHING, []);
    throw error;
  } finally {
    await printer.close();
  }
}

type Printed = Pick<Built, "versions" | "copies"> & { readonly saved?: number | undefined };
const NOTHING: Printed = { versions: [], copies: [] };

/** Problems found so far stop the build. */
class Stop extends Error {}

function stops(problems: readonly Problem[], { strict, signal }: BuildOptions): boolean {
  signal?.throwIfAborted();
  return hasErrors(problems) || (strict === true && problems.some(({ severity }) => severity === "warning"));
}

function unknownLabels(only: readonly string[] = [], labels: readonly string[] = only): Problem[] {
  return only
    .filter((label) => !labels.includes(label))
    .map((label) => ({
      severity: "error",
      rule: "unknown-version",
      message: `The exam has no version ${label}`,
      hint: `Its versions are ${labels.join(", ")}.`,
    }));
}

function summarise({ versions, copies, saved }: Printed): Summary {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const papers = versions.map(({ student }) => student.pages);
  const named = copies.map(({ paper }) => paper.pages);
  return {
    versions: versions.length,
    copies: copies.length,
    pages: sum([...papers, ...named, ...versions.map(({ key }) => key?.pages ?? 0)]),
    sheets: sum((copies.length > 0 ? named : papers).map(sheetsOf)),
    ...(saved !== undefined && { saved }),
  };
}
