import type { Heading, Root } from "mdast";
import type { Block } from "../model/content.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/** A source by its headings, nothing yet understood of what stands under them. */
export interface Outline {
  /** Before the first heading. */
  readonly opening: Block[];
  readonly sections: SectionOutline[];
}

/** A `#` heading; questions before the first one stand in a section without. */
export interface SectionOutline {
  readonly heading?: Heading;
  readonly content: Block[];
  readonly questions: QuestionOutline[];
}

/** A `##` heading. */
export interface QuestionOutline {
  readonly heading: Heading;
  readonly content: Block[];
  readonly parts: PartOutline[];
}

/** A `###` heading. */
export interface PartOutline {
  readonly heading: Heading;
  readonly content: Block[];
}

/** Sorts the blocks of a source under its headings; reports headings that have no meaning. */
export function outlineOf(root: Root, reading: Reading): Outline {
  const outline: Outline = { opening: [], sections: [] };
  let content = outline.opening;
  for (const block of root.children) {
    if (block.type === "yaml") continue;
    if (block.type !== "heading") {
      content.push(block);
      continue;
    }
    if (!typed(block, reading).startsWith("#")) reportUnderlined(block, reading);
    const section = outline.sections.at(-1);
    const question = section?.questions.at(-1);
    if (block.depth === 1) {
      content = [];
      outline.sections.push({ heading: block, content, questions: [] });
    } else if (block.depth === 2) {
      if (!section) outline.sections.push({ content: [], questions: [] });
      content = [];
      outline.sections.at(-1)?.questions.push({ heading: block, content, parts: [] });
    } else if (block.depth === 3 && question) {
      content = [];
      question.parts.push({ heading: block, content });
    } else reportDepth(block, reading);
  }
  return outline;
}

function reportUnderlined(heading: Heading, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "underlined-heading",
    message: "Unexpected underlined heading",
    hint: "Write headings with #. If this is a rule or a list, leave a blank line above it.",
    place: placeOf(heading, reading),
  });
}

function reportDepth(heading: Heading, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "heading-depth",
    message:
      heading.depth === 3
        ? "Unexpected part before any question"
        : `Unexpected heading of depth ${heading.depth}, expected at most three #`,
    hint: "# begins a section, ## a question, ### a part of a question.",
    place: placeOf(heading, reading),
  });
}
