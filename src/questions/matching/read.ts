import type { Table, TableRow } from "mdast";
import type { Inline } from "../../model/content.ts";
import type { Place } from "../../model/place.ts";
import type { AnswerSource } from "../kind.ts";
import { contentIdentity, repetitions } from "../repetitions.ts";

/** Two columns, of which every cell on the left belongs to one on the right. */
export interface Matching {
  /** Titles of the columns; empty where the author wrote none. */
  readonly titles: { readonly left: readonly Inline[]; readonly right: readonly Inline[] };
  /** Always in the source's order. */
  readonly left: readonly LeftCell[];
  /** The partners of the left cells, and distractors. */
  readonly right: readonly RightCell[];
}

/** A cell on the left, numbered by its place. */
export interface LeftCell {
  readonly place: Place;
  readonly content: readonly Inline[];
  /** Id of the right cell that belongs to it. */
  readonly partner: string;
}

/** A cell on the right, lettered by its place. */
export interface RightCell {
  readonly place: Place;
  /** `o` and its row in the source, from 1. */
  readonly id: string;
  readonly content: readonly Inline[];
}

/** The pairs written as the rows of a table; a row without a left cell is a distractor. */
export function readMatching(source: AnswerSource): Matching {
  const table = source.blocks[0] as Table;
  const fault = (rule: string, place: Place, message: string, hint: string) =>
    source.report({ severity: "error", rule, message, hint, place });
  const [head, ...rows] = table.children;
  const columns = head?.children.length ?? 0;
  if (columns !== 2) {
    const message = `Unexpected table of ${columns} ${columns === 1 ? "column" : "columns"}, expected two`;
    fault(
      "matching-columns",
      source.place(table),
      message,
      "What is matched stands on the left, its partner beside it.",
    );
    return { titles: { left: [], right: [] }, left: [], right: [] };
  }

  const left: LeftCell[] = [];
  const right: RightCell[] = [];
  for (const [index, row] of rows.entries()) {
    const id = `o${index + 1}`;
    const from = readCell(row, 0, source);
    const to = readCell(row, 1, source);
    if (to.content.length === 0) {
      const hint = "Every row has a right cell; a row that has only this one is a distractor.";
      fault("empty-cell", to.place, "Unexpected row without a right cell", hint);
    }
    if (from.content.length > 0) left.push({ ...from, partner: id });
    right.push({ ...to, id });
  }
  if (left.length < 2) {
    const message = `Unexpected ${left.length === 1 ? "single pair" : "table without pairs"}, expected at least two pairs`;
    fault("too-few-pairs", source.place(table), message, "Write one pair a row.");
  }
  reportRepeated(left, "left", source);
  reportRepeated(right, "right", source);
  const [leftTitle, rightTitle] = head?.children.map((cell) => cell.children) ?? [];
  return { titles: { left: leftTitle ?? [], right: rightTitle ?? [] }, left, right };
}

function readCell(row: TableRow, column: 0 | 1, source: AnswerSource) {
  const cell = row.children[column];
  const content: readonly Inline[] = cell?.children ?? [];
  return { place: source.place(content.length > 0 && cell ? cell : row), content };
}

function reportRepeated(cells: readonly (LeftCell | RightCell)[], side: "left" | "right", source: AnswerSource): void {
  const filled = cells.filter(({ content }) => content.length > 0);
  for (const { again, first } of repetitions(filled, ({ content }) => contentIdentity(content))) {
    source.report({
      severity: "error",
      rule: "duplicate-cell",
      message: `Unexpected second cell on the ${side} that says the same`,
      hint:
        side === "left"
          ? "Keep one of them."
          : "Equal cells make two letters right; keep one, and one row that needs it.",
      place: again.place,
      related: { message: "the first one", place: first.place },
    });
  }
}
