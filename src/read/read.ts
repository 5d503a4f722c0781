import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import type { Yaml } from "mdast";
import { findLanguage } from "../languages/index.ts";
import type { Language } from "../languages/language.ts";
import type { Exam, Question } from "../model/exam.ts";
import type { Asset } from "../model/page.ts";
import { type Problem, sortProblems, withoutRepeats } from "../model/problem.ts";
import type { Settings } from "../model/settings.ts";
import { sourceText } from "../model/source-text.ts";
import type { Template } from "../model/template.ts";
import { KINDS } from "../questions/index.ts";
import type { AnyKind } from "../questions/kind.ts";
import { joinMacros } from "./bank.ts";
import { understandContent } from "./content.ts";
import { decodeSource } from "./decode.ts";
import { type FileFault, type Files, openFiles } from "./files.ts";
import { readFrontMatter } from "./front-matter.ts";
import { parseMarkdown } from "./markdown.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { placeOf, type Reading } from "./reading.ts";
import { completeReferences } from "./references.ts";
import { readSection } from "./sections.ts";
import { readSettings, type SettingOverrides } from "./settings.ts";
import { reportStray } from "./stray.ts";
import { loadTemplate } from "./template.ts";

/** What reading a source yields: an exam if enough was understood, and in any case what is wrong. */
export interface ReadResult {
  /** Absent when the file or its front matter could not be understood at all. */
  readonly exam?: Exam;
  /** Its template; absent when there is none or it is at fault. */
  readonly template?: Template;
  /** The exam's pictures, by the URL the page asks for. */
  readonly pictures: ReadonlyMap<string, Asset>;
  readonly problems: readonly Problem[];
  /** Texts of the sources read, by path as problems print it; for code frames. */
  readonly sources: ReadonlyMap<string, string>;
  /** Questions of included files that the exam leaves out, by their tags. */
  readonly leftOut: readonly Question[];
  /** What the exam may read, and has read. */
  readonly files: Files;
}

/** The most errors told of one source: nobody reads more, and a hostile source has hundreds of thousands. */
const MAX_ERRORS = 1000;

const TOO_MANY: Problem = {
  severity: "error",
  rule: "too-many-problems",
  message: `There are more than ${MAX_ERRORS} errors; the others are not told`,
  hint: "Mend these first.",
};

/**
 * Reads an exam. Problems are data; it throws for none of them. `overrides` are settings given on the command line,
 * `kinds` those a question may be of.
 */
export function readExam(
  path: string,
  cwd: string,
  overrides: SettingOverrides = {},
  kinds: readonly AnyKind[] = KINDS,
): ReadResult {
  const files = openFiles(path, cwd);
  const problems: Problem[] = [];
  const assets = new Map<string, Asset>();
  const sources = new Map<string, string>();
  const leftOut: Question[] = [];
  const finish = (exam?: Exam, template?: Template): ReadResult => ({
    ...(exam && { exam }),
    ...(template && { template }),
    pictures: assets,
    // A footnote called twice is understood twice, and so are its faults.
    problems: sortProblems(withoutRepeats(problems)),
    sources,
    leftOut,
    files,
  });

  const file = files.readGiven(path);
  if ("fault" in file) {
    problems.push(fileProblem(file.fault, path));
    return finish();
  }
  const shown = files.shown(file.path);
  let errors = 0;
  const report = (problem: Problem) => {
    if (problem.severity === "error") errors += 1;
    if (problem.severity !== "error" || errors <= MAX_ERRORS) problems.push(problem);
    if (errors === MAX_ERRORS + 1) problems.push(TOO_MANY);
  };
  const source = decodeSource(shown, file.bytes, report);
  if (!source) return finish();
  sources.set(shown, source.text);
  if (source.text.trim() === "") {
    const hint = "Begin with a front matter: `---`, `title: …`, `---`.";
    report({ severity: "error", rule: "empty-file", message: "The file is empty", hint, place: source.place(0, 0) });
    return finish();
  }

  const root = parseMarkdown(source, report);
  if (!root) return finish();
  const [first] = root.children;
  const kindNames = kinds.map(({ name }) => name);
  const front = readFrontMatter(first?.type === "yaml" ? (first as Yaml) : undefined, source, kindNames, report);
  const language = findLanguage(front.values?.lang ?? "en") as Language;
  const reading: Reading = {
    source,
    folder: dirname(file.path),
    files,
    language,
    kinds,
    report,
    trail: [file.real],
    includes: [],
    banks: [],
    leftOut,
    texts: sources,
    assets,
    understood: new WeakSet(),
  };
  understandContent(root, reading);
  const outline = outlineOf(root, reading);
  const name = basename(file.path).replace(/\.(md|markdown)$/i, "");
  const settings: Settings | undefined =
    front.values && readSettings(front.values, front.places, name, overrides, reading);
  const points = settings?.points ?? { default: 1, byKind: {} };
  const sections = outline.sections.map((section) => readSection(section, points, reading));
  reportStray(root, reading);
  completeReferences(sections, kinds);
  if (outline.sections.every(({ entries }) => entries.length === 0)) {
    const hint = "A question begins with a line `## ` and its title, which may be empty.";
    const place = first ? placeOf(root.children.at(-1) ?? first, reading) : source.place(0, 0);
    report({ severity: "error", rule: "no-questions", message: "The exam has no question", hint, place });
  }
  if (!settings) return finish();
  const where = front.places.template;
  const template = loadTemplate(settings.template, {
    folder: reading.folder,
    files,
    report,
    ...(where && { place: where }),
  });
  const exam: Exam = {
    name,
    source: files.inRoot(file.path),
    file: shown,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    settings: { ...settings, macros: joinMacros(settings, reading.banks, report) },
    settingPlaces: front.places,
    faultySettings: lacksQuestions(outline, problems) ? [...front.faulty, "points", "questions"] : front.faulty,
    opening: outline.opening,
    sections,
    banks: [...new Map(reading.banks.map((bank) => [bank.file.source, bank.file])).values()],
  };
  return finish(exam, template);
}

/** Whether questions may be missing that are there: in a file that was not found, or behind a code block without an end. */
function lacksQuestions({ sections }: Outline, problems: readonly Problem[]): boolean {
  const includes = sections.some(({ entries }) => entries.some((entry) => "name" in entry));
  return problems.some(({ severity, rule }) => rule === "unclosed-fence" || (includes && severity === "error"));
}

function fileProblem(fault: FileFault, path: string): Problem {
  return { severity: "error", ...fault, place: sourceText(path, "").place(0, 0) };
}
