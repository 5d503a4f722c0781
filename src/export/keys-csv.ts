import { type ArrangedQuestion, printedQuestions } from "../model/version.ts";
import type { ExportFormat } from "./built.ts";
import { csv } from "./csv.ts";

const HEAD = ["version", "number", "part", "id", "kind", "points", "answer"] as const;

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
    return csv([
      HEAD,
      ...withKey.flatMap(({ version }) => printedQuestions(version).flatMap((each) => rows(version.label, each))),
    ]);
  },
};

function rows(label: string, { number, question, answer, parts }: ArrangedQuestion): (string | number)[][] {
  const own = answer ? [[label, number, "", question.id, question.kind, question.points, answer.text]] : [];
  return [
    ...own,
    ...parts.map(({ letter, part, answer }) => {
      const id = `${question.id}.${part.id}`;
      return [label, number, letter, id, part.kind, part.points, answer.text];
    }),
  ];
}
