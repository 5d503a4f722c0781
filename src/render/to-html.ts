import type { Element, ElementContent, Properties } from "hast";
import { toHtml as write } from "hast-util-to-html";

/** Nodes as HTML. What they say again and again is written once: the documents of an exam have most of it in common. */
export function toHtml(nodes: readonly ElementContent[]): string {
  let html = "";
  for (const node of nodes) html += htmlOf(node);
  return html;
}

function htmlOf(node: ElementContent): string {
  switch (node.type) {
    case "raw":
      return node.value;
    case "text":
      return /[<&]/.test(node.value) ? write(node) : node.value;
    case "element":
      return elementHtml(node);
    default:
      return write(node);
  }
}

/** Elements in which attributes are named, or text is written, by other rules. */
const OF_THEIR_OWN = new Set(["svg", "template", "script", "style"]);

function elementHtml(element: Element): string {
  const { tagName, properties, children } = element;
  const content = OF_THEIR_OWN.has(tagName) ? "" : toHtml(children);
  // Without content some end where they begin.
  if (content === "") return writeElement(element);
  let attributes = "";
  for (const name in properties) attributes += attributeHtml(name, properties[name]);
  return `<${tagName}${attributes}>${content}</${tagName}>`;
}

function writeElement(element: Element): string {
  return write(element, { allowDangerousHtml: true });
}

const EMPTY = writeElement({ type: "element", tagName: "i", properties: {}, children: [] });
const START = EMPTY.indexOf(">");

/** Attributes as they are written, by name and value. */
const written = new Map<string, string>();

/** Attributes that are remembered. */
const MOST_WRITTEN = 10_000;

/** An attribute with the space before it; empty for one that is not written. */
function attributeHtml(name: string, value: Properties[string]): string {
  const key = `${name} ${typeof value} ${Array.isArray(value) ? JSON.stringify(value) : value}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const element = writeElement({ type: "element", tagName: "i", properties: { [name]: value }, children: [] });
  const html = element.slice(START, element.length - EMPTY.length + START);
  if (written.size === MOST_WRITTEN) written.clear();
  written.set(key, html);
  return html;
}
