import packageJson from "../package.json" with { type: "json" };
import { arrange } from "./arrange/arrange.ts";
import { examine } from "./examine.ts";
import { exportFiles } from "./export/index.ts";
import { hasErrors, type Problem, sortProblems } from "./model/problem.ts";
import { openPrinter } from "./print/index.ts";
import { type PrintedVersion, printVersion } from "./print-version.ts";
import type { SettingOverrides } from "./read/settings.ts";
import { loadTypefaces } from "./read/typefaces.ts";
import type { Kit } from "./render/render.ts";
import { writeOutput } from "./write.ts";

/** What a build is told beside the source. */
export interface BuildOptions extends SettingOverrides {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Folder the exam's own folder is made in, relative to `cwd`. Default `output`. */
  readonly out?: string;
  /** Labels of the versions to build; default all. */
  readonly only?: readonly string[];
  /** Whether keys are written. Default true. */
  readonly key?: boolean;
  /** Whether the pages are written as HTML too. Default false. */
  readonly html?: boolean;
  /** Warnings stop the build. Default false. */
  readonly strict?: boolean;
  /** Documents printed at once. */
  readonly jobs?: number;
  /** Where the browser and its cache are looked for. Default: the process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Stops the build; nothing is written then. */
  readonly signal?: AbortSignal;
}

/** What came of a build. */
export interface BuildResult {
  readonly problems: readonly Problem[];
  /** Texts of the sources, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Paths written; none when problems stopped the build. */
  readonly written: readonly string[];
  readonly summary: Summary;
}

/** How much was printed. */
export interface Summary {
  readonly versions: number;
  /** Pages of papers and keys. */
  readonly pages: number;
  /** Sheets of the students' papers, each printed on both sides. */
  readonly sheets: number;
}

/**
 * Builds an exam: read → check → arrange → render → print → verify → export. Whatever is wrong is told, all at once;
 * an error leaves the output folder as it was. Throws an `EnvironmentError` without a browser, a `WriteError` where
 * nothing can be written, and the signal's reason when it is stopped.
 */
export async function buildExam(file: string, options: BuildOptions): Promise<BuildResult> {
  const { exam, template, pictures, problems, sources } = examine(file, options.cwd, options);
  const found: Problem[] = [...problems];
  const finish = (printed: readonly PrintedVersion[], written: readonly string[]): BuildResult => ({
    problems: sortProblems(found),
    sources,
    written,
    summary: summarise(printed),
  });
  found.push(...unknownLabels(options.only, exam?.settings.versions));
  if (!exam || !template || stops(found, options)) return finish([], []);

  const versions = arrange(exam).filter(({ label }) => options.only?.includes(label) ?? true);
  const kit: Kit = { template, pictures, typefaces: loadTypefaces(), report: (problem) => found.push(problem) };
  const printer = await openPrinter(options);
  try {
    found.push(...printer.notes);
    const printing = versions.map((version) => printVersion(exam, version, { kit, printer, ...options }));
    const printed = (await Promise.all(printing)).filter((version) => version !== undefined);
    found.push(...printed.flatMap((version) => version.problems));
    if (stops(found, options)) return finish([], []);

    const generator = { name: packageJson.name, version: packageJson.version, browser: printer.browser };
    const files = [
      ...printed.flatMap((version) => version.files),
      ...exportFiles({ exam, versions: printed, generator }),
    ];
    const destination = { out: options.out ?? "output", exam: exam.name, cwd: options.cwd };
    return finish(printed, await writeOutput(destination, files, options.signal));
  } finally {
    await printer.close();
  }
}

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

function summarise(printed: readonly PrintedVersion[]): Summary {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    versions: printed.length,
    pages: sum(printed.map(({ student, key }) => student.pages + (key?.pages ?? 0))),
    sheets: sum(printed.map(({ student }) => Math.ceil(student.pages / 2))),
  };
}
