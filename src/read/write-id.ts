import { sourceText } from "../model/source-text.ts";
import { parseMarkdown } from "./markdown.ts";

/** A place in a text where something is put in. */
export interface Insertion {
  /** From 0, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
}

/** What gives the heading that begins at `offset` of a source an id, into its braces or in braces of its own. */
export function idInsertion(source: string, offset: number, id: string): Insertion {
  const line = /^[^\r\n]*/.exec(source.slice(offset))?.[0] ?? "";
  // A row of # behind a space closes a heading and is no part of it.
  const content = /^(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1] ?? line;
  const brace = ownBrace(content);
  if (brace === undefined) return { offset: offset + content.length, text: ` {#${id}}` };
  const gap = /\s/.test(content[brace + 1] ?? "") ? "" : " ";
  return { offset: offset + brace + 1, text: `#${id}${gap}` };
}

/** Where the attributes of a heading begin; undefined when it has none. Those that touch a picture are the picture's. */
function ownBrace(heading: string): number | undefined {
  const root = parseMarkdown(sourceText("", heading), () => {});
  const [node] = root?.children ?? [];
  const [before, last] = node?.type === "heading" ? [undefined, ...node.children].slice(-2) : [];
  if (last?.type !== "attributes") return undefined;
  const isPicture = before?.type === "image" || before?.type === "imageReference";
  const begin = last.position?.start.offset;
  return isPicture && before.position?.end.offset === begin ? undefined : begin;
}
