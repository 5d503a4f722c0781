import type { Nodes } from "mdast";
import type { Block, Inline } from "../model/content.ts";
import { allQuestions, type Exam, type Item, type Question } from "../model/exam.ts";
import type { Place } from "../model/place.ts";

/** A piece of an exam's content with the file it was written in. */
export interface Written {
  readonly node: Nodes;
  readonly file: string;
  /** The question it is printed or keyed with. */
  readonly question?: Question;
}

/**
 * Every node of an exam's content, printed or for the key: opening, sections, titles, stems, answers, solutions.
 * Answers are looked through as plain data, since only their kind knows their shape.
 */
export function* visitContent(exam: Exam): Generator<Written> {
  yield* visitNodes(exam.settings.instructions ?? [], exam.file);
  yield* visitNodes(exam.opening, exam.file);
  for (const section of exam.sections) {
    yield* visitNodes(
      [...section.title, ...section.text, ...section.notes.flatMap((note) => note.text)],
      section.place.file,
    );
  }
  for (const question of allQuestions(exam)) {
    for (const written of visitQuestion(question)) yield { ...written, question };
  }
}

function* visitQuestion(question: Question): Generator<Written> {
  yield* visitItem(question, question.title);
  for (const part of question.parts) yield* visitItem(part, part.title);
}

function* visitItem(item: Item, title: readonly Inline[]): Generator<Written> {
  const { file } = item.place;
  const keyOnly = [...item.rubric.flatMap((criterion) => criterion.text), ...item.notes.flatMap((note) => note.text)];
  yield* visitNodes([...title, ...item.stem, ...item.after, ...item.solution, ...keyOnly], file);
  yield* visitNodes(nodesIn(item.body), file);
}

function* visitNodes(nodes: readonly (Block | Nodes)[], file: string): Generator<Written> {
  for (const node of nodes as readonly Nodes[]) {
    yield { node, file };
    if ("children" in node) yield* visitNodes(node.children as Nodes[], file);
  }
}

/** The content nodes somewhere in a kind's own data. */
function nodesIn(data: unknown): Nodes[] {
  if (Array.isArray(data)) return data.flatMap(nodesIn);
  if (typeof data !== "object" || data === null) return [];
  if ("type" in data && typeof data.type === "string") return [data as Nodes];
  return Object.values(data).flatMap(nodesIn);
}

/** Where a visited node was written. */
export function placeOfNode({ node, file }: Written): Place {
  const start = node.position?.start ?? { line: 1, column: 1, offset: 0 };
  const end = node.position?.end ?? start;
  const point = ({ line, column, offset = 0 }: typeof start) => ({ line, column, offset });
  return { file, start: point(start), end: point(end) };
}
