import type { Words } from "../languages/words.ts";
import type { Item } from "../model/exam.ts";
import type { ArrangedSection } from "../model/version.ts";
import { kindOf } from "../questions/index.ts";
import type { AnyKind } from "../questions/kind.ts";

/**
 * What `:ref` prints in one version, by full target: `question` → "3", `question.part` → "3 (b)", and the letter of an
 * option under `question.option` or, inside a part, `question.part.option`. An id has no dot in it.
 */
export function referencesTo(
  sections: readonly ArrangedSection[],
  words: Words,
  kinds?: readonly AnyKind[],
): Readonly<Record<string, string>> {
  const letters = (target: string, item: Item) =>
    [...(kindOf(item.kind, kinds).letters?.(item.body) ?? [])].map(([id, place]) => [
      `${target}.${id}`,
      words.optionLetter(place),
    ]);
  return Object.fromEntries(
    sections
      .flatMap((section) => section.questions)
      .flatMap(({ number, question, parts }) => [
        [question.id, String(number)],
        ...(question.kind === "parts" ? [] : letters(question.id, question)),
        ...parts.flatMap(({ part }, index) => [
          [`${question.id}.${part.id}`, `${number} ${words.partLabel(index)}`],
          ...letters(`${question.id}.${part.id}`, part),
        ]),
      ]),
  );
}
