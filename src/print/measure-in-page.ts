/// <reference lib="dom" />

/*
 * Code that runs in the page: each function is sent there as its source and may use nothing but its arguments.
 * Lengths are CSS pixels.
 */

/** Gives the document the width it will have on paper, and returns the page's lower margins. */
export function setPageWidth(paper: { width: number; height: number }): { bottom: number; firstBottom: number } {
  const declarations = { usual: "", first: "" };
  const collect = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSGroupingRule && !(rule instanceof CSSPageRule)) collect(rule.cssRules);
      if (!(rule instanceof CSSPageRule)) continue;
      if (rule.selectorText === "") declarations.usual += `;${rule.style.cssText}`;
      if (rule.selectorText === ":first") declarations.first += `;${rule.style.cssText}`;
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);
  // An element with the page's declarations resolves their units and variables; not displayed, it costs no layout.
  const box = document.createElement("div");
  document.documentElement.append(box);
  const margins = (style: string) => {
    box.style.cssText = `${style};display:none`;
    const { marginLeft, marginRight, marginBottom } = getComputedStyle(box);
    const pixels = (margin: string, whole: number) =>
      (Number.parseFloat(margin) || 0) * (margin.endsWith("%") ? whole / 100 : 1);
    return {
      sides: pixels(marginLeft, paper.width) + pixels(marginRight, paper.width),
      bottom: pixels(marginBottom, paper.height),
    };
  };
  const usual = margins(declarations.usual);
  const first = margins(declarations.usual + declarations.first);
  box.remove();
  document.documentElement.style.width = `${paper.width - Math.max(usual.sides, first.sides)}px`;
  return { bottom: usual.bottom, firstBottom: first.bottom };
}

/** Undoes {@link setPageWidth}: on paper the page itself sets the width. */
export function releasePageWidth(): void {
  document.documentElement.style.removeProperty("width");
}

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

/** Something wider than its place; without a mark it is the template's. */
export interface TooWide {
  readonly mark?: number;
  readonly width: number;
  readonly available: number;
}

/**
 * Finds what sticks out of its place: what is marked, if it is wider than the block that holds it or if its content is wider
 * than itself; and, where the page is too wide and nothing marked explains it, the page.
 */
export function findTooWide(): TooWide[] {
  const TOLERANCE = 1;
  const found: { element: Element; width: number; available: number }[] = [];
  const isInline = (element: Element) => getComputedStyle(element).display === "inline";
  const contentWidth = (block: Element) => {
    const { paddingLeft, paddingRight } = getComputedStyle(block);
    return block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  };
  for (const element of [...document.querySelectorAll("[data-mark]")].reverse()) {
    if (found.some((inner) => element.contains(inner.element))) continue;
    let place = element.parentElement;
    while (place?.parentElement && (isInline(place) || getComputedStyle(place).display === "contents"))
      place = place.parentElement;
    if (!place) continue;
    const available = contentWidth(place);
    const boxes = [...element.getClientRects()].map((box) => box.width);
    const content = isInline(element) || element.scrollWidth <= element.clientWidth ? 0 : element.scrollWidth;
    const width = Math.max(0, ...boxes, content);
    const room = content > 0 ? Math.min(available, element.clientWidth) : available;
    if (width > room + TOLERANCE) found.push({ element, width, available: room });
  }
  const all: TooWide[] = found
    .reverse()
    .map(({ element, width, available }) => ({ mark: Number(element.getAttribute("data-mark")), width, available }));
  const { body } = document;
  if (all.length === 0 && body.scrollWidth > body.clientWidth + TOLERANCE)
    all.push({ width: body.scrollWidth, available: body.clientWidth });
  return all;
}
