import type {
  Definition,
  FootnoteDefinition,
  Image,
  Link,
  ListItem,
  Nodes,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { isKnown, reportUnknown, understandLeafDirective, understandTextDirective } from "./directives.ts";
import { understandImage } from "./images.ts";
import { isComment, pairInlineHtml, reportHtml } from "./inline-html.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/** Link targets and footnotes of a source, by their identifier: they may stand anywhere in it. */
interface Definitions {
  readonly links: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/**
 * Turns what Markdown's parsers found into the model's content, in place: our directives get their meaning, references
 * their targets, pictures become assets, allowed HTML elements. Whatever has no meaning in an exam is reported.
 */
export function understandContent(root: Root, reading: Reading): void {
  const definitions = collectDefinitions(root);
  const walk = (parent: Parent, inFootnote: boolean) => {
    const inline = parent.children.some((child) => child.type === "html") && isInline(parent);
    const children = inline ? pairInlineHtml(parent.children as PhrasingContent[], reading) : parent.children;
    const kept: RootContent[] = [];
    for (let index = 0; index < children.length; index++) {
      const node = children[index] as RootContent;
      const next = children[index + 1];
      if (node.type === "image" && next?.type === "attributes") {
        understandImage(node, next, reading);
        kept.push(node);
        index += 1;
      } else if (node.type === "footnoteReference" && inFootnote) reportInnerFootnote(node, reading);
      else kept.push(...understandNode(node, reading, definitions));
    }
    parent.children = mergeTexts(kept);
    for (const child of parent.children) {
      if (child.type === "listItem") takeLoneBox(child, reading);
      if (child.type === "heading" && parent.type !== "root") reportInnerHeading(child, reading);
      if ("children" in child) walk(child as Parent, inFootnote || child.type === "footnote");
    }
  };
  walk(root, false);
}

function collectDefinitions(root: Root): Definitions {
  const links = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes) => {
    // As in CommonMark, the first definition counts.
    if (node.type === "definition" && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === "footnoteDefinition" && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(root);
  return { links, footnotes };
}

/** What stands in place of a node. */
function understandNode(node: RootContent, reading: Reading, { links, footnotes }: Definitions): RootContent[] {
  switch (node.type) {
    case "html":
      if (!isComment(node)) reportHtml(node, reading);
      return [];
    case "definition":
    case "footnoteDefinition":
      return [];
    case "textDirective":
      return [understandTextDirective(node, reading)];
    case "leafDirective": {
      const meaning = understandLeafDirective(node, reading);
      return meaning ? [meaning] : [];
    }
    case "containerDirective":
      if (!isKnown(node)) reportUnknown(node, reading);
      return isKnown(node) ? [node] : [];
    case "image":
      understandImage(node, undefined, reading);
      return [node];
    case "imageReference": {
      const { url = "" } = links.get(node.identifier) ?? {};
      const image: Image = {
        type: "image",
        url,
        alt: node.alt ?? "",
        ...(node.position && { position: node.position }),
      };
      understandImage(image, undefined, reading);
      return [image];
    }
    case "link":
      return [checkLink(node, reading)];
    case "linkReference": {
      const { url = "" } = links.get(node.identifier) ?? {};
      const link: Link = {
        type: "link",
        url,
        children: node.children,
        ...(node.position && { position: node.position }),
      };
      return [checkLink(link, reading)];
    }
    case "footnoteReference": {
      const children = footnotes.get(node.identifier)?.children ?? [];
      // A copy: the note may be called more than once, and its nodes are changed while they are understood.
      return [
        {
          type: "footnote",
          identifier: node.identifier,
          children: structuredClone(children),
          ...(node.position && { position: node.position }),
        },
      ];
    }
    default:
      return [node];
  }
}

function checkLink(link: Link, reading: Reading): Link {
  if (!/^(https?:|mailto:|#)/i.test(link.url)) {
    reading.report({
      severity: "error",
      rule: "link",
      message: `Unexpected link to ${link.url || "nothing"}, expected http, https, mailto or #`,
      hint: "On paper a link is its text; write the address out if students need it.",
      place: placeOf(link as Nodes, reading),
    });
  }
  return link;
}

/** A box alone on an option's first line, its content behind: GFM's parser wants text beside the box and leaves it as text. */
function takeLoneBox(item: ListItem, reading: Reading): void {
  const [first] = item.children;
  if (typeof item.checked === "boolean" || first?.type !== "paragraph" || item.children.length < 2) return;
  const box = /^\[([ xX])\]$/.exec(typed(first as Nodes, reading).trim());
  if (!box || textOf(first).trim() !== box[0]) return;
  item.checked = box[1] !== " ";
  item.children.shift();
}

function reportInnerHeading(node: RootContent, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "heading-inside",
    message: "Unexpected heading inside a list, quote or block",
    hint: "Headings begin sections, questions and parts at the left margin; for emphasis write **…**.",
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
  return (
    parent.type !== "root" &&
    parent.type !== "listItem" &&
    parent.type !== "blockquote" &&
    parent.type !== "containerDirective"
  );
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

/**
 * Looks for what was understood nowhere: attributes in the middle of text and directives in places where they mean
 * nothing. Braces that only look like attributes go back to being text.
 */
export function settleLeftovers(root: Parent, reading: Reading): void {
  const settled = mergeTexts(
    root.children.map((node): RootContent => {
      if (node.type === "attributes") {
        if (/#|=|^\{\s*(\.|(pin|bonus|newpage|keep)\b)/.test(node.value)) {
          reading.report({
            severity: "error",
            rule: "stray-attributes",
            message: `Unexpected attributes ${node.value}`,
            hint: "Attributes end a heading or an option's first paragraph, or follow an image directly. For braces in the text write \\{ and \\}.",
            place: placeOf(node, reading),
          });
        }
        return { type: "text", value: node.value, ...(node.position && { position: node.position }) };
      }
      const directive =
        node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective";
      if (directive && !reading.understood.has(node)) {
        reading.report({
          severity: "error",
          rule: "stray-directive",
          message: `${typed(node, reading).split(/[\r\n[{]/)[0]} has no meaning here`,
          hint: "Answers, solutions and rubrics stand directly in a question or part, notes there or in a section.",
          place: placeOf(node, reading),
        });
      }
      return node;
    }),
  );
  // In place: what was understood already holds this very list.
  root.children.splice(0, root.children.length, ...settled);
  for (const child of root.children) if ("children" in child) settleLeftovers(child as Parent, reading);
}
