import type { Nodes } from "mdast";
import type { CrossReference } from "../model/content.ts";
import type { Question, Section } from "../model/exam.ts";
import type { AnyKind } from "../questions/kind.ts";
import { targetsOf } from "../questions/targets.ts";

/**
 * Writes out what references leave unsaid, in place: `:ref[#swin]` inside its question is `backbone.swin`, and a part's
 * id is enough where it is the only one. What names nothing is left for a rule to report.
 */
export function completeReferences(sections: readonly Section[], kinds: readonly AnyKind[]): void {
  const questions = sections.flatMap((section) => section.questions);
  const targets = new Set(questions.flatMap((question) => targetsOf(question, kinds)));
  const parts = questions.flatMap((question) =>
    question.parts.map((part) => ({ id: part.id, full: `${question.id}.${part.id}` })),
  );

  const complete = (target: string, question?: Question): string => {
    const inside = question && targetsOf(question, kinds).filter((full) => full.endsWith(`.${target}`));
    if (inside?.length === 1) return inside[0] as string;
    if (targets.has(target)) return target;
    const same = parts.filter((part) => part.id === target);
    return same.length === 1 ? (same[0]?.full ?? target) : target;
  };

  for (const section of sections) {
    for (const reference of referencesIn([section.title, section.text, section.notes]))
      reference.target = complete(reference.target);
  }
  for (const question of questions) {
    for (const reference of referencesIn(question)) reference.target = complete(reference.target, question);
  }
}

/** Every `:ref` somewhere in plain data. */
export function referencesIn(data: unknown): CrossReference[] {
  if (Array.isArray(data)) return data.flatMap(referencesIn);
  if (typeof data !== "object" || data === null) return [];
  if ((data as Nodes).type === "reference") return [data as CrossReference];
  return Object.values(data).flatMap(referencesIn);
}
