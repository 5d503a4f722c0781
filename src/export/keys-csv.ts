import { type ArrangedPart, type ArrangedQuestion, printedQuestions } from "../model/version.ts";
import type { ExportFormat } from "./built.ts";
import { csv } from "./csv.ts";

const HEAD = ["version", "number", "part", "id", "kind", "points", "answer"] as const;

/** A question or part as the table has it. Without an answer it is answered through its parts. */
export interface KeyedItem {
  readonly id: string;
  readonly kind: string;
  readonly points: number;
  readonly answer?: string | undefined;
}

/** A question with its parts, named by their letters. */
export interface KeyedQuestion extends KeyedItem {
  readonly number: number;
  readonly parts?: readonly (KeyedItem & { readonly part: string })[] | undefined;
}

/**
 * The right answers as a table: a line for each question and version, or for each part of a question that is answered
 * through parts, so that the points of a version's lines add up to the paper's. A part's id is `question.part`. None where
 * no keys were asked for.
 */
export const keysCsv: ExportFormat = {
  file: "keys.csv",
  text({ versions }) {
    const withKey = versions.filter(({ key }) => key);
    if (withKey.length === 0) return undefined;
    return keysTable(
      withKey.map(({ version }) => ({ label: version.label, questions: printedQuestions(version).map(keyedQuestion) })),
    );
  },
};

/** The table of some versions. */
export function keysTable(versions: readonly { label: string; questions: readonly KeyedQuestion[] }[]): string {
  return csv([HEAD, ...versions.flatMap(({ label, questions }) => questions.flatMap((each) => rows(label, each)))]);
}

function keyedQuestion({ number, question, answer, parts }: ArrangedQuestion): KeyedQuestion {
  const { id, kind, points } = question;
  return { number, id, kind, points, answer: answer?.text, parts: parts.map(keyedPart) };
}

function keyedPart({ letter, part: { id, kind, points }, answer }: ArrangedPart) {
  return { part: letter, id, kind, points, answer: answer.text };
}

function rows(label: string, { number, parts = [], ...question }: KeyedQuestion): (string | number)[][] {
  const row = (letter: string, { id, kind, points, answer = "" }: KeyedItem) => [
    label,
    number,
    letter,
    id,
    kind,
    points,
    answer,
  ];
  return [
    ...(question.answer === undefined ? [] : [row("", question)]),
    ...parts.map((part) => row(part.part, { ...part, id: `${question.id}.${part.id}` })),
  ];
}
