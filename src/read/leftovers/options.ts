import type { List, Nodes, Parents } from "mdast";

/** A list with at least one box. */
export function isOptions(node: Nodes | undefined): node is List {
  return node?.type === "list" && node.children.some((item) => typeof item.checked === "boolean");
}

/** Whether something below these parents stands in an option. */
export function isInOption(parents: readonly Parents[]): boolean {
  return parents.some((parent) => parent.type === "listItem" && typeof parent.checked === "boolean");
}

/** Whether a text below these parents stands in an option or, without a blank line between, above a list of them. */
export function isNearOptions(parents: readonly Parents[], indexes: readonly number[]): boolean {
  const block = parents.at(-1);
  const after: Nodes | undefined = parents.at(-2)?.children[(indexes.at(-2) ?? 0) + 1];
  const isAbove = isOptions(after) && after.position?.start.line === (block?.position?.end.line ?? 0) + 1;
  return isAbove || isInOption(parents);
}
