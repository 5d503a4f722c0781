import { setImmediate } from "node:timers/promises";
import type { Page } from "../model/page.ts";
import { LostStandIn, placeInsets } from "./insets/place-insets.ts";
import type { PrintedSheet } from "./insets/printed-sheet.ts";
import { type PageWithStandIns, setStandIns } from "./insets/set-stand-ins.ts";
import { finishPdf } from "./pdf-bytes.ts";
import type { PrintQueue } from "./print-queue.ts";
import type { PrintedPdf } from "./printed-pdf.ts";

const NO_STAND_INS: Omit<PageWithStandIns, "page"> = { formulas: new Map(), pictures: new Map() };

/**
 * Prints a document, and paints in it what was printed before on some sheets. A browser is kept from the next document only as
 * long as it works on this one. `meanwhile` is called while it writes it.
 */
export async function printDocument(
  queue: PrintQueue,
  page: Page,
  sheets: readonly PrintedSheet[],
  meanwhile: () => void,
): Promise<PrintedPdf> {
  const print = async (
    printable: Page,
    insets: readonly PrintedSheet[],
    expected: typeof NO_STAND_INS,
  ): Promise<PrintedPdf> => {
    const { pdf, isWhole, ...printed } = await queue.print((tab) => tab.print(printable, meanwhile));
    // The next document is on its way to the browser first.
    await setImmediate();
    const bytes = finishPdf(pdf, page.metadata, placeInsets(pdf, insets, expected));
    if ((await isWhole) !== false) return { ...printed, bytes };
    const { commonItems: _, ...measured } = printable;
    return print(measured, insets, expected);
  };
  const standing = sheets.length > 0 ? setStandIns(page, sheets) : undefined;
  try {
    if (standing) return await print({ ...standing.page, common: commonWithStandIns(page, sheets) }, sheets, standing);
  } catch (error) {
    if (!(error instanceof LostStandIn)) throw error;
  }
  return print(page, [], NO_STAND_INS);
}

/** Documents are compared as they are printed. */
function commonWithStandIns({ common = [] }: Page, sheets: readonly PrintedSheet[]): readonly Page[] {
  return common.map((page) => {
    const known = withStandIns.get(page) ?? setStandIns(page, sheets)?.page ?? page;
    withStandIns.set(page, known);
    return known;
  });
}

const withStandIns = new WeakMap<Page, Page>();
