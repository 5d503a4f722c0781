import type { Nodes, Parents, Root } from "mdast";
import type { Place } from "../../model/place.ts";
import { type Problem, sortProblems } from "../../model/problem.ts";
import type { Reading } from "../reading.ts";
import { colonLine } from "./colon-line.ts";
import { directiveInText } from "./directive-in-text.ts";
import { extraCells } from "./extra-cells.ts";
import { keyBlock } from "./key-block.ts";
import type { Leftover } from "./leftover.ts";
import { listNumber } from "./list-number.ts";
import { strayBox } from "./stray-box.ts";
import { strayBraces } from "./stray-braces.ts";
import { strayFeedback } from "./stray-feedback.ts";
import { strayFootnote } from "./stray-footnote.ts";
import { strayHeading } from "./stray-heading.ts";
import { strayImage } from "./stray-image.ts";
import { strayMath } from "./stray-math.ts";
import { strayTable } from "./stray-table.ts";
import { unclosedBlock } from "./unclosed-block.ts";
import { unclosedComment } from "./unclosed-comment.ts";
import { unclosedFence } from "./unclosed-fence.ts";

/** Every form of leftover, by id. */
export const LEFTOVERS: readonly Leftover[] = [
  colonLine,
  directiveInText,
  extraCells,
  keyBlock,
  listNumber,
  strayBox,
  strayBraces,
  strayFeedback,
  strayFootnote,
  strayHeading,
  strayImage,
  strayMath,
  strayTable,
  unclosedBlock,
  unclosedComment,
  unclosedFence,
];

/** Reports source syntax that Markdown's parser left as text or code, and puts right in the tree what follows from it. */
export function reportLeftovers(root: Root, reading: Reading): void {
  const told: Problem[] = [];
  const looking: Reading = { ...reading, report: (problem) => told.push(problem) };
  const walk = (node: Nodes, parents: readonly Parents[], indexes: readonly number[]) => {
    const spot = { parents, indexes, told, reading: looking };
    for (const leftover of LEFTOVERS) leftover.find(node, spot);
    if (!("children" in node)) return;
    const inside = [...parents, node];
    const children: Nodes[] = node.children;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Nodes;
      walk(child, inside, [...indexes, index]);
      // It was moved: another child stands in its place.
      if (children[index] !== child) index -= 1;
    }
  };
  walk(root, [], []);
  let around: Place | undefined;
  for (const problem of sortProblems(told)) {
    const { place } = problem;
    // A slip inside a slip is told with it.
    if (around && place && place.start.offset > around.start.offset && place.start.offset < around.end.offset) continue;
    around = place;
    reading.report(problem);
  }
}
