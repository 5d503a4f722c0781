import type { Page } from "../../model/page.ts";
import { formulaBoxes } from "./formula-boxes.ts";
import type { PrintedSheet } from "./printed-sheet.ts";
import { pictureStart, STAND_IN_STYLE, standInUrl, withStandIns } from "./sheet.ts";

/** A document with stand-ins in the places of what is on sheets, and the numbers of its pictures. */
export interface PageWithStandIns {
  readonly page: Page;
  readonly pictures: ReadonlySet<number>;
}

/** Puts stand-ins in the places of all that is on some sheets. */
export function setStandIns(page: Page, sheets: readonly PrintedSheet[]): PageWithStandIns {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, markup } of formulaBoxes(page.html)) {
    const standIn = sheets.map(({ formulas }) => formulas.get(markup)).find((found) => found !== undefined);
    if (standIn !== undefined) {
      parts.push(page.html.slice(copied, start), standIn);
      copied = end;
    }
  }
  let html = [...parts, page.html.slice(copied)].join("").replace("</head>", `${STAND_IN_STYLE}</head>`);
  const pictures = new Set<number>();
  for (const [number, { url }] of sheets.flatMap((sheet) => [...sheet.pictures])) {
    const start = pictureStart(url);
    if (!page.assets.has(url) || !html.includes(start)) continue;
    pictures.add(number);
    html = html.replaceAll(start, pictureStart(standInUrl(url)));
  }
  const served = sheets.flatMap((sheet) => [...sheet.pictures.values()]);
  return { page: { ...page, html, assets: withStandIns(page.assets, served) }, pictures };
}
