import type { Parents } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { isLabel } from "../attributes.ts";
import { isKnown } from "../directive-names.ts";
import { placeOf, type Reading } from "../reading.ts";
import { isClosed } from "./close-block.ts";
import type { Leftover } from "./leftover.ts";

/** A `:::solution` without its `:::`, or with too few colons: the parser lets it run on over all that follows. */
export const unclosedBlock: Leftover = {
  id: "unclosed-block",
  why: "A block that is never closed swallows the questions behind it: they would vanish from the paper.",
  bad: "---\ntitle: Quiz\n---\n\n## One\n\nWhy?\n\n:::solution\nBecause.\n::\n\n## Two\n\nWhy not?\n",
  good: "---\ntitle: Quiz\n---\n\n## One\n\nWhy?\n\n::::solution\nBecause.\n::::\n\n## Two\n\nWhy not?\n",
  find(node, { parents, indexes, reading }) {
    if (node.type !== "containerDirective") return;
    const open = (child: ContainerDirective) => isKnown(child) && !isClosed(child, reading);
    // Of two blocks and one closing line, the parser gives the line to the outer one.
    const hasOpenBlock = node.children.some((child) => child.type === "containerDirective" && open(child));
    if (isClosed(node, reading) && !hasOpenBlock) return;
    // A block of another name is reported as unknown; what stands in it was hardly meant to.
    const end = node.children.findIndex((child) =>
      isKnown(node)
        ? child.type === "heading" || (child.type === "containerDirective" && isKnown(child))
        : !isLabel(child),
    );
    if (isKnown(node)) report(node, end, reading);
    if (end >= 0) endBefore(node, end, parents.at(-1) as Parents, indexes.at(-1) as number);
  },
};

function report(block: ContainerDirective, end: number, reading: Reading): void {
  const place = placeOf(block, reading);
  const next = block.children[end];
  const source = reading.source.text.slice(place.start.offset, next?.position?.start.offset ?? place.end.offset);
  const opening = source.split(/[\r\n]/, 1)[0]?.trim() ?? "";
  const almost = /[\r\n][ \t>]*([:：﹕︓]+)[ \t]*(?=[\r\n]|$)/u.exec(source);
  const from = place.start.offset + (almost ? almost.index + almost[0].length - (almost[1]?.length ?? 0) : 0);
  const related = almost
    ? { message: "this line does not close it", place: reading.source.place(from, from + (almost[1]?.length ?? 0)) }
    : next && { message: "this would be part of it", place: placeOf(next, reading) };
  reading.report({
    severity: "error",
    rule: unclosedBlock.id,
    message: `${opening} is never closed`,
    hint: `Write ${/^:+/.exec(opening)?.[0] ?? ":::"} on a line of its own behind its text, at the left margin.`,
    place: reading.source.place(place.start.offset, place.start.offset + opening.length),
    ...(related && { related }),
  });
}

/** Ends a block before one of its children, which with all that follow stands behind it from now on. */
function endBefore(block: ContainerDirective, end: number, parent: Parents, index: number): void {
  const moved = block.children.splice(end);
  const siblings: unknown[] = parent.children;
  siblings.splice(index + 1, 0, ...moved);
  const last = moved.at(-1);
  if (!block.position || !moved[0]?.position) return;
  // The line that closed the outer block closes the last one in it.
  if (last?.position && last.type === "containerDirective") last.position.end = block.position.end;
  block.position.end = moved[0].position.start;
}
