import type { Element, ElementContent, Root } from "hast";
import type { Emphasis, Link, Root as MdastRoot, Nodes, Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import rehypeSanitize from "rehype-sanitize";
import remarkRehype, { defaultHandlers, type Options } from "remark-rehype";
import { unified } from "unified";
import type { Block, InlineElement } from "../model/content.ts";
import type {} from "./hast-data.ts";
import { SANITIZE_SCHEMA } from "./sanitize-schema.ts";

type Handler = NonNullable<NonNullable<Options["handlers"]>["paragraph"]>;

/** An element that stands for content whose own markup comes later: sanitising leaves its data alone. */
const standIn =
  (tagName: "div" | "span", slot: "ours" | "pending"): Handler =>
  (_, node: Nodes): Element => ({
    type: "element",
    tagName,
    properties: {},
    data: { [slot]: node },
    children: [],
    ...(node.position && { position: node.position }),
  });

const inlineElement: Handler = (state, node: InlineElement): Element => ({
  type: "element",
  tagName: node.tagName,
  properties: {},
  children: state.all(node as unknown as Paragraph) as ElementContent[],
});

const paragraph: Handler = (state, node: Paragraph) => {
  const element = defaultHandlers.paragraph(state, node);
  const isFigure = node.children.every(
    (child) => child.type === "image" || (child.type === "text" && child.value.trim() === ""),
  );
  if (isFigure) element.properties.className = ["figure"];
  return element;
};

const emphasis: Handler = (state, node: Emphasis) => {
  const element = defaultHandlers.emphasis(state, node);
  if (!UPRIGHT.test(textOf(node))) return element;
  return { ...element, properties: { className: ["dotted"] }, children: element.children.flatMap(letterByLetter) };
};

/** Each letter in an element of its own, where its dot is drawn. */
function letterByLetter(node: ElementContent): ElementContent[] {
  if (node.type === "element")
    return [node.tagName === "code" ? node : { ...node, children: node.children.flatMap(letterByLetter) }];
  if (node.type !== "text") return [node];
  return node.value.split(/((?:\p{L}|\p{N})\p{M}*)/u).flatMap((value, index): ElementContent[] => {
    if (value === "") return [];
    const text: ElementContent = { type: "text", value };
    return [index % 2 === 0 ? text : { type: "element", tagName: "span", properties: {}, children: [text] }];
  });
}

/** Scripts whose typefaces have no italics. */
const UPRIGHT = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** A link inside the exam leads nowhere on paper, and its target would tell an id of the source. */
const link: Handler = (state, node: Link) => {
  const element = defaultHandlers.link(state, node);
  if (node.url.startsWith("#")) delete element.properties.href;
  return element;
};

const image: Handler = (state, node, parent) => {
  const element = defaultHandlers.image(state, node);
  return { ...element, data: (standIn("span", "ours")(state, node, parent) as Element).data };
};

const processor = unified()
  .use(remarkRehype, {
    handlers: {
      inlineElement,
      paragraph,
      emphasis,
      image,
      link,
      code: standIn("div", "ours"),
      math: standIn("div", "ours"),
      inlineMath: standIn("span", "ours"),
      space: standIn("div", "ours"),
      pageBreak: standIn("div", "ours"),
      reference: standIn("span", "pending"),
      blank: standIn("span", "pending"),
      footnote: standIn("span", "pending"),
    },
  })
  .use(rehypeSanitize, SANITIZE_SCHEMA)
  .freeze();

/** Markdown as safe HTML, with stand-ins for all that is not plain Markdown. */
export function toHast(blocks: readonly Block[]): ElementContent[] {
  const root: MdastRoot = { type: "root", children: [...blocks] };
  return (processor.runSync(root) as Root).children as ElementContent[];
}
