import type { Item, Question } from "../model/exam.ts";
import { kindOf } from "./index.ts";
import type { AnyKind } from "./kind.ts";

/** What `:ref` may name in a question, in full: its own id, and behind a dot the ids of its parts and options. */
export function targetsOf(question: Question, kinds: readonly AnyKind[]): string[] {
  const optionsOf = (item: Item) =>
    item.kind === "parts" ? [] : [...(kindOf(item.kind, kinds).letters?.(item.body).keys() ?? [])];
  return [
    question.id,
    ...optionsOf(question).map((id) => `${question.id}.${id}`),
    ...question.parts.flatMap((part) => [
      `${question.id}.${part.id}`,
      ...optionsOf(part).map((id) => `${question.id}.${part.id}.${id}`),
    ]),
  ];
}
