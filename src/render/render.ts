import { wordsFor } from "../languages/words.ts";
import type { Exam } from "../model/exam.ts";
import type { Asset, Layout, Page, View } from "../model/page.ts";
import type { Report } from "../model/problem.ts";
import type { Student } from "../model/student.ts";
import type { Template } from "../model/template.ts";
import type { Typefaces } from "../model/typefaces.ts";
import { printedQuestions, unionOf, type Version } from "../model/version.ts";
import { KINDS } from "../questions/index.ts";
import type { AnyKind } from "../questions/kind.ts";
import { contentOf } from "./content.ts";
import { withFootnotes } from "./footnotes.tsx";
import { renderInstructions } from "./instructions.tsx";
import type { Job } from "./job.ts";
import { renderScoreTable } from "./score-table.tsx";
import { renderSection } from "./section.tsx";
import { startSettling } from "./settle.ts";
import { fillTemplate } from "./shell.ts";
import { documentTitle, shellValues } from "./shell-values.ts";

/** What the pages of an exam are made with. */
export interface Kit {
  readonly template: Template;
  readonly typefaces: Typefaces;
  /** Pictures of the exam by their URL. */
  readonly pictures: ReadonlyMap<string, Asset>;
  /** Every kind a question may be of. Default: those every exam has. */
  readonly kinds?: readonly AnyKind[];
  /** Takes what is wrong with the template. */
  readonly report: Report;
  /** For a key: how its paper was printed. The key then breaks where the paper does and names its pages. */
  readonly paperLayout?: Layout;
  /** For a paper that is made out to somebody: whom. It has the page breaks of any other. */
  readonly student?: Student;
  /** Whether one box takes the place of those for surname and name. Default false. */
  readonly wholeNames?: boolean;
  /** Whether each page says that it is a draft. Default false. */
  readonly draft?: boolean;
  /** All versions of the exam, where their documents are to share what they have in common. */
  readonly versions?: readonly Version[];
}

/** Dates a document whose exam has none: bytes must not depend on the day. */
const NO_DATE = "2000-01-01";

/**
 * One version as a document for students or as its key. The exam's content is converted once for all calls. Undefined when
 * the template is at fault; that has been reported.
 */
export function render(exam: Exam, version: Version, view: View, kit: Kit): Page | undefined {
  const { versions, ...own } = kit;
  const page = renderPage(exam, version, view, own);
  if (!page || !versions) return page;
  const { union } = commonOf(exam, versions);
  const places = new Map(printedQuestions(union).map(({ question }, place) => [question.id, place]));
  const commonItems = printedQuestions(version).map(({ question }) => places.get(question.id) as number);
  const common = commonPages(exam, view, kit);
  // With the same files a document takes the place of the one before.
  const { assets } = common.at(-1) ?? page;
  return { ...page, assets, common, ...(versions.length >= MANY && { commonItems }) };
}

/** Versions from which on it takes less time to measure what they have in common beside them. */
const MANY = 8;

function renderPage(exam: Exam, version: Version, view: View, kit: Kit): Page | undefined {
  const words = wordsFor(exam.settings.lang);
  const { paperLayout, student, wholeNames = false, draft = false, kinds = KINDS } = kit;
  const job: Job = {
    exam,
    version,
    view,
    words,
    kinds,
    wholeNames,
    draft,
    ...contentOf(exam),
    ...(paperLayout && { paperLayout }),
    ...(student && { student }),
  };
  const { settle, places, pictures } = startSettling(job);
  const pieces = {
    instructions: settle(renderInstructions(job)),
    scoreTable: settle([renderScoreTable(job) ?? []].flat()),
    opening: settle(renderOpening(job)),
    sections: settle(version.sections.map((section) => renderSection(section, job))),
  };
  const styles = { "/style/typefaces.css": kit.typefaces.style, "/style/questions.css": questionStyles(kinds) };
  const html = fillTemplate(
    kit.template,
    shellValues(job, pieces, [...Object.keys(styles), ...kit.template.styles]),
    kit.report,
  );
  if (html === undefined) return undefined;
  const used = new Set([...pictures, exam.settings.logo]);
  return {
    html,
    assets: new Map([
      ...Object.entries(styles).map(([url, text]) => [url, styleSheet(text)] as const),
      ...kit.typefaces.files,
      ...kit.template.assets,
      ...[...kit.pictures].filter(([url]) => used.has(url)),
    ]),
    paper: exam.settings.paper,
    metadata: {
      title: documentTitle(job),
      lang: words.tag,
      author: exam.settings.instructors.join(", "),
      date: exam.settings.date ?? NO_DATE,
    },
    places,
  };
}

/** The documents in which all of an exam's questions stand, made once: for students and, on a key, for teachers. */
export function commonPages(exam: Exam, view: View, { paperLayout, student, versions, ...kit }: Kit): Page[] {
  if (!versions) return [];
  const { union, pages } = commonOf(exam, versions);
  const views: readonly View[] = view === "key" ? ["student", "key"] : ["student"];
  return views.flatMap((each) => {
    const name = `${kit.template.name} ${each}`;
    const known = pages.has(name) ? pages.get(name) : renderPage(exam, union, each, kit);
    pages.set(name, known);
    return known ?? [];
  });
}

/** What some versions have in common, and the documents made of it. */
interface Common {
  readonly union: Version;
  readonly pages: Map<string, Page | undefined>;
}

const commons = new WeakMap<readonly Version[], Common>();

function commonOf(exam: Exam, versions: readonly Version[]): Common {
  const known = commons.get(versions) ?? { union: unionOf(exam, versions), pages: new Map() };
  commons.set(versions, known);
  return known;
}

function renderOpening(job: Job) {
  const { opening, file } = job.exam;
  if (opening.length === 0) return [];
  const children = job.blocks(opening, file);
  return [
    withFootnotes({ type: "element", tagName: "div", properties: { className: ["opening"] }, children }, file, job),
  ];
}

/** Kinds that share a folder share its style sheet. */
function questionStyles(kinds: readonly AnyKind[]): string {
  return [...new Set(kinds.map(({ style }) => style))].join("\n");
}

function styleSheet(text: string): Asset {
  return { type: "text/css", bytes: new TextEncoder().encode(text) };
}
