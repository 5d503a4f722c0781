import type { LabelledText } from "../model/answer-texts.ts";
import type { Item } from "../model/exam.ts";
import type { ExamTexts, ItemTexts, PlannedAnswer, PlannedItem, PlannedVersion } from "../model/exam-texts.ts";
import { type ArrangedQuestion, letterAt, printedQuestions, type Version } from "../model/version.ts";
import { REFERENCE_END, REFERENCE_START } from "./plain-text.ts";
import { answerText, identityOf, type Wording } from "./texts-of.ts";

/** A version as it prints the texts of its exam. */
export function plannedVersion(version: Version, texts: ExamTexts, wording: Wording): PlannedVersion {
  const byId = new Map(texts.sections.flatMap(({ questions }) => questions).map((texts) => [texts.id, texts]));

  function planned(item: Item, { choices }: ItemTexts): PlannedItem {
    const { id, points } = item;
    const known = new Map(choices.map((choice, index) => [identityOf(choice), index]));
    return { id, points, printed: wording.answerTexts(item).printed.map((answer) => plannedAnswer(answer, known)) };
  }

  function plannedAnswer(answer: LabelledText, known: ReadonlyMap<string, number>): PlannedAnswer {
    const { label, filled, right } = answer;
    return {
      text: known.get(identityOf(answerText(answer, wording.pictureName))) ?? -1,
      ...(label !== undefined && { label }),
      ...(filled !== undefined && { filled }),
      ...(right && { right }),
    };
  }

  function plannedQuestion({ number, question, parts }: ArrangedQuestion) {
    const own = byId.get(question.id);
    if (!own) throw new Error(`Unexpected question ${question.id}, expected one of the exam's`);
    return {
      ...planned(question, own),
      number,
      bonus: question.bonus,
      parts: parts.map(({ part }, index) => ({
        ...planned(part, own.parts[index] as ItemTexts),
        letter: letterAt(index, texts.letters.parts),
      })),
    };
  }

  const targets = referencesIn(texts);
  return {
    label: version.label,
    questions: printedQuestions(version).map(plannedQuestion),
    references: Object.fromEntries(Object.entries(version.references).filter(([target]) => targets.has(target))),
  };
}

/** What is referred to anywhere: found once for all versions of an exam. */
function referencesIn(texts: ExamTexts): ReadonlySet<string> {
  const known = referred.get(texts);
  if (known) return known;
  const found = JSON.stringify(texts).matchAll(
    new RegExp(`${REFERENCE_START}([^${REFERENCE_END}]*)${REFERENCE_END}`, "g"),
  );
  const targets = new Set([...found].map(([, target]) => target as string));
  referred.set(texts, targets);
  return targets;
}

const referred = new WeakMap<ExamTexts, ReadonlySet<string>>();
