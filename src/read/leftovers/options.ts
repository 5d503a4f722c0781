import type { List, Nodes, Parents } from "mdast";

/** A list with at least one box. */
export function isOptions(node: Nodes | undefined): node is List {
  return node?.type === "list" && node.children.some((item) => typeof item.checked === "boolean");
}

/** Whether something below these parents stands in an option, but not in its feedback. */
export function isInOption(parents: readonly Parents[]): boolean {
  const quote = parents.findLastIndex(({ type }) => type === "blockquote");
  const option = parents.findLastIndex((parent) => parent.type === "listItem" && typeof parent.checked === "boolean");
  return option > quote;
}

/** Whether something below these parents stands in an option's feedback. */
export function isInFeedback(parents: readonly Parents[]): boolean {
  return parents.some((parent, index) => parent.type === "blockquote" && isInOption(parents.slice(0, index)));
}

/** Whether a text below these parents stands in an option or, without a blank line between, above a list of them. */
export function isNearOptions(parents: readonly Parents[], indexes: readonly number[]): boolean {
  const block = parents.at(-1);
  if (isInOption(parents)) return true;
  const index = indexes.at(-2) ?? 0;
  const [next, second]: (Nodes | undefined)[] = parents.at(-2)?.children.slice(index + 1, index + 3) ?? [];
  const follows = next?.position?.start.line === (block?.position?.end.line ?? 0) + 1;
  // The feedback of an option that is not understood stands between.
  return follows && isOptions(next?.type === "blockquote" ? second : next);
}
