import type { ListItem, Nodes } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Criterion } from "../model/exam.ts";
import { isLabel } from "./attributes.ts";
import { placeOf, type Reading } from "./reading.ts";

/** The lines `- 2: criterion` of a `:::rubric`; everything else in it is reported. */
export function readRubric(block: ContainerDirective, reading: Reading): Criterion[] {
  const criteria: Criterion[] = [];
  const fault = (node: Nodes) =>
    reading.report({
      severity: "error",
      rule: "rubric-form",
      message: "Unexpected text in a rubric, expected a list of points and criteria",
      hint: "Write each criterion as `- 2: what earns two points`, decimals with a point: `- 0.5: …`.",
      place: placeOf(node, reading),
    });
  for (const child of block.children.filter((node) => !isLabel(node))) {
    if (child.type !== "list") fault(child);
    else {
      for (const item of child.children) {
        const criterion = readCriterion(item, reading);
        if (criterion) criteria.push(criterion);
        else fault(item);
      }
    }
  }
  if (block.children.length === 0) fault(block);
  return criteria;
}

function readCriterion(item: ListItem, reading: Reading): Criterion | undefined {
  const [first] = item.children;
  const text = first?.type === "paragraph" ? first.children[0] : undefined;
  const [head, amount] = (text?.type === "text" && /^(\d+(?:\.\d{1,6})?)\s*:\s*/.exec(text.value)) || [];
  if (text?.type !== "text" || !head || typeof item.checked === "boolean") return undefined;
  const place = placeOf(item as Nodes, reading);
  text.value = text.value.slice(head.length);
  return { place, points: Number(amount), text: item.children };
}
