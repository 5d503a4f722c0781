import type { Element, ElementContent, Nodes, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Result } from "hastscript";
import type { Root as MarkdownRoot } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { wordsFor } from "../../src/languages/words.ts";
import type { Block } from "../../src/model/content.ts";
import type { Item } from "../../src/model/exam.ts";
import type { View } from "../../src/model/page.ts";
import { kindOf } from "../../src/questions/index.ts";
import type { RenderContext } from "../../src/questions/kind.ts";

const toHast = unified().use(remarkRehype);

/** Markdown as plain HTML: all a kind needs to know of rendering. */
function content(blocks: readonly Block[]): ElementContent[] {
  const root: MarkdownRoot = { type: "root", children: structuredClone(blocks) as Block[] };
  return (toHast.runSync(root) as Root).children as ElementContent[];
}

/** What a kind prints with when nothing else of the exam matters. */
function context(view: View, lang = "en"): RenderContext {
  return { view, words: wordsFor(lang), points: 1, content };
}

/** What an item's body puts on the page: its answer area, then its gaps, one after the other. */
export function printed(item: Pick<Item, "kind">, body: unknown, view: View, lang = "en"): Root {
  const kind = kindOf(item.kind);
  const gaps = kind.inText ? (body as { gaps: readonly unknown[] }).gaps : [];
  const results: Result[] = [
    kind.render(body, context(view, lang)),
    ...gaps.flatMap((_, index) => kind.renderInText?.(body, index, context(view, lang)) ?? []),
  ];
  return {
    type: "root",
    children: results.flatMap((result) => (result.type === "root" ? result.children : [result])),
  };
}

/** The same as HTML. */
export function printedHtml(item: Pick<Item, "kind">, body: unknown, view: View, lang = "en"): string {
  return toHtml(printed(item, body, view, lang));
}

/** The elements of a class, in document order, not looking inside those found. */
export function withClass(tree: Nodes, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (![element.properties.className].flat().includes(name)) return undefined;
    found.push(element);
    return SKIP;
  });
  return found;
}

/** The words of an element. */
export function words(tree: Nodes): string {
  return textOf(tree).replace(/\s+/g, " ").trim();
}
