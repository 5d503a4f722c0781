import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from "mdast";
import { placeOf, type Reading } from "./reading.ts";

/** What stands elsewhere in a source than where it is used: link targets and footnotes. */
export interface Definitions {
  /** The address `[name]: address` gives to a name; empty where there is none. */
  address(identifier: string): string;
  /** A fresh copy of a footnote's text: it may be called more than once, and is changed while it is understood. */
  footnote(identifier: string): RootContent[];
  /** Reports what was never used, and would be dropped in silence, or has no text. */
  reportUnused(): void;
}

/** The longest text all calls of footnotes together may copy, in characters of the source. */
const MAX_COPIED = 1_000_000;

/** Collects the definitions of a source; as in CommonMark the first of a name counts, any other is reported. */
export function collectDefinitions(root: Root, reading: Reading): Definitions {
  const all = new Map<string, Definition | FootnoteDefinition>();
  const used = new Set<string>();
  let copied = 0;
  const visit = (node: Nodes) => {
    if (node.type === "definition" || node.type === "footnoteDefinition") {
      const key = keyOf(node.type, node.identifier);
      const first = all.get(key);
      if (first) reportSecond(node, first, reading);
      else all.set(key, node);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(root);

  return {
    address(identifier) {
      const definition = use("definition", identifier);
      return definition?.type === "definition" ? definition.url : "";
    },
    footnote(identifier) {
      const definition = use("footnoteDefinition", identifier);
      if (definition?.type !== "footnoteDefinition") return [];
      const { start, end } = placeOf(definition, reading);
      copied += end.offset - start.offset;
      if (copied <= MAX_COPIED) return structuredClone(definition.children);
      reading.report({
        severity: "error",
        rule: "footnote-repeated",
        message: "Unexpected number of calls of long footnotes",
        hint: "Call a footnote once, or make it shorter.",
        place: placeOf(definition, reading),
      });
      return [];
    },
    reportUnused() {
      for (const [key, definition] of all) {
        if (definition.type === "footnoteDefinition" && definition.children.length === 0)
          reportEmpty(definition, reading);
        else if (!used.has(key) && !isRemark(definition)) reportUnused(definition, reading);
      }
    },
  };

  function use(type: "definition" | "footnoteDefinition", identifier: string) {
    const key = keyOf(type, identifier);
    used.add(key);
    return all.get(key);
  }
}

function keyOf(type: string, identifier: string): string {
  return `${type} ${identifier}`;
}

/** `[//]: # (…)` and `[comment]: <> (…)` are how Markdown without HTML writes a comment. */
function isRemark(definition: Definition | FootnoteDefinition): boolean {
  return definition.type === "definition" && (definition.url === "#" || definition.url === "");
}

function reportUnused(definition: Definition | FootnoteDefinition, reading: Reading): void {
  const note = definition.type === "footnoteDefinition";
  const label = definition.label ?? definition.identifier;
  reading.report({
    severity: "error",
    rule: note ? "unused-footnote" : "unused-definition",
    message: note
      ? `Nothing calls the footnote [^${label}], so it would not be printed`
      : `Nothing uses the address [${label}], so this line would not be printed`,
    hint: note
      ? `Write [^${label}] where it belongs, or make a comment of it: <!-- … -->.`
      : `A line [${label}]: … is an address for links. For text write \\[${label}]: …, for a comment <!-- … -->.`,
    place: placeOf(definition, reading),
  });
}

/** Its text stands on the next line, where it is no footnote any more. */
function reportEmpty(definition: FootnoteDefinition, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "empty-footnote",
    message: `The footnote [^${definition.label ?? definition.identifier}] has no text`,
    hint: "Write its text on the same line; further lines are indented by four spaces.",
    place: placeOf(definition, reading),
  });
}

function reportSecond(
  second: Definition | FootnoteDefinition,
  first: Definition | FootnoteDefinition,
  reading: Reading,
): void {
  const label = `[${second.type === "footnoteDefinition" ? "^" : ""}${second.label ?? second.identifier}]`;
  reading.report({
    severity: "error",
    rule: "duplicate-definition",
    message: `Unexpected second ${label}, of which only the first would count`,
    hint: "Give one of them another name.",
    place: placeOf(second, reading),
    related: { message: "the first one", place: placeOf(first, reading) },
  });
}
