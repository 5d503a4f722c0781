import type { Image, Link, ListItem, Nodes, Parent, PhrasingContent, Root, RootContent } from "mdast";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import { bracesAsText } from "./braces.ts";
import { collectDefinitions, type Definitions } from "./definitions.ts";
import { isKnown } from "./directive-names.ts";
import { reportUnknown, understandLeafDirective, understandTextDirective } from "./directives.ts";
import { understandImage } from "./images.ts";
import { isComment, pairInlineHtml, reportHtml } from "./inline-html.ts";
import { reportLeftovers } from "./leftovers/index.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/**
 * Turns what Markdown's parsers found into the model's content, in place: our directives get their meaning, references
 * their targets, pictures become assets, allowed HTML elements, braces attributes or text. Whatever has no meaning in
 * an exam is reported; what has one only in some places is left to `reportStray`.
 */
export function understandContent(root: Root, reading: Reading): void {
  reportLeftovers(root, reading);
  const definitions = collectDefinitions(root, reading);
  const walk = (parent: Parent, parents: readonly Parent[]) => {
    const inFootnote = parents.some((around) => around.type === "footnote") || parent.type === "footnote";
    const inline = parent.children.some((child) => child.type === "html") && isInline(parent);
    const children = inline ? pairInlineHtml(parent.children as PhrasingContent[], reading) : parent.children;
    const kept: RootContent[] = [];
    for (let index = 0; index < children.length; index++) {
      const node = children[index] as RootContent;
      const next = children[index + 1];
      if (node.type === "image" || node.type === "imageReference") {
        const attributes = next?.type === "attributes" ? next : undefined;
        kept.push(understandImage(imageOf(node, definitions), attributes, reading));
        if (attributes) index += 1;
      } else if (node.type === "attributes") {
        kept.push(endsOwner(children, index, parent, parents) ? node : bracesAsText(node, parent, reading));
      } else if (node.type === "footnoteReference" && inFootnote) reportInnerFootnote(node, reading);
      else if (isComment(node)) joinOptions(kept, children, index);
      else kept.push(...understandNode(node, reading, definitions));
    }
    parent.children = mergeTexts(kept);
    const around = [...parents, parent];
    for (const child of parent.children) {
      if (child.type === "listItem") takeLoneBox(child, reading);
      if (child.type === "heading" && parent.type !== "root") reportInnerHeading(child, parent, reading);
      if ("children" in child) walk(child as Parent, around);
    }
  };
  walk(root, []);
  definitions.reportUnused();
}

/** What stands in place of a node. */
function understandNode(node: RootContent, reading: Reading, definitions: Definitions): RootContent[] {
  const { position } = node;
  switch (node.type) {
    case "html":
      reportHtml(node, reading);
      return [];
    case "definition":
    case "footnoteDefinition":
      return [];
    case "inlineMath":
      // As on GitHub, `$$…$$` is displayed also where it stands in a line.
      return [typed(node, reading).startsWith("$$") ? displayed(node) : node];
    case "textDirective":
      return [understandTextDirective(node, reading)];
    case "leafDirective": {
      const meaning = understandLeafDirective(node, reading);
      return meaning ? [meaning] : [];
    }
    case "containerDirective":
      if (!isKnown(node)) reportUnknown(node, reading);
      return isKnown(node) ? [node] : [];
    case "link":
      return [checkLink(node, reading)];
    case "linkReference": {
      const { children } = node;
      const url = definitions.address(node.identifier);
      return [checkLink({ type: "link", url, children, ...(position && { position }) }, reading)];
    }
    case "footnoteReference": {
      const { identifier } = node;
      return [
        { type: "footnote", identifier, children: definitions.footnote(identifier), ...(position && { position }) },
      ];
    }
    default:
      return [node];
  }
}

function displayed({ value, position }: InlineMath): MathBlock {
  return { type: "math", value, ...(position && { position }) };
}

function imageOf(node: Extract<RootContent, { type: "image" | "imageReference" }>, definitions: Definitions): Image {
  if (node.type === "image") return node;
  const url = definitions.address(node.identifier);
  return { type: "image", url, alt: node.alt ?? "", ...(node.position && { position: node.position }) };
}

function checkLink(link: Link, reading: Reading): Link {
  if (!/^(https?:|mailto:|#)/i.test(link.url)) {
    reading.report({
      severity: "error",
      rule: "link",
      message: `Unexpected link to ${link.url || "nothing"}, expected http, https, mailto or #`,
      hint: "On paper a link is its text; write the address out if students need it.",
      place: placeOf(link, reading),
    });
  }
  return link;
}

/** Whether attributes end a heading or a list item's first paragraph; then whoever reads that may take them. */
function endsOwner(children: readonly RootContent[], index: number, parent: Parent, parents: readonly Parent[]) {
  const next = children[index + 1];
  const isLast = !next || (index + 2 === children.length && next.type === "text" && next.value.trim() === "");
  const around = parents.at(-1);
  return isLast && (parent.type === "heading" || (around?.type === "listItem" && around.children[0] === parent));
}

/** A comment vanishes, and must not divide the options it stands between. */
function joinOptions(kept: RootContent[], children: readonly RootContent[], comment: number): void {
  const before = kept.at(-1);
  const after = children[comment + 1];
  const areOptions = [before, after].every(
    (node) => node?.type === "list" && node.children.some((item) => typeof item.checked === "boolean"),
  );
  if (!areOptions || before?.type !== "list" || after?.type !== "list") return;
  after.children.unshift(...before.children);
  if (after.position && before.position) after.position.start = before.position.start;
  kept.pop();
}

/** A box alone on an option's first line, its content behind: GFM's parser wants text beside the box and leaves it as text. */
function takeLoneBox(item: ListItem, reading: Reading): void {
  const [first] = item.children;
  if (typeof item.checked === "boolean" || first?.type !== "paragraph") return;
  const box = /^\[([ xX])\][ \t]*$/.exec(typed(first, reading));
  if (!box || first.children[0]?.type !== "text") return;
  item.checked = box[1] !== " ";
  item.children.shift();
}

function reportInnerHeading(node: RootContent, parent: Parent, reading: Reading): void {
  const block =
    parent.type === "containerDirective"
      ? typed(parent as Nodes, reading)
          .split(/[\r\n]/, 1)[0]
          ?.trim()
      : "";
  reading.report({
    severity: "error",
    rule: "heading-inside",
    message: `Unexpected heading inside ${block || "a list or a quote"}`,
    hint: block
      ? "End the block with ::: above it if the heading begins something new; for emphasis write **…**."
      : "Headings begin sections, questions and parts at the left margin; for emphasis write **…**.",
    place: placeOf(node, reading),
  });
}

function reportInnerFootnote(node: RootContent, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "footnote-inside",
    message: "Unexpected footnote inside a footnote",
    hint: "Put both texts into one note.",
    place: placeOf(node, reading),
  });
}

function isInline(parent: Parent): boolean {
  return !["root", "listItem", "blockquote", "containerDirective", "footnote"].includes(parent.type);
}

/** Neighbouring texts as one, so that later phases see the words a reader sees. */
function mergeTexts(children: readonly RootContent[]): RootContent[] {
  const merged: RootContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === "text" && last?.type === "text") {
      last.value += child.value;
      if (last.position && child.position) last.position = { start: last.position.start, end: child.position.end };
    } else merged.push(child);
  }
  return merged;
}
