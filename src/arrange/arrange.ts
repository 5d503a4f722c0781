import { wordsFor } from "../languages/words.ts";
import type { Exam, Item, Question } from "../model/exam.ts";
import { type Answer, type ArrangedQuestion, type ArrangedSection, letterAt, type Version } from "../model/version.ts";
import { kindOf } from "../questions/index.ts";
import type { AnyKind, Order } from "../questions/kind.ts";
import { orderOf } from "./order.ts";
import { pickQuestions } from "./picks.ts";
import { orderQuestions } from "./question-order.ts";
import { referencesTo } from "./references.ts";

/**
 * Every version of an exam, in the order of `settings.versions`. A version is what it is by its index in that list: its
 * label changes nothing, and a version added at the end changes none before it. `kinds` are those a question may be of;
 * default: those every exam has.
 */
export function arrange(exam: Exam, kinds?: readonly AnyKind[]): Version[] {
  const { lang, seed, versions } = exam.settings;
  const words = wordsFor(lang);
  const picks = exam.sections.map((section) => pickQuestions(section, seed, versions.length));
  return versions.map((label, version) => {
    const picked = picks.map((ofVersions) => ofVersions[version] as readonly Question[]);
    const sections = arrangeSections(exam, picked, version, kinds);
    return { label, sections, references: referencesTo(sections, words, kinds) };
  });
}

function arrangeSections(
  { sections, settings: { seed, shuffle } }: Exam,
  picked: readonly (readonly Question[])[],
  version: number,
  kinds?: readonly AnyKind[],
): ArrangedSection[] {
  let number = 0;
  return sections.map((section, index) => {
    const order = { seed, version, shuffle: section.shuffle ?? shuffle.questions };
    const questions = orderQuestions(picked[index] as readonly Question[], order).map((question) => {
      number += 1;
      return arrangeQuestion(question, number, (item, id) => {
        const isShuffled = item.shuffle ?? question.shuffle ?? shuffle.options;
        return arrangeBody(item, orderOf({ seed, version, item: id, shuffle: isShuffled }), kinds);
      });
    });
    return { section, questions };
  });
}

/** The answer of a question or part arranged; its order follows from its own id with the question's before it. */
type ArrangeItem = (item: Item, id: readonly string[]) => ArrangedBody;

interface ArrangedBody {
  readonly body: unknown;
  readonly answer: Answer;
}

function arrangeQuestion(written: Question, number: number, arrangeItem: ArrangeItem): ArrangedQuestion {
  const parts = written.parts.map((part, index) => {
    const { body, answer } = arrangeItem(part, [written.id, part.id]);
    return { letter: letterAt(index), part: { ...part, body }, answer };
  });
  const question = { ...written, parts: parts.map(({ part }) => part) };
  if (question.kind === "parts") return { number, question, parts };
  const { body, answer } = arrangeItem(written, [written.id]);
  return { number, question: { ...question, body }, answer, parts };
}

/** The key comes from the very body that is printed, so the two cannot disagree. */
function arrangeBody(item: Item, order: Order, kinds?: readonly AnyKind[]): ArrangedBody {
  const kind = kindOf(item.kind, kinds);
  const body = kind.arrange(item.body, order);
  return { body, answer: kind.key(body) };
}
