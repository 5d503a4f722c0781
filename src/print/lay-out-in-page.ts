import type { Page as BrowserPage } from "puppeteer-core";
import { countFaces, type KnownLayout, setKnownColumns, setKnownLayout } from "./known-layout-in-page.ts";
import { makeReady, type Ready, replaceDocument } from "./load-in-page.ts";
import { findTooWide, fitTexts, markTall, setOptionColumns, type TooWide } from "./measure-in-page.ts";
import { breakAfterFills, findHeadings } from "./probe-in-page.ts";

/*
 * All that is done with a document before it is printed, in one go: a question to the browser and its answer take as long as much
 * of the work.
 */

/** A document that is ready to be printed; lengths in CSS pixels. */
export interface LaidOut extends ReturnType<typeof findHeadings> {
  readonly margins: Ready["margins"];
  readonly broken: Ready["broken"];
  /** The number of columns of each `data-options`. */
  readonly optionColumns: readonly number[];
  readonly tooWide: readonly TooWide[];
  /** How many answer spaces have to be given the height that is left on their pages. */
  readonly fills: number;
}

/** A sheet of paper; lengths in CSS pixels. */
interface Sheet {
  readonly width: number;
  readonly height: number;
}

/**
 * Puts a document in the place of the one that is open, if one is given, and measures it; undefined where it cannot take its
 * place. `columns` are those of the lists of options in each item, where they are known.
 */
export function layOut(
  page: BrowserPage,
  paper: Sheet,
  columns?: readonly (readonly number[])[],
  html?: string,
): Promise<LaidOut | undefined> {
  return page.evaluate(MEASURE, paper, columns ?? [], html ?? null);
}

const MEASURE = withSteps(
  async (steps, paper: Sheet, columns: readonly (readonly number[])[], html: string | null) => {
    if (html !== null && !steps.replaceDocument(html)) return undefined;
    if (columns.length > 0) steps.setKnownColumns(columns);
    const { margins, room, broken } = await steps.makeReady(paper);
    steps.fitTexts();
    const optionColumns = steps.setOptionColumns();
    steps.markTall(room);
    const tooWide = steps.findTooWide();
    return { margins, broken, optionColumns, tooWide, ...steps.findHeadings(), fills: steps.breakAfterFills() };
  },
  {
    replaceDocument,
    setKnownColumns,
    makeReady,
    fitTexts,
    setOptionColumns,
    markTall,
    findTooWide,
    findHeadings,
    breakAfterFills,
  },
);

/**
 * Puts a document in the place of the one that is open, with what was measured of another one; undefined where it cannot take its
 * place, and where it has to be measured itself.
 */
export function layOutAsKnown(
  page: BrowserPage,
  layout: KnownLayout,
  html: string,
): Promise<(Pick<LaidOut, "optionColumns" | "items" | "headings"> & { faces: number }) | undefined> {
  return page.evaluate(ADOPT, layout, html);
}

const ADOPT = withSteps(
  async (steps, layout: KnownLayout, html: string) => {
    if (!steps.replaceDocument(html)) return undefined;
    const optionColumns = await steps.setKnownLayout(layout);
    return optionColumns && { optionColumns, ...steps.findHeadings(), faces: steps.countFaces() };
  },
  { replaceDocument, setKnownLayout, findHeadings, countFaces },
);

/** A function for the page with those it calls in it, since there it may use nothing but its arguments. */
function withSteps<Steps extends object, Values extends unknown[], Result>(
  take: (steps: Steps, ...values: Values) => Result,
  steps: Steps,
): (...values: Values) => Result {
  const named = Object.entries(steps).map(([name, step]) => `${name}: ${step}`);
  return new Function("...values", `return (${take})({ ${named.join(",\n")} }, ...values)`) as never;
}
