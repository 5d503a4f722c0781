/// <reference lib="dom" />

/*
 * Code that runs in the page: each function is sent there as its source and may use nothing but its arguments.
 * Lengths are CSS pixels.
 */

/** Sets each list of options in as few rows as its widest option allows, in at most five columns; returns their numbers. */
export function setOptionColumns(): number[] {
  const lists = [...document.querySelectorAll<HTMLElement>("[data-options]")];
  const free = lists.filter((list) => list.dataset.columns === undefined);
  // With two columns the style sheet's gap between columns is there to be read.
  for (const list of free) list.dataset.columns = "2";
  const options = free.flatMap((list) => [...list.children]).filter((child) => child instanceof HTMLElement);
  for (const option of options) option.style.width = "max-content";
  const outerWidth = (option: Element) => {
    const { marginLeft, marginRight } = getComputedStyle(option);
    return option.getBoundingClientRect().width + Number.parseFloat(marginLeft) + Number.parseFloat(marginRight);
  };
  const fitting = free.map((list) => {
    const { paddingLeft, paddingRight, columnGap } = getComputedStyle(list);
    const gap = Number.parseFloat(columnGap) || 0;
    const available = list.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const widest = Math.max(1, ...[...list.children].map(outerWidth));
    const most = Math.max(1, Math.min(5, list.childElementCount, Math.floor((available + gap) / (widest + gap))));
    const rows = Math.ceil(list.childElementCount / most);
    return Math.max(1, Math.ceil(list.childElementCount / rows));
  });
  for (const option of options) option.style.removeProperty("width");
  for (const [index, list] of free.entries()) list.dataset.columns = String(fitting[index]);
  return lists.map((list) => Number(list.dataset.columns));
}

/** Sets each text of one line as much smaller as it takes to fit; below three fifths it is cut instead. */
export function fitTexts(): void {
  for (const text of document.querySelectorAll<HTMLElement>("[data-fit]")) {
    const share = (text.clientWidth - 1) / text.scrollWidth;
    if (text.scrollWidth > text.clientWidth) text.style.fontSize = `${Math.max(0.6, share).toFixed(3)}em`;
  }
}

/** Marks with `data-tall` what is to be kept on one page and is taller than that: it has to break somewhere. */
export function markTall(room: number): void {
  const kept = [...document.querySelectorAll<HTMLElement>("[data-keep]")];
  const tall = kept.filter((element) => element.getBoundingClientRect().height > room);
  for (const element of tall) element.dataset.tall = "";
}

/** Something wider than its place; without a mark it is the template's. */
export interface TooWide {
  readonly mark?: number;
  readonly width: number;
  readonly available: number;
}

/**
 * Finds what sticks out of its place: what is marked, where it is wider than the block that holds it or its content is wider
 * than itself. Where the page is too wide and none of that explains it, what is marked and sticks out of the page; where
 * nothing marked does, the page.
 */
export function findTooWide(): TooWide[] {
  const TOLERANCE = 1;
  const found: { element: Element; width: number; available: number }[] = [];
  const pixels = (...lengths: string[]) => lengths.reduce((sum, length) => sum + (Number.parseFloat(length) || 0), 0);
  const holdsNoBlock = (element: Element) => ["inline", "contents"].includes(getComputedStyle(element).display);
  const marked = [...document.querySelectorAll("[data-mark]")].reverse();
  // Inner elements come first: what holds one that is too wide is not to blame.
  const blameless = (element: Element) => found.some((inner) => element.contains(inner.element));

  for (const element of marked) {
    let place = element.parentElement;
    while (place?.parentElement && holdsNoBlock(place)) place = place.parentElement;
    if (!place || blameless(element)) continue;
    const { paddingLeft, paddingRight } = getComputedStyle(place);
    const outside = place.clientWidth - pixels(paddingLeft, paddingRight);
    const { display, marginLeft, marginRight } = getComputedStyle(element);
    // Automatic margins of a table that is too wide are negative.
    const margins = display === "table" ? 0 : pixels(marginLeft, marginRight);
    const boxes = [...element.getClientRects()].map((box) => box.width + margins);
    const content = display === "inline" ? 0 : element.scrollWidth;
    if (content > element.clientWidth + TOLERANCE)
      found.push({ element, width: content, available: Math.min(element.clientWidth, outside) });
    else if (Math.max(0, ...boxes) > outside + TOLERANCE)
      found.push({ element, width: Math.max(...boxes), available: outside });
  }

  const { body } = document;
  const lengths = { width: body.scrollWidth, available: body.clientWidth };
  if (found.length === 0 && lengths.width > lengths.available + TOLERANCE) {
    const edge = body.getBoundingClientRect().right + TOLERANCE;
    for (const element of marked)
      if (element.getBoundingClientRect().right > edge && !blameless(element)) found.push({ element, ...lengths });
    if (found.length === 0) return [lengths];
  }
  return found
    .reverse()
    .map(({ element, ...lengths }) => ({ mark: Number(element.getAttribute("data-mark")), ...lengths }));
}
