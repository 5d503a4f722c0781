import type { Element, ElementContent, Root } from "hast";

/** The children of whatever JSX makes: one element, or those of a fragment. */
export function childrenOf(result: Element | Root): ElementContent[] {
  return (result.type === "root" ? result.children : [result]) as ElementContent[];
}

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/**
 * The nodes with each element that `replace` answers for replaced. Only what changes is copied: content is shared by all
 * versions of an exam.
 */
export function replaceElements(
  nodes: readonly ElementContent[],
  replace: (element: Element) => readonly ElementContent[] | undefined,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [node];
    const replacement = replace(node);
    if (replacement) return replacement;
    const children = replaceElements(node.children, replace);
    const same = children.length === node.children.length && children.every((child, at) => child === node.children[at]);
    return same ? [node] : [{ ...node, children }];
  });
}
