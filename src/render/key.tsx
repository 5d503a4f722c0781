import type { Element, ElementContent } from "hast";
import type { Criterion, Item, Note } from "../model/exam.ts";
import type { Job } from "./job.ts";
import { hasClass } from "./markup.ts";

/** What the key says of an item beyond marking its answer: solution, rubric and notes. Empty where none was written. */
export function renderKeyBlocks(item: Item, job: Job): Element[] {
  const { labels } = job.words.language;
  const file = item.place.file;
  return [
    ...(item.solution.length > 0 ? [keyBlock(labels.solution, job.blocks(item.solution, file))] : []),
    ...(item.rubric.length > 0 ? [keyBlock(labels.rubric, [renderRubric(item.rubric, job)])] : []),
    ...renderNotes(item.notes, job),
  ];
}

/** Notes for whoever marks the papers. */
export function renderNotes(notes: readonly Note[], job: Job): Element[] {
  return notes.map(({ text, place }) => keyBlock(job.words.language.labels.note, job.blocks(text, place.file)));
}

/** The answer area with the key's blocks in its first answer space, or behind it where there is none. */
export function placeKeyBlocks(answerArea: readonly ElementContent[], blocks: readonly Element[]): ElementContent[] {
  if (blocks.length === 0) return [...answerArea];
  const filled = fillFirstSpace(answerArea, blocks);
  return filled ?? [...answerArea, ...blocks];
}

function keyBlock(label: string, content: readonly ElementContent[]): Element {
  return (
    <div class="key-only key-block">
      <p class="key-label">{label}</p>
      {[...content]}
    </div>
  ) as Element;
}

function renderRubric(rubric: readonly Criterion[], job: Job): Element {
  return (
    <ul class="rubric">
      {rubric.map(({ points, text, place }) => (
        <li>
          <span class="rubric-points">{job.words.pointsShort(points)}</span>
          <div class="rubric-text">{job.blocks(text, place.file)}</div>
        </li>
      ))}
    </ul>
  ) as Element;
}

/** The space keeps its size at least, so that the key breaks where the paper does. */
function fillFirstSpace(nodes: readonly ElementContent[], blocks: readonly Element[]): ElementContent[] | undefined {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== "element") continue;
    const filled = hasClass(node, "space") ? answered(node, blocks) : fillChild(node, blocks);
    if (filled) return nodes.with(index, filled);
  }
  return undefined;
}

function fillChild(node: Element, blocks: readonly Element[]): Element | undefined {
  const children = fillFirstSpace(node.children, blocks);
  return children && { ...node, children };
}

function answered(space: Element, blocks: readonly Element[]): Element {
  // A fixed rest of the page would cut the solution off.
  const { dataFill: _, ...properties } = space.properties;
  const className = [...(properties.className as string[]), "space-answered"];
  return { ...space, properties: { ...properties, className }, children: [...blocks] };
}
