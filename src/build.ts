import { resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import type { BuildOptions } from "./build-options.ts";
import { type BuildResult, NOTHING, type Printed, summarise } from "./build-result.ts";
import { silencer } from "./check/silence.ts";
import { examine } from "./examine.ts";
import { exportFiles } from "./export/index.ts";
import type { OutFile } from "./model/out-file.ts";
import { hasErrors, type Problem, sortProblems, withoutRepeats } from "./model/problem.ts";
import { choosePapers } from "./press/choose-papers.ts";
import { type PrintOrder, printExam } from "./press/print-exam.ts";
import { Proof } from "./press/proof.ts";
import { savedSheets } from "./press/saved-sheets.ts";
import { type BrowserAhead, openPrinter, startAhead } from "./print/index.ts";
import { writeOutput } from "./write.ts";

/**
 * Builds an exam: read → check → arrange → render → print → verify → export. Whatever is wrong is told, all at once;
 * an error leaves the output folder as it was. Throws an `EnvironmentError` without a browser, a `WriteError` where
 * nothing can be written, and the signal's reason when it is stopped.
 */
export async function buildExam(file: string, options: BuildOptions): Promise<BuildResult> {
  const ahead = await startAhead(resolve(options.cwd, file), options);
  try {
    return await build(file, options, ahead);
  } finally {
    await ahead.end();
  }
}

async function build(file: string, options: BuildOptions, ahead: BrowserAhead): Promise<BuildResult> {
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
  const kit = { template, pictures, kinds, typefaces, versions, wholeNames: lock.wholeNames, draft, report };
  const printer = await openPrinter({ ...options, papers: order.versions.length + order.copies.length, ahead, report });
  try {
    const generator = { name: packageJson.name, version: packageJson.version, browser: printer.browser };
    let printed = NOTHING;
    const results = async function* (): AsyncGenerator<OutFile> {
      const press = { ...options, kit, printer, proof };
      const all = yield* printExam(exam, order, press);
      printed = { ...all, saved: await savedSheets(exam, all.versions, press) };
      void printer.close();
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
