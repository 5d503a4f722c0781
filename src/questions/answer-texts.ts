import type { Words } from "../languages/words.ts";
import type { AnswerTexts } from "../model/answer-texts.ts";
import type { Item } from "../model/exam.ts";
import { kindOf } from "./index.ts";
import type { AnyKind } from "./kind.ts";

/** The words of an item's answer as it is printed; none for a question that is answered through its parts. */
export function answerTexts(item: Item, words: Words, kinds?: readonly AnyKind[]): AnswerTexts {
  const kind = item.kind === "parts" ? undefined : kindOf(item.kind, kinds);
  return kind?.texts(item.body, words) ?? { printed: [], secret: [] };
}
