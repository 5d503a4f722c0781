/// <reference lib="dom" />

/*
 * Code that runs in the page: each function is sent there as its source and may use nothing but its arguments.
 *
 * What the browser has to be asked of an item (how many columns its options have, whether it is taller than a page) is the same
 * in all documents that have it. Where a document with all items was laid out and measured, the others need no layout but that
 * of their pages.
 */

/** What was measured of an item. */
export interface ItemLayout {
  /** Of each of its lists of options. */
  readonly columns: readonly number[];
  /** Of it and of what it holds, as far as that is to be kept on one page: whether it is taller. */
  readonly tall: readonly boolean[];
}

/** What was measured of a document in which all stands that others have. */
export interface KnownLayout {
  readonly items: readonly ItemLayout[];
  /** Of the document's root, as style sheets write it. */
  readonly width: string;
  /** What follows each answer space that fills its page; undefined where there is none, or not always the same. */
  readonly fillEnd: string | undefined;
}

/** Reads what was measured of a document that was laid out. */
export function readKnown(): KnownLayout {
  const ends = new Set([...document.querySelectorAll<HTMLElement>("[data-fill]")].map(({ style }) => style.breakAfter));
  const [fillEnd] = ends.size === 1 ? ends : [undefined];
  const items = [...document.querySelectorAll<HTMLElement>("[data-item]")].map((item) => ({
    columns: [...item.querySelectorAll<HTMLElement>("[data-options]")].map(({ dataset }) => Number(dataset.columns)),
    tall: [item, ...item.querySelectorAll<HTMLElement>("[data-keep]")].map(({ dataset }) => dataset.tall !== undefined),
  }));
  return { items, width: document.documentElement.style.width, fillEnd };
}

/** Sets lists of options in the columns that are known; those that have some already keep them. */
export function setKnownColumns(items: readonly (readonly number[])[]): void {
  for (const [index, item] of [...document.querySelectorAll("[data-item]")].entries())
    for (const [at, list] of [...item.querySelectorAll<HTMLElement>("[data-options]")].entries())
      list.dataset.columns ??= String(items[index]?.[at]);
}

/**
 * Gives a document what was measured of its items in another one, and waits for its pictures; returns the number of columns of
 * each list of options. Returns undefined where something is left that has to be measured.
 */
export async function setKnownLayout(layout: KnownLayout): Promise<number[] | undefined> {
  const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>(selector)];
  const fills = all("[data-fill]");
  if (fills.length > 0 && layout.fillEnd === undefined) return undefined;
  if (all("[data-keep]:not([data-item], [data-item] *)").length > 0) return undefined;
  const items = all("[data-item]").map((item, index) => {
    const { columns = [], tall = [] } = layout.items[index] ?? {};
    return { columns, tall, lists: all("[data-options]", item), kept: [item, ...all("[data-keep]", item)] };
  });
  const isOther = items.some(
    ({ columns, tall, lists, kept }) => lists.length !== columns.length || kept.length !== tall.length,
  );
  if (isOther || all("[data-options]:not([data-columns], [data-item] *)").length > 0) return undefined;
  for (const { columns, tall, lists, kept } of items) {
    for (const [at, list] of lists.entries()) list.dataset.columns ??= String(columns[at]);
    for (const [at, element] of kept.entries()) if (tall[at]) element.dataset.tall = "";
  }
  for (const fill of fills) fill.style.breakAfter = layout.fillEnd as string;
  document.documentElement.style.width = layout.width;
  // On the screen nothing has to be laid out.
  if (document.adoptedStyleSheets.length === 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@media screen { body > * { content-visibility: hidden !important } }");
    document.adoptedStyleSheets = [sheet];
  }
  const images = await Promise.allSettled([...document.images].map((image) => image.decode()));
  if (images.some(({ status }) => status === "rejected")) return undefined;
  return all("[data-options]").map(({ dataset }) => Number(dataset.columns));
}

/** How many faces are loaded; none while one is under way. Where a print changes that, it came too early. */
export function countFaces(): number {
  if (document.fonts.status === "loading") return 0;
  return [...document.fonts].filter(({ status }) => status === "loaded").length;
}
