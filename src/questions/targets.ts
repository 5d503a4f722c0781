import type { Item, Question } from "../model/exam.ts";
import { kindOf } from "./index.ts";

/** What `:ref` may name in a question, in full: its own id, and behind a dot the ids of its parts and options. */
export function targetsOf(question: Question): string[] {
  return [
    question.id,
    ...optionsOf(question).map((id) => `${question.id}.${id}`),
    ...question.parts.flatMap((part) => [
      `${question.id}.${part.id}`,
      ...optionsOf(part).map((id) => `${question.id}.${part.id}.${id}`),
    ]),
  ];
}

function optionsOf(item: Item): string[] {
  return item.kind === "parts" ? [] : [...(kindOf(item.kind).letters?.(item.body).keys() ?? [])];
}
