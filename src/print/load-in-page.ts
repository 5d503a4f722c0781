/// <reference lib="dom" />

/*
 * Code that runs in the page: each function is sent there as its source and may use nothing but its arguments.
 */

/**
 * Puts another document in the place of the one that is open, keeping what both have in common: style sheets and fonts stay
 * loaded. Returns false, having done nothing, where they differ in more than titles and inline style sheets.
 */
export function replaceDocument(html: string): boolean {
  const next = new DOMParser().parseFromString(html, "text/html");
  const old = [...document.head.children];
  const changed = [...next.head.children].map((element, index) =>
    old[index]?.isEqualNode(element) ? undefined : element,
  );
  const replaceable = (element: Element | undefined) =>
    !element ||
    element.tagName === "TITLE" ||
    (element.tagName === "STYLE" && !element.textContent.includes("@import"));
  if (old.length === 0 || old.length !== changed.length || !changed.every(replaceable)) return false;
  for (const [index, element] of changed.entries()) if (element) old[index]?.replaceWith(element);
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  document.body.replaceWith(next.body);
  return true;
}

/** Has the document laid out as it is. */
export function askForLayout(): void {
  document.documentElement.getBoundingClientRect();
}

/** What is known of a document when it lies ready to be measured; lengths in CSS pixels. */
export interface Ready {
  /** Lower margins of the first page, of the other right-hand ones (3, 5 …), and of the left-hand ones (2, 4 …). */
  readonly margins: { readonly first: number; readonly right: number; readonly left: number };
  /** Height of what a page has room for, between its margins; the first page's may be another. */
  readonly room: number;
  /** Images that cannot be shown: their marks, and the addresses of those without one. */
  readonly broken: { readonly marks: readonly number[]; readonly unmarked: readonly string[] };
}

/**
 * Gives the document the width it has on paper, and waits until every font and image that will be printed is there.
 *
 * The width is a whole number of pixels: the browser paints to whole ones and cuts at the page's edge, so of a frame as wide as
 * the page the last line would be thinner.
 */
export async function makeReady(paper: { width: number; height: number }): Promise<Ready> {
  const pageRules: CSSPageRule[] = [];
  const collect = (sheet: CSSStyleSheet | CSSGroupingRule) => {
    // The rules of a sheet that was refused may not be read, and there are none.
    if (sheet instanceof CSSStyleSheet && sheet.href && new URL(sheet.href).origin !== location.origin) return;
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSPageRule) pageRules.push(rule);
      else if (rule instanceof CSSImportRule && rule.styleSheet) collect(rule.styleSheet);
      else if (rule instanceof CSSMediaRule ? matchMedia(rule.conditionText).matches : rule instanceof CSSGroupingRule)
        collect(rule as CSSGroupingRule);
    }
  };
  for (const sheet of document.styleSheets) if (matchMedia(sheet.media.mediaText).matches) collect(sheet);

  // An element with the page's declarations resolves their units and variables; not displayed, it costs no layout.
  const root = document.documentElement;
  const box = root.appendChild(document.createElement("div"));
  const resolveMargins = (...selectors: string[]) => {
    const declarations = selectors.flatMap((selector) => pageRules.filter((rule) => rule.selectorText === selector));
    box.style.cssText = `${declarations.map(({ style }) => style.cssText).join(";")};display:none`;
    const { marginLeft, marginRight, marginTop, marginBottom } = getComputedStyle(box);
    const pixels = (margin: string, whole: number) =>
      (Number.parseFloat(margin) || 0) * (margin.endsWith("%") ? whole / 100 : 1);
    const sides = pixels(marginLeft, paper.width) + pixels(marginRight, paper.width);
    return { sides, top: pixels(marginTop, paper.height), bottom: pixels(marginBottom, paper.height) };
  };
  const first = resolveMargins("", ":right", ":first");
  const right = resolveMargins("", ":right");
  const left = resolveMargins("", ":left");
  box.remove();
  root.style.width = `${Math.floor(paper.width - Math.max(first.sides, right.sides, left.sides))}px`;

  // A font that only the running header uses would not be asked for before it is printed, and then too late.
  const variables = getComputedStyle(root);
  const standIns = pageRules.flatMap((page) =>
    [...(page.cssRules as Iterable<CSSStyleRule>)].map(({ style }) => {
      const element = document.createElement("div");
      element.style.cssText = `${page.style.cssText};${style.cssText};position:absolute;visibility:hidden`;
      const content = style.getPropertyValue("content");
      element.textContent = `0${content.replace(/var\((--[^\s,)]+)[^)]*\)/g, (_, name) => variables.getPropertyValue(name))}`;
      return element;
    }),
  );
  root.append(...standIns);
  root.getBoundingClientRect();
  await document.fonts.ready;
  for (const element of standIns) element.remove();

  const images = [...document.images];
  const decoded = await Promise.allSettled(images.map((image) => image.decode()));
  const marks: number[] = [];
  const unmarked: string[] = [];
  for (const [index, image] of images.entries()) {
    if (decoded[index]?.status === "fulfilled") continue;
    const mark = image.closest("[data-mark]")?.getAttribute("data-mark");
    if (mark) marks.push(Number(mark));
    else unmarked.push(image.getAttribute("src") ?? "");
  }
  const room = paper.height - Math.max(right.top + right.bottom, left.top + left.bottom);
  const margins = { first: first.bottom, right: right.bottom, left: left.bottom };
  return { margins, room, broken: { marks, unmarked } };
}
