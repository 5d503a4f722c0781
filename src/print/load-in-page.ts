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

/** Waits until every font and image that will be printed is there. Returns the images that are not: their marks, and the addresses of those without one. */
export async function settle(): Promise<{ marks: number[]; unmarked: string[] }> {
  // A font that only the running header uses is not asked for before it is printed, and then too late.
  const standIns: Element[] = [];
  const variables = getComputedStyle(document.documentElement);
  const collect = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule) {
        for (const { style } of rule.cssRules as Iterable<CSSStyleRule>) {
          const content = style.getPropertyValue("content");
          const element = document.createElement("div");
          element.style.cssText = `${rule.style.cssText};${style.cssText};position:absolute;visibility:hidden`;
          element.textContent = `0${content.replace(/var\((--[^\s,)]+)[^)]*\)/g, (_, name) => variables.getPropertyValue(name))}`;
          standIns.push(element);
        }
      } else if (rule instanceof CSSGroupingRule) collect(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);
  document.documentElement.append(...standIns);
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  for (const element of standIns) element.remove();

  const marks: number[] = [];
  const unmarked: string[] = [];
  for (const image of document.images) {
    try {
      await image.decode();
    } catch {
      const mark = image.closest<HTMLElement>("[data-mark]")?.dataset.mark;
      if (mark === undefined) unmarked.push(image.getAttribute("src") ?? "");
      else marks.push(Number(mark));
    }
  }
  return { marks, unmarked };
}
