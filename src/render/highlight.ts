import type { Element, ElementContent } from "hast";
import { common, createLowlight } from "lowlight";
import type { Code } from "mdast";

const lowlight = createLowlight(common);

/** A block of code, highlighted by class names (`hljs-keyword` …) where its language is known, as typed elsewhere. */
export function highlight({ lang, value }: Code): Element {
  const children: ElementContent[] =
    lang && lowlight.registered(lang)
      ? (lowlight.highlight(lang, value).children as ElementContent[])
      : [{ type: "text", value }];
  return {
    type: "element",
    tagName: "pre",
    properties: { className: ["code"] },
    children: [{ type: "element", tagName: "code", properties: {}, children }],
  };
}
