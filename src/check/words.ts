import type { Nodes, Parents, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** What content says, without formatting, in one line; formulas as their TeX, pictures as their alternative text. */
export function plainText(content: readonly Nodes[]): string {
  return content
    .map((node) => textOf(node))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether content is nothing but words, so that its letters tell how it is read and how long it looks. */
export function isWords(content: readonly Nodes[]): boolean {
  return content.every(
    (node) => !WORDLESS.has(node.type) && (!("children" in node) || isWords((node as Parents).children)),
  );
}

const WORDLESS: ReadonlySet<Nodes["type"]> = new Set(["image", "math", "inlineMath", "code", "inlineCode", "table"]);

/** The words of a line as `said` has them; formulas, pictures, code and references, whose letters are others, stand as one sign. */
export function wordsOf(
  node: Nodes,
  said: (text: Text, around: readonly Nodes[]) => string = ({ value }) => value,
): string {
  const walk = (inner: Nodes, around: readonly Nodes[]): string => {
    if (inner.type === "text") return said(inner, around);
    if (inner.type === "break") return " ";
    return "children" in inner
      ? (inner as Parents).children.map((child) => walk(child, [...around, inner])).join("")
      : "\uFFFC";
  };
  return walk(node, []);
}
