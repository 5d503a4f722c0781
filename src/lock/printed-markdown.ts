import type { InlineCode, Nodes, Parents } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { defaultHandlers, type Info, type Options, type State, toMarkdown } from "mdast-util-to-markdown";
import type { Block, Footnote, Inline, InlineElement, Space } from "../model/content.ts";
import type { LockedText } from "./lock.ts";

/**
 * What is printed of some content, as Markdown that a person reads: in one form however it was typed, nothing escaped,
 * line ends of the source left out. Gaps hold no answer, and pictures are named by what is in their files.
 */
export function printedMarkdown(blocks: readonly Block[]): LockedText | undefined {
  const lines = toMarkdown({ type: "root", children: [...blocks] }, OPTIONS)
    .trimEnd()
    .split("\n");
  if (lines.length > 1) return lines;
  return lines[0] || undefined;
}

/** The same of words in a line. */
export function printedLine(line: readonly Inline[]): LockedText | undefined {
  return printedMarkdown([{ type: "paragraph", children: [...line] }]);
}

type Handler = (node: never, parent: Parents | undefined, state: State, info: Info) => string;

const wrapped =
  (before: string, after = before): Handler =>
  (node: Parents, _, state, info) =>
    before + state.containerPhrasing(node as never, { ...info, before, after }) + after;

const handlers: Record<string, Handler> = {
  text: (node: Extract<Nodes, { type: "text" }>, parent) => {
    const line = node.value.replace(/[ \t\r\n]+/g, " ");
    if (parent?.type !== "paragraph") return line;
    const start = parent.children[0] === node ? line.trimStart() : line;
    return parent.children.at(-1) === node ? start.trimEnd() : start;
  },
  emphasis: wrapped("*"),
  strong: wrapped("**"),
  image: ({ alt, url, title, data }: Extract<Nodes, { type: "image" }>) => {
    const size = [data?.width && `width=${data.width}`, data?.height && `height=${data.height}`].filter(Boolean);
    const shown = `![${alt ?? ""}](${url.replace(/^.*\//, "")}${title ? ` "${title}"` : ""})`;
    return shown + (size.length > 0 ? `{${size.join(" ")}}` : "");
  },
  link: (node: Extract<Nodes, { type: "link" }>, _, state, info) =>
    `[${state.containerPhrasing(node, { ...info, before: "[", after: "]" })}](${node.url})`,
  inlineElement: (node: InlineElement, parent, state, info) =>
    wrapped(`<${node.tagName}>`, node.tagName === "br" ? "" : `</${node.tagName}>`)(node as never, parent, state, info),
  reference: ({ target }: { target: string }) => `:ref[#${target}]`,
  inlineMath: ({ value }: { value: string }) => `$${value.replace(/\s+/g, " ").trim()}$`,
  inlineCode: (node: InlineCode, parent, state) =>
    defaultHandlers.inlineCode({ ...node, value: node.value.replace(/\r?\n/g, " ") }, parent, state),
  blank: () => "____",
  footnote: ({ children }: Footnote) => `^[${[printedMarkdown(children) ?? ""].flat().join(" ")}]`,
  space: ({ lines, height, fill, box, grid }: Space) => {
    const size = lines !== undefined ? `lines=${lines}` : fill ? "height=fill" : `height=${height}mm`;
    return `::space{${[size, box && "box", grid !== undefined && `grid=${grid}mm`].filter(Boolean).join(" ")}}`;
  },
  pageBreak: () => "::pagebreak",
};

const OPTIONS: Options = {
  bullet: "-",
  fences: true,
  resourceLink: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
  handlers: handlers as NonNullable<Options["handlers"]>,
};
