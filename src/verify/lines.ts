import { FIGURE_END, FIGURE_START, squeeze } from "./plain-text.ts";

/** A paragraph, heading, cell …, or its part on one page. */
export interface Line {
  /** From 1. */
  readonly page: number;
  readonly isHeading: boolean;
  /** Whether it stands in a question: an article of the page. */
  readonly inQuestion: boolean;
  /** As printed. */
  readonly words: string;
  /** Squeezed, with each figure as its alternative text. */
  readonly text: string;
}

/** An element of the structure tree, as far as it is on one page, or a stretch of what is painted. */
export interface StructureNode {
  /** Empty for a stretch. */
  readonly role: string;
  readonly alt: string | undefined;
  /** Of a stretch: which one. */
  readonly id: string | undefined;
  readonly children: readonly StructureNode[];
}

/** What a page has: its part of the structure tree, and the text of the stretches painted on it. */
export interface TaggedPage {
  readonly tree: StructureNode;
  readonly marked: ReadonlyMap<string, string>;
  /** The stretches in which anything is painted. */
  readonly painted: ReadonlySet<string>;
}

/** A document's lines, in the order in which they are read out. Headers and page numbers are not among them. */
export function linesOf(pages: readonly TaggedPage[]): Line[] {
  return settleFigures(pages.flatMap((page, index) => linesOfPage(page, index + 1)));
}

/** All painted text of a page that is in none of its lines: headers, page numbers, markers of lists, the insides of figures. */
export function outsideLines({ tree, marked }: TaggedPage): string {
  const inLines = new Set(stretches([tree], true));
  return [...marked].map(([stretch, text]) => (inLines.has(stretch) ? "" : text)).join("");
}

/** Elements that stand in a line with what is around them. */
const IN_LINE = new Set(["NonStruct", "Span", "Em", "Strong", "Link", "Code", "Quote", "Reference"]);

function linesOfPage({ tree, marked, painted }: TaggedPage, page: number): Line[] {
  const lines: Line[] = [];
  let words = "";
  let inQuestion = false;

  function finish(role: string): void {
    const text = squeeze(words);
    if (text !== "") lines.push({ page, isHeading: /^H\d?$/.test(role), inQuestion, words, text });
    words = "";
  }

  function walk({ role, alt, id, children }: StructureNode, inside: string): void {
    if (id !== undefined) words += marked.get(id) ?? "";
    else if (role === "Figure") {
      // A formula leaves an empty stretch where it would have begun had there been room.
      if (alt && stretches(children).some((stretch) => painted.has(stretch))) words += FIGURE_START + alt + FIGURE_END;
    } else if (role === "Lbl") {
      // The markers of lists are the browser's own.
    } else if (IN_LINE.has(role)) {
      for (const child of children) walk(child, inside);
    } else {
      finish(inside);
      const outer = inQuestion;
      inQuestion ||= role === "Art";
      for (const child of children) walk(child, role);
      finish(role);
      inQuestion = outer;
    }
  }

  walk(tree, "");
  return lines;
}

/** A picture or formula. */
export interface Figure {
  readonly alt: string;
  /** Whether it is painted as a whole: a picture, where a formula consists of boxes. */
  readonly isWhole: boolean;
}

/** The figures of a page, by the stretches that are inside of them. */
export function figuresByStretch(tree: StructureNode): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  const walk = ({ role, alt = "", children }: StructureNode) => {
    if (role !== "Figure") return children.forEach(walk);
    const isWhole = children.every(({ id }) => id !== undefined);
    for (const stretch of stretches(children)) found.set(stretch, { alt, isWhole });
  };
  walk(tree);
  return found;
}

/** The stretches below some elements; all, or those that are text of a line. */
function stretches(nodes: readonly StructureNode[], inLine = false, found: string[] = []): string[] {
  for (const { role, id, children } of nodes) {
    if (inLine && (role === "Figure" || role === "Lbl")) continue;
    if (id === undefined) stretches(children, inLine, found);
    else found.push(id);
  }
  return found;
}

/** Takes a figure for once that is broken between two pages: it is on both. */
function settleFigures(lines: readonly Line[]): Line[] {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const first = /^\uFDD0[^\uFDD1]*\uFDD1/.exec(line.text)?.[0];
      const again = first !== undefined && before && before.page !== line.page && before.text.endsWith(first);
      return again ? { ...line, text: line.text.slice(first.length) } : line;
    })
    .filter(({ text }) => text !== "");
}
