import type { Page as BrowserPage } from "puppeteer-core";
import { makeReady, type Ready, replaceDocument } from "./load-in-page.ts";
import { findTooWide, fitTexts, markTall, setOptionColumns, type TooWide } from "./measure-in-page.ts";
import { breakAfterFills, findHeadings } from "./probe-in-page.ts";

/** What is done with a document before it is printed. */
const STEPS = {
  replaceDocument,
  makeReady,
  fitTexts,
  setOptionColumns,
  markTall,
  findTooWide,
  findHeadings,
  breakAfterFills,
};

/** A document that is ready to be printed; lengths in CSS pixels. */
export interface LaidOut extends Pick<Ready, "margins" | "broken">, ReturnType<typeof findHeadings> {
  /** The number of columns of each `data-options`. */
  readonly optionColumns: readonly number[];
  readonly tooWide: readonly TooWide[];
  /** How many answer spaces have to be given the height that is left on their pages. */
  readonly fills: number;
}

/**
 * Puts a document in the place of the one that is open, if one is given, and lays it out; undefined where it cannot take its place.
 * All in one go: a question to the browser and its answer take as long as much of the work.
 */
export async function layOut(
  page: BrowserPage,
  paper: { readonly width: number; readonly height: number },
  html?: string,
): Promise<LaidOut | undefined> {
  return page.evaluate(IN_PAGE, paper, html ?? null);
}

/** Runs in the page. */
async function takeSteps(
  steps: typeof STEPS,
  paper: { readonly width: number; readonly height: number },
  html: string | null,
): Promise<LaidOut | undefined> {
  if (html !== null && !steps.replaceDocument(html)) return undefined;
  const { margins, room, broken } = await steps.makeReady(paper);
  steps.fitTexts();
  const optionColumns = steps.setOptionColumns();
  steps.markTall(room);
  const tooWide = steps.findTooWide();
  return { margins, broken, optionColumns, tooWide, ...steps.findHeadings(), fills: steps.breakAfterFills() };
}

/** With its steps in it, since what runs in the page may use nothing but its arguments. */
const IN_PAGE = new Function(
  "paper",
  "html",
  `return (${takeSteps})({ ${Object.entries(STEPS).map(([name, step]) => `${name}: ${step}`)} }, paper, html)`,
) as (paper: { readonly width: number; readonly height: number }, html: string | null) => Promise<LaidOut | undefined>;
