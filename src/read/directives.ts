import type { Nodes, Text } from "mdast";
import type { Directives, LeafDirective, TextDirective } from "mdast-util-directive";
import { toString as textOf } from "mdast-util-to-string";
import { flag, integer, millimetres, readAttributes } from "../model/attribute-types.ts";
import type { CrossReference, PageBreak, Space } from "../model/content.ts";
import { didYouMean } from "../model/nearest.ts";
import { directiveAttributes } from "./attributes.ts";
import { COLONS, FORMS, formOf, isKnown } from "./directive-names.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/** A text directive's meaning; what only looks like one (`10:am`) is text as typed. */
export function understandTextDirective(node: TextDirective, reading: Reading): TextDirective | CrossReference | Text {
  if (!isKnown(node)) {
    const written = typed(node, reading);
    const end = node.position?.end.offset ?? 0;
    const behind = reading.source.text.slice(end, end + 10);
    if (/[\]}]$/.test(written) || isUnfinished(node.name, behind)) reportUnknown(node, reading);
    return { type: "text", value: written, ...(node.position && { position: node.position }) };
  }
  if (node.name !== "ref") return node;
  readAttributes(directiveAttributes(node, reading), { of: ":ref", types: {}, report: reading.report });
  const target = /^#([^\s#]+)$/.exec(textOf(node).trim())?.[1];
  if (!target) {
    reading.report({
      severity: "error",
      rule: "reference",
      message: "Unexpected reference, expected :ref[#id]",
      hint: "Name the id of a question, a part or an option: `:ref[#backbone]`, `:ref[#backbone.swin]`.",
      place: placeOf(node, reading),
    });
  }
  return { type: "reference", target: target ?? "", ...(node.position && { position: node.position }) };
}

/** Whether a name was to have a label: its bracket is not closed (`:blanck[Jupiter`), or it is a gap's, cut in two (`:bl ank[`). */
function isUnfinished(name: string, behind: string): boolean {
  if (/^[[{]/.test(behind) || name.startsWith("blan")) return true;
  const rest = "blank".slice(name.length);
  return (
    "blank".startsWith(name) && [`${rest}[`, `${rest.slice(1)}[`].includes(behind.slice(1, behind.indexOf("[") + 1))
  );
}

/** A leaf directive's meaning; answers stay directives for their kind to read. */
export function understandLeafDirective(
  node: LeafDirective,
  reading: Reading,
): LeafDirective | Space | PageBreak | undefined {
  if (!isKnown(node)) {
    reportUnknown(node, reading);
    return undefined;
  }
  if (node.name === "space") return understandSpace(node, reading);
  if (node.name !== "pagebreak") return node;
  readAttributes(directiveAttributes(node, reading), { of: "::pagebreak", types: {}, report: reading.report });
  return { type: "pageBreak", ...(node.position && { position: node.position }) };
}

const heightOrFill = (value: string | undefined) => (value === "fill" ? value : millimetres(1000)(value));

function understandSpace(node: LeafDirective, reading: Reading): Space {
  const attributes = directiveAttributes(node, reading);
  const { lines, height, box, grid } = readAttributes(attributes, {
    of: "::space",
    types: { lines: integer(1, 200), height: heightOrFill, box: flag, grid: millimetres(50, 1) },
    report: reading.report,
  });
  const fault = (message: string, hint: string) =>
    reading.report({ severity: "error", rule: "space", message, hint, place: placeOf(node, reading) });
  if (node.children.length > 0) fault("::space takes no text", "Write its size in braces: ::space{height=6cm}.");
  else if (!attributes?.entries.some(({ name }) => name === "lines" || name === "height"))
    fault("::space does not say how much", "Write {lines=8}, {height=6cm} or {height=fill}.");
  if (lines !== undefined && (height !== undefined || grid !== undefined))
    fault("::space has lines and another size", "Lines have a height of their own; keep one of them.");
  return {
    type: "space",
    ...(lines !== undefined && { lines }),
    ...(height === "fill" ? { fill: true } : height !== undefined && { height }),
    ...(box && { box }),
    ...(grid !== undefined && { grid }),
    ...(node.position && { position: node.position }),
  };
}

/** Reports a directive whose name the format does not have, or has in another form. */
export function reportUnknown(node: Directives, reading: Reading): void {
  const same = formOf(node.name);
  const written = COLONS[node.type] + node.name;
  reading.report({
    severity: "error",
    rule: "unknown-directive",
    message: `Unknown directive ${written}`,
    hint: same
      ? `Write ${same}, with ${same.length - node.name.length} colon${same.length - node.name.length > 1 ? "s" : ""}.`
      : [didYouMean(written, FORMS), `Known directives: ${FORMS.join(", ")}. For a colon in the text write \\:.`]
          .filter(Boolean)
          .join(" "),
    place: firstLine(node, reading),
  });
}

/** A container can be long; its first line is enough to show. */
function firstLine(node: Nodes, reading: Reading) {
  const place = placeOf(node, reading);
  const length = typed(node, reading).search(/[\r\n]/);
  return length < 0 ? place : reading.source.place(place.start.offset, place.start.offset + length);
}
