import type { Image, ImageReference, Nodes } from "mdast";
import { type Reading, typed } from "../reading.ts";

/** Longest stretch of a line that is looked at before and behind its beginning; no slip needs more. */
const MAX_LINE = 1000;

/** Stands for a character that was escaped. */
const ESCAPED = "\uE000";

/** A line of the source on which text or code of a node stands. */
export interface WrittenLine {
  /** The whole line, what stands before and behind the node included; escaped characters of the node are blanked out. */
  readonly text: string;
  /** Offset of its beginning in the source. */
  readonly start: number;
  /** The columns, from 0, between which the node stands. */
  readonly from: number;
  readonly to: number;
}

/**
 * The source of a node, of the same length. In text and pictures, escapes and character references (`\{`, `&#123;`) are blanked
 * out with `ESCAPED`: they say that a character is meant as such.
 */
export function writtenText(node: Nodes, reading: Reading): string {
  const source = typed(node, reading);
  if (node.type !== "text" && !isImage(node)) return source;
  return source.replace(/\\[!-/:-@[-`{-~]|&#?\w{1,32};/g, (written) => ESCAPED.repeat(written.length));
}

/** Whether a node is a picture, whose alternative text is plain and holds no other nodes. */
export function isImage(node: Nodes): node is Image | ImageReference {
  return node.type === "image" || node.type === "imageReference";
}

/** The lines of the source on which a node's text stands. */
export function* writtenLines(node: Nodes, reading: Reading): Generator<WrittenLine> {
  const source = reading.source.text;
  const offset = node.position?.start.offset ?? 0;
  const text = writtenText(node, reading);
  for (let at = 0; at <= text.length; ) {
    const end = at + lineLength(text, at);
    const start = at === 0 ? lineStart(source, offset) : offset + at;
    // A node far into its line does not begin it.
    if (start !== undefined) {
      const before = source.slice(start, offset + at);
      const behind =
        end === text.length ? source.slice(offset + end, offset + end + MAX_LINE).split(/[\r\n]/, 1)[0] : "";
      yield {
        text: before + text.slice(at, Math.min(end, at + MAX_LINE)) + behind,
        start,
        from: before.length,
        to: before.length + (end - at),
      };
    }
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
}

function lineStart(source: string, offset: number): number | undefined {
  for (let at = offset; at >= Math.max(0, offset - MAX_LINE); at--) {
    if (at === 0 || source[at - 1] === "\n" || source[at - 1] === "\r") return at;
  }
  return undefined;
}

function lineLength(text: string, start: number): number {
  const length = text.slice(start).search(/[\r\n]/);
  return length < 0 ? text.length - start : length;
}
