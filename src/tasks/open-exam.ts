import { silencer } from "../check/silence.ts";
import { type ExamineOptions, examine } from "../examine.ts";
import type { View } from "../model/page.ts";
import { type Problem, sortProblems, withoutRepeats } from "../model/problem.ts";
import type { Version } from "../model/version.ts";
import { type PrintedDocument, printDocument } from "../press/print-version.ts";
import { unequalPages } from "../press/unequal-pages.ts";
import type { Edition, OpenExam } from "../preview/edition.ts";
import { openPrinter, type Printer } from "../print/index.ts";

/** What an exam is opened with. */
export interface OpenOptions extends ExamineOptions {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Where the browser and its cache are looked for. Default: the process's environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Documents printed at once: the one that is looked at does not wait for the one printed in advance. */
const JOBS = 2;

/** Opens an exam, with a browser that stays. Throws an `EnvironmentError` where none can be started. */
export async function openExam(file: string, options: OpenOptions): Promise<OpenExam> {
  const printer = await openPrinter({ jobs: JOBS, ...(options.env && { env: options.env }) });
  return { read: () => readEdition(file, options, printer), close: () => printer.close() };
}

function readEdition(file: string, options: OpenOptions, printer: Printer): Edition {
  const examined = examine(file, options.cwd, options);
  const { exam, template, typefaces, lock, pictures, files, versions, kinds, problems, sources } = examined;
  const edition = { ...(exam && { exam }), versions, sources, sought: files.sought };
  if (!exam || !template || !typefaces) return { ...edition, problems, print: async () => undefined };

  const isSilent = silencer(exam);
  const found: Problem[] = [...problems];
  const report = (problem: Problem) => void found.push(problem);
  const press = {
    kit: { template, pictures, kinds, typefaces, versions, wholeNames: lock?.wholeNames ?? false, report },
    printer,
  };
  const papers = new Map<string, { readonly version: Version; readonly student: PrintedDocument["printed"] }>();

  const printOnce = once(async (version: Version, view: View) => {
    const paper = view === "key" ? await printOnce(version, "student") : undefined;
    if (view === "key" && !paper) return undefined;
    const file = `${version.label}-${view}.pdf`;
    const document = await printDocument(exam, version, view, press, {
      file,
      ...(paper && { paperLayout: paper.layout }),
    });
    if (!document) return undefined;
    found.push(...document.problems);
    if (view === "student") papers.set(version.label, { version, student: document.printed });
    return document;
  });

  return {
    ...edition,
    get problems() {
      const unequal = papers.size === versions.length ? unequalPages([...papers.values()]) : [];
      return sortProblems(
        withoutRepeats([...found, ...printer.notes, ...unequal]).filter((problem) => !isSilent(problem)),
      );
    },
    async print(version, view) {
      const document = await printOnce(version, view);
      const [pdf] = document?.files ?? [];
      return document && pdf && { bytes: pdf.bytes, pages: document.printed.pages, layout: document.layout };
    },
  };
}

type Printing = (version: Version, view: View) => Promise<PrintedDocument | undefined>;

/** The same document for everybody who asks; one that failed is tried again. */
function once(print: Printing): Printing {
  const printed = new Map<string, ReturnType<Printing>>();
  return (version, view) => {
    const name = `${view} ${version.label}`;
    const present = printed.get(name);
    if (present) return present;
    const document = print(version, view);
    printed.set(name, document);
    document.catch(() => printed.delete(name));
    return document;
  };
}
