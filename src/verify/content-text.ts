import { alternativeText, type Block } from "../model/content.ts";
import type { NoteText, Text } from "../model/exam-texts.ts";
import {
  FIGURE_END,
  FIGURE_START,
  GAP,
  NOTE_NUMBER,
  REFERENCE_END,
  REFERENCE_START,
  withoutSigns,
} from "./plain-text.ts";

/**
 * The words that blocks of content print, formulas and pictures by their alternative text; `pictureName` is that of a picture
 * that has none of its own. Markers of lists are left out.
 */
export function textOfContent(blocks: readonly Block[], pictureName: string): Text {
  const runs: string[] = [];
  const notes: NoteText[] = [];
  let run = "";
  const finishRun = () => {
    if (run.trim() !== "") runs.push(run);
    run = "";
  };

  function walk(node: Block): void {
    switch (node.type) {
      case "text":
      case "inlineCode":
        run += withoutSigns(node.value);
        return;
      case "code":
        finishRun();
        run = withoutSigns(node.value);
        finishRun();
        return;
      case "math":
      case "inlineMath":
        run += figure(withoutComments(node.value));
        return;
      case "image":
        run += figure(alternativeText(node) ?? pictureName);
        return;
      case "break":
        run += "\n";
        return;
      case "reference":
        run += REFERENCE_START + node.target + REFERENCE_END;
        return;
      case "blank":
        run += GAP;
        return;
      case "footnote":
        run += NOTE_NUMBER;
        if (notes.every(({ identifier }) => identifier !== node.identifier))
          notes.push({ identifier: node.identifier, runs: textOfContent(node.children, pictureName).runs });
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
  return { runs, ...(notes.length > 0 && { notes }) };
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
  return FIGURE_START + withoutSigns(alternative) + FIGURE_END;
}

/** TeX as a formula's alternative text has it. */
function withoutComments(tex: string): string {
  return tex.replace(/(?<!\\)((?:\\\\)*)%.*/g, "$1");
}
