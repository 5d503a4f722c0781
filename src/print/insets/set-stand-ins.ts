import type { Page } from "../../model/page.ts";
import { formulaBoxes } from "./formula-boxes.ts";
import type { PrintedSheet } from "./printed-sheet.ts";
import { pictureStart, standInUrl, withStandInStyle, withStandIns } from "./sheet.ts";
import { STAND_IN_TEXTS } from "./stand-in-face.ts";

/** A document with stand-ins in the places of what is on sheets. */
export interface PageWithStandIns {
  readonly page: Page;
  /** How many there are of each formula, by its number. */
  readonly formulas: ReadonlyMap<number, number>;
  /** And of each picture. */
  readonly pictures: ReadonlyMap<number, number>;
}

/**
 * Puts stand-ins in the places of all that is on some sheets. Undefined where they could not be told from the document's own text,
 * and where their style sheet has no place.
 */
export function setStandIns(page: Page, sheets: readonly PrintedSheet[]): PageWithStandIns | undefined {
  if (page.html.search(STAND_IN_TEXTS) !== -1) return undefined;
  const formulas = new Map<number, number>();
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, markup } of formulaBoxes(page.html)) {
    const standIn = sheets.map(({ formulas }) => formulas.get(markup)).find((found) => found !== undefined);
    if (standIn !== undefined) {
      parts.push(page.html.slice(copied, start), standIn.markup);
      copied = end;
      formulas.set(standIn.number, (formulas.get(standIn.number) ?? 0) + 1);
    }
  }
  const styled = withStandInStyle([...parts, page.html.slice(copied)].join(""));
  if (styled === undefined) return undefined;
  let html = styled;
  const pictures = new Map<number, number>();
  for (const [number, { url }] of sheets.flatMap((sheet) => [...sheet.pictures])) {
    const start = pictureStart(url);
    const pieces = page.assets.has(url) ? html.split(start) : [];
    if (pieces.length < 2) continue;
    pictures.set(number, pieces.length - 1);
    html = pieces.join(pictureStart(standInUrl(url)));
  }
  const served = sheets.flatMap((sheet) => [...sheet.pictures.values()]);
  return { page: { ...page, html, assets: withStandIns(page.assets, served) }, formulas, pictures };
}
