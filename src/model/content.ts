import type { Image, PhrasingContent, RootContent } from "mdast";
import type { Node } from "unist";

/** A line of Markdown that a person wrote: paragraphs, lists, tables, math, code and the nodes below. */
export type Block = RootContent;

/** Words in a line, with emphasis, math, images … */
export type Inline = PhrasingContent;

/** HTML elements an author may write inside a line, without attributes. */
export const INLINE_TAGS = ["br", "sub", "sup", "kbd", "mark", "u", "small"] as const;
export type InlineTag = (typeof INLINE_TAGS)[number];

/** One of `INLINE_TAGS`, opened and closed in one line. */
export interface InlineElement extends Node {
  type: "inlineElement";
  tagName: InlineTag;
  children: PhrasingContent[];
}

/** `::space{…}`: room for an answer. Exactly one of `lines`, `height` and `fill` says how much. */
export interface Space extends Node {
  type: "space";
  /** Ruled lines, 1 to 200. */
  lines?: number;
  /** Millimetres, above 0, at most 1000. */
  height?: number;
  /** The rest of the page. */
  fill?: true;
  /** A frame around it. */
  box?: true;
  /** Squared paper; the side of a square in millimetres, 1 to 50. */
  grid?: number;
}

/** `::pagebreak`: what follows begins a new page. */
export interface PageBreak extends Node {
  type: "pageBreak";
}

/** `:ref[#id]`: the number a question, part or option has in this version. */
export interface CrossReference extends Node {
  type: "reference";
  /** The id, or `question.option`, without `#`. */
  target: string;
}

/** `:blank[answer]`: a gap in the text, owned by the kind `blanks`. */
export interface Blank extends Node {
  type: "blank";
  /** Place among the gaps of its question, from 0. */
  index: number;
}

/** A footnote, called where it stands; its text is printed at the end of its question. */
export interface Footnote extends Node {
  type: "footnote";
  /** Equal for two calls of one note. */
  identifier: string;
  children: RootContent[];
}

/** What a picture shows, as its author says it; undefined where nothing is said. */
export function alternativeText({ alt }: Image): string | undefined {
  return alt?.trim() ? alt : undefined;
}

declare module "mdast" {
  interface PhrasingContentMap {
    footnote: Footnote;
    inlineElement: InlineElement;
    reference: CrossReference;
    blank: Blank;
  }
  interface RootContentMap {
    footnote: Footnote;
    inlineElement: InlineElement;
    reference: CrossReference;
    blank: Blank;
    space: Space;
    pageBreak: PageBreak;
  }
  interface BlockContentMap {
    space: Space;
    pageBreak: PageBreak;
  }
  interface ImageData {
    /** CSS length or percentage from `{width=…}`. */
    width?: string;
    height?: string;
  }
}
