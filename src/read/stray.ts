import type { List, Nodes, Parents } from "mdast";
import type { Directives } from "mdast-util-directive";
import { bracesAsText } from "./braces.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/**
 * Reports, when all has been read, what nobody understood because it stands where it means nothing: directives,
 * attributes, and options that no question took for its answer, which would be printed with their marks.
 */
export function reportStray(node: Parents, reading: Reading, forKey = false): void {
  for (const [index, child] of node.children.entries()) {
    if (child.type === "attributes") node.children[index] = bracesAsText(child, node, reading);
    else if (isDirective(child)) {
      if (!reading.understood.has(child)) reportDirective(child, reading);
    } else if (!forKey && hasBoxes(child) && !reading.understood.has(child)) reportOptions(child, reading);
    // A solution may well show a ticked list.
    if ("children" in child) reportStray(child, reading, forKey || child.type === "containerDirective");
  }
}

function isDirective(node: Nodes): node is Directives {
  return node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective";
}

function hasBoxes(node: Nodes): node is List {
  return node.type === "list" && node.children.some((item) => typeof item.checked === "boolean");
}

function reportDirective(directive: Directives, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "stray-directive",
    message: `Unexpected ${typed(directive, reading)
      .split(/[\r\n[{]/, 1)[0]
      ?.trim()} here`,
    hint:
      directive.name === "include"
        ? "::include stands at the left margin, in lists and quotes it means nothing."
        : "Answers, solutions and rubrics stand directly in a question or part, notes there or in a section.",
    place: placeOf(directive, reading),
  });
}

function reportOptions(list: List, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "stray-options",
    message: "Unexpected options, expected them directly in a question or part",
    hint: "Options stand at the left margin below a line `## `. For a box in the text write \\[ ].",
    place: placeOf(list, reading),
  });
}
