import type { Heading, Root } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
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
  readonly entries: EntryOutline[];
}

/** What stands in a section: questions of its own, and `::include`s in place of those of other files. */
export type EntryOutline = QuestionOutline | LeafDirective;

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

/** Sorts the blocks of a source under its headings and includes; reports those that have no meaning there. */
export function outlineOf(root: Root, reading: Reading): Outline {
  const outline: Outline = { opening: [], sections: [] };
  const entries = () => {
    if (outline.sections.length === 0) outline.sections.push({ content: [], entries: [] });
    return (outline.sections.at(-1) as SectionOutline).entries;
  };
  let content: Block[] | undefined = outline.opening;
  for (const block of root.children) {
    if (block.type === "yaml") continue;
    if (block.type === "leafDirective" && block.name === "include") {
      reading.understood.add(block);
      entries().push(block);
      content = undefined;
      continue;
    }
    if (block.type !== "heading") {
      if (content) content.push(block);
      else reportBehindInclude(block, reading);
      continue;
    }
    if (!typed(block, reading).startsWith("#")) reportUnderlined(block, reading);
    const question = outline.sections.at(-1)?.entries.at(-1);
    if (block.depth === 1) {
      content = [];
      outline.sections.push({ heading: block, content, entries: [] });
    } else if (block.depth === 2) {
      content = [];
      entries().push({ heading: block, content, parts: [] });
    } else if (block.depth === 3 && question && "parts" in question) {
      content = [];
      question.parts.push({ heading: block, content });
    } else reportDepth(block, reading);
  }
  return outline;
}

/** An include ends the question before it, and what follows would belong to nothing. */
function reportBehindInclude(block: Block, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "behind-include",
    message: "Unexpected text behind ::include, expected a heading or a further ::include",
    hint: "A section's text stands above its first question, a question's text below its own `##`.",
    place: placeOf(block, reading),
  });
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
