import type { Heading, ListItem, Nodes, Paragraph } from "mdast";
import type { Directives } from "mdast-util-directive";
import { type Attributes, parseAttributes } from "../model/attributes.ts";
import type { AttributesNode } from "./attribute-syntax.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/** The attributes of a directive; undefined when it has none. Faults in them are reported. */
export function directiveAttributes(node: Directives, reading: Reading): Attributes | undefined {
  const begin = node.position?.start.offset ?? 0;
  const written = typed(node, reading);
  // What stands behind a container's first line is its content.
  const text = node.type === "containerDirective" ? (written.split(/[\r\n]/, 1)[0] ?? "") : written;
  let at = /^:+[^\s[{]*[ \t]*/.exec(text)?.[0].length ?? 0;
  if (text[at] === "[") at = text.indexOf("]", (labelEnd(node) ?? begin + at) - begin) + 1;
  if (text[at] !== "{") return undefined;
  const end = closingBrace(text, at);
  const lineBreak = text.slice(at, end).search(/[\r\n]/);
  if (lineBreak < 0) return understand(begin + at, begin + end, reading);
  reading.report({
    severity: "error",
    rule: "attributes",
    message: "Unexpected end of the line in attributes, expected }",
    hint: "Write all attributes in braces on one line.",
    place: reading.source.place(begin + at, begin + at + lineBreak),
  });
  return undefined;
}

function labelEnd(node: Directives): number | undefined {
  const label = node.type === "containerDirective" ? node.children.find(isLabel) : node;
  return label && "children" in label ? label.children.at(-1)?.position?.end.offset : undefined;
}

/** Whether a container's child is the label of its first line. */
export function isLabel(node: Nodes): boolean {
  return node.type === "paragraph" && node.data !== undefined && "directiveLabel" in node.data;
}

/** Attributes directly behind something, as an attributes node. Faults in them are reported. */
export function nodeAttributes(node: AttributesNode, reading: Reading): Attributes | undefined {
  const { start, end } = placeOf(node, reading);
  return understand(start.offset, end.offset, reading);
}

/** Takes the attributes that end a heading or an option's first paragraph out of its text. */
export function takeAttributes(node: Heading | ListItem | Paragraph, reading: Reading): Attributes | undefined {
  if (node.type === "listItem") {
    const first = node.children[0];
    return first?.type === "paragraph" ? takeAttributes(first, reading) : undefined;
  }
  const { children } = node;
  while (isBlank(children.at(-1))) children.pop();
  const last = children.at(-1);
  if (last?.type !== "attributes") return undefined;
  children.pop();
  const before = children.at(-1);
  if (before?.type === "text") before.value = before.value.trimEnd();
  if (isBlank(before)) children.pop();
  return nodeAttributes(last, reading);
}

function isBlank(node: Nodes | undefined): boolean {
  return node?.type === "text" && node.value.trim() === "";
}

function understand(start: number, end: number, reading: Reading): Attributes | undefined {
  const result = parseAttributes(reading.source, start, end);
  if ("entries" in result) return result;
  reading.report({ severity: "error", rule: "attributes", ...result });
  return undefined;
}

/** Just behind the brace that closes the one at `open`; quotes may hold braces. */
function closingBrace(text: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "}") return at + 1;
  }
  return text.length;
}
