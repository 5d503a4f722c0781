import type { Element, ElementContent } from "hast";
import { common, createLowlight } from "lowlight";
import type { Code } from "mdast";

/** Made for the first block of code: most exams have none. */
let lowlight: ReturnType<typeof createLowlight> | undefined;

/** The most marks inside each other; more is no program, and everything that walks a page calls itself once a level. */
const MAX_LEVELS = 100;

/** A block of code, highlighted by class names (`hljs-keyword` …) where its language is known, as typed elsewhere. */
export function highlight({ lang, value }: Code): Element {
  const children = (lang && highlighted(lang, value)) || [{ type: "text", value } as const];
  return {
    type: "element",
    tagName: "pre",
    properties: { className: ["code"] },
    children: [{ type: "element", tagName: "code", properties: {}, children }],
  };
}

/** Undefined for a language that is not known, and for what no program can be. */
function highlighted(lang: string, value: string): ElementContent[] | undefined {
  lowlight ??= createLowlight(common);
  if (!lowlight.registered(lang)) return undefined;
  try {
    const children = lowlight.highlight(lang, value).children as ElementContent[];
    return isShallow(children) ? children : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isShallow(nodes: readonly ElementContent[]): boolean {
  let level = nodes;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_LEVELS) return false;
    level = level.flatMap((node) => (node.type === "element" ? node.children : []));
  }
  return true;
}
