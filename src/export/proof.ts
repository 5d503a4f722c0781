import {
  type AnswerText,
  type ExamTexts,
  type ItemTexts,
  type ListedOption,
  type PlannedAnswer,
  printedOptions,
  type SecretText,
  type SectionTexts,
} from "../model/exam-texts.ts";
import { type ArrangedQuestion, printedQuestions } from "../model/version.ts";
import type { Built, BuiltVersion } from "./built.ts";

/*
 * What the manifest holds so that the finished documents can be proven by it alone. Without keys it has nothing of the key:
 * no secrets, nothing filled in, and choices in an order that tells nothing, for the source's own may be what is asked for.
 */

/** The exam's words, once for all versions and copies. */
export function examProof({ texts, versions }: Built): ExamTexts {
  const withAnswers = versions.some(({ key }) => key);
  const item = <Item extends ItemTexts>({ place: _, choices, ...words }: Item) => ({
    ...words,
    choices: withAnswers ? choices : withoutOrder(choices),
  });
  const secrets = (all: readonly SecretText[]) => (withAnswers ? all.map(({ place: _, ...secret }) => secret) : []);
  const section = (section: SectionTexts): SectionTexts => ({
    ...section,
    secrets: secrets(section.secrets),
    questions: section.questions.map((question) => ({
      ...item(question),
      secrets: secrets(question.secrets),
      parts: question.parts.map(item),
    })),
  });
  return { ...texts, sections: texts.sections.map(section) };
}

/** How a version prints them, as far as its questions' own entries do not say so. */
export function versionProof({ version, planned, key }: BuiltVersion, texts: ExamTexts) {
  const words = new Map(
    texts.sections.flatMap(({ questions }) => questions).map((question) => [question.id, question]),
  );
  const printed: [string, readonly PlannedAnswer[]][] = [];
  const add = (target: string, answers: readonly PlannedAnswer[], own: ItemTexts, details: Details) => {
    if (key && JSON.stringify(answers) === JSON.stringify(listed(own, details))) return;
    if (answers.length > 0) printed.push([target, key ? answers : answers.map((answer) => neutral(answer, own))]);
  };

  for (const [index, { question, answer, parts }] of printedQuestions(version).entries()) {
    const own = words.get(question.id);
    const plan = planned.questions[index];
    if (!own || !plan) throw new Error(`Unexpected question ${question.id}, expected one that is planned`);
    add(question.id, plan.printed, own, answer?.details ?? {});
    for (const [at, { part, answer }] of parts.entries())
      add(`${question.id}.${part.id}`, plan.parts[at]?.printed ?? [], own.parts[at] as ItemTexts, answer.details);
  }
  return {
    references: planned.references,
    ...(key && { keyPages: key.itemPages }),
    printed: Object.fromEntries(printed),
  };

  /** What a reader of the manifest takes to be printed when nothing else is said. */
  function listed(own: ItemTexts, { options }: Details): readonly PlannedAnswer[] | undefined {
    return Array.isArray(options) ? printedOptions(options as ListedOption[], own, texts.letters) : undefined;
  }
}

type Details = NonNullable<ArrangedQuestion["answer"]>["details"];

function withoutOrder(choices: readonly AnswerText[]): AnswerText[] {
  return choices.map(({ id: _, ...choice }) => choice).sort(byWords);
}

function neutral({ text, label }: PlannedAnswer, { choices }: ItemTexts): PlannedAnswer {
  const sorted = withoutOrder(choices);
  const words = choices[text]?.runs.join("\n");
  const place = sorted.findIndex(({ runs }) => runs.join("\n") === words);
  return { text: place, ...(label !== undefined && { label }) };
}

function byWords(one: AnswerText, other: AnswerText): number {
  const [a, b] = [one.runs.join("\n"), other.runs.join("\n")];
  return a < b ? -1 : Number(a > b);
}
