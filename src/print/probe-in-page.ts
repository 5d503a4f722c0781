/// <reference lib="dom" />

/*
 * Code that runs in the page: each function is sent there as its source and may use nothing but its arguments.
 *
 * Nothing in a browser tells on which page an element will be printed. But the outline of the printed document says where each
 * heading is: a first print with a heading at each place in question answers it truly.
 */

/** Counts `data-item`, and tells for each heading that gets into the outline, in order, the number of the item it stands in, or -1. */
export function findHeadings(): { items: number; headings: number[] } {
  const headings = [...document.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.textContent.trim() !== "" && !heading.closest("[aria-hidden=true]"))
    .map((heading) => Number(heading.closest<HTMLElement>("[data-item]")?.dataset.item ?? -1));
  return { items: document.querySelectorAll("[data-item]").length, headings };
}

/**
 * Begins the next page, or column, behind each answer space that fills its own, so that no answer space moves another one.
 * Returns how many have to be given their height: none where nothing shows how high they are, no line, no colour and nothing
 * that stands at the lower end of a box they close.
 */
export function breakAfterFills(): number {
  const fills = [...document.querySelectorAll<HTMLElement>("[data-fill]")];
  for (const fill of fills) {
    let column = fill.parentElement;
    while (column && getComputedStyle(column).columnCount === "auto") column = column.parentElement;
    fill.style.breakAfter = column ? "column" : "page";
  }
  const isPlain = (box: Element) => {
    const style = getComputedStyle(box);
    const sides = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth];
    // What lies behind all of a page is as high as the page.
    const isCanvas = box === document.body || box === document.documentElement;
    return (
      ["block", "flow-root", "list-item"].includes(style.display) &&
      sides.every((width) => Number.parseFloat(width) === 0) &&
      style.outlineStyle === "none" &&
      style.boxShadow === "none" &&
      (isCanvas || (style.backgroundImage === "none" && style.backgroundColor === "rgba(0, 0, 0, 0)")) &&
      ["::before", "::after"].every((pseudo) => getComputedStyle(box, pseudo).content === "none")
    );
  };
  const isHung = (element: Element) =>
    getComputedStyle(element).position === "absolute" && String(element.computedStyleMap().get("bottom")) !== "auto";
  const isShown = (fill: Element) => {
    if (fill.childElementCount > 0 || !isPlain(fill)) return true;
    let closed = fill;
    for (; closed.parentElement && !closed.nextElementSibling; closed = closed.parentElement)
      if (!isPlain(closed.parentElement)) return true;
    return [...closed.getElementsByTagName("*")].some(isHung);
  };
  return fills.some(isShown) ? fills.length : 0;
}

/**
 * Puts a heading `item3`, `fill0` at the start of each item and each answer space that fills its page. Nothing else is painted,
 * which is most of the work of a print.
 */
export function addMarkers(): void {
  const style = document.createElement("style");
  style.dataset.marker = "";
  style.textContent = "body * { visibility: hidden !important } h6[data-marker] { visibility: visible !important }";
  document.head.append(style);
  const mark = (element: HTMLElement, text: string) => {
    const marker = document.createElement("h6");
    marker.dataset.marker = "";
    marker.textContent = text;
    // What is not painted is not in the outline.
    marker.style.cssText =
      "all: initial; display: block; position: absolute; top: 0; left: 0; width: 1px; height: 1px; background: black; font-size: 1px; overflow: hidden";
    if (getComputedStyle(element).position === "static") element.style.position = "relative";
    element.prepend(marker);
  };
  for (const item of document.querySelectorAll<HTMLElement>("[data-item]")) mark(item, `item${item.dataset.item}`);
  for (const [index, fill] of [...document.querySelectorAll<HTMLElement>("[data-fill]")].entries())
    mark(fill, `fill${index}`);
}

/** Undoes {@link addMarkers}. */
export function removeMarkers(): void {
  for (const marker of document.querySelectorAll("[data-marker]")) marker.remove();
}

/**
 * Makes each answer space, with what closes under it (paddings and borders of the boxes it is the last of), as high as the page
 * allows: so many CSS pixels from the marker to the lower margin. One that is on no page has none.
 */
export function applyFills(heights: readonly (number | null)[]): void {
  const pixels = (...lengths: string[]) => lengths.reduce((sum, length) => sum + Number.parseFloat(length), 0);
  for (const [index, fill] of [...document.querySelectorAll<HTMLElement>("[data-fill]")].entries()) {
    const height = heights[index];
    if (height == null) continue;
    const { borderTopWidth } = getComputedStyle(fill);
    let below = 0;
    for (let box: Element = fill; box.parentElement && !box.nextElementSibling; box = box.parentElement) {
      const { paddingBottom, borderBottomWidth } = getComputedStyle(box.parentElement);
      below += pixels(paddingBottom, borderBottomWidth);
    }
    fill.style.boxSizing = "border-box";
    fill.style.height = `${height + pixels(borderTopWidth) - below}px`;
    // Squares are whole.
    fill.style.setProperty("--height", fill.style.height);
  }
}
