import type { Language } from "../languages/language.ts";
import { wordsFor } from "../languages/words.ts";
import type { Exam } from "../model/exam.ts";

/** The language an exam is written in. */
export function languageOf({ settings }: Exam): Language {
  return wordsFor(settings.lang).language;
}
