import type { Block } from "../model/content.ts";
import { FIGURE_END, FIGURE_START, GAP, NOTE_NUMBER } from "./plain-text.ts";

/** How content becomes the words that are printed for it. */
export interface TextOptions {
  /** What references print, by target. */
  readonly references: Readonly<Record<string, string>>;
  /** Whether gaps in the text are filled in. */
  readonly filled: boolean;
}

/** Words of content. */
export interface ContentText {
  /** A text for each paragraph, cell, block of code …, in order; formulas and pictures by their alternative text. */
  readonly runs: readonly string[];
  /** The footnotes it calls, in order, by what tells them apart; each printed elsewhere. */
  readonly notes: ReadonlyMap<string, ContentText>;
}

/** The words that blocks of content print. Markers of lists are left out. */
export function textOfContent(blocks: readonly Block[], options: TextOptions): ContentText {
  const runs: string[] = [];
  const notes = new Map<string, ContentText>();
  let run = "";
  const finishRun = () => {
    if (run.trim() !== "") runs.push(run);
    run = "";
  };

  function walk(node: Block): void {
    switch (node.type) {
      case "text":
      case "inlineCode":
        run += node.value;
        return;
      case "code":
        finishRun();
        run = node.value;
        finishRun();
        return;
      case "math":
      case "inlineMath":
        run += figure(withoutComments(node.value));
        return;
      case "image":
        if (node.alt) run += figure(node.alt);
        return;
      case "break":
        run += "\n";
        return;
      case "reference":
        run += options.references[node.target] ?? "";
        return;
      case "blank":
        if (options.filled) run += GAP;
        return;
      case "footnote":
        run += NOTE_NUMBER;
        if (!notes.has(node.identifier)) notes.set(node.identifier, textOfContent(node.children, options));
        return;
    }
    if (!("children" in node)) return;
    if (!BLOCKS.has(node.type)) {
      for (const child of node.children) walk(child);
      return;
    }
    finishRun();
    for (const child of node.children) walk(child);
    finishRun();
  }

  for (const block of blocks) walk(block);
  finishRun();
  return { runs, notes };
}

/** Whose children do not stand in one line with what is around them. */
const BLOCKS = new Set<Block["type"]>([
  "paragraph",
  "blockquote",
  "list",
  "listItem",
  "table",
  "tableRow",
  "tableCell",
]);

function figure(alternative: string): string {
  return FIGURE_START + alternative + FIGURE_END;
}

/** TeX as a formula's alternative text has it. */
function withoutComments(tex: string): string {
  return tex.replace(/(?<!\\)((?:\\\\)*)%.*/g, "$1");
}
