import { answeredItems, type Exam, type Item } from "../model/exam.ts";
import type { Choice, Option } from "../questions/choice/options.ts";

/** A question or part with options to choose from. */
export interface ChoiceItem {
  readonly item: Item;
  /** In the source's order. */
  readonly options: readonly Option[];
}

/** Every item whose options the author wrote, so not true or false. */
export function choiceItems(exam: Exam): ChoiceItem[] {
  return answeredItems(exam)
    .filter(({ kind }) => kind === "single" || kind === "multiple")
    .map((item) => ({ item, options: (item.body as Choice).options }));
}
