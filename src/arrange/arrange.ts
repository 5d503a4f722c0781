import { wordsFor } from "../languages/words.ts";
import type { Exam, Item, Question } from "../model/exam.ts";
import { type Answer, type ArrangedQuestion, type ArrangedSection, letterAt, type Version } from "../model/version.ts";
import { kindOf } from "../questions/index.ts";
import type { Order } from "../questions/kind.ts";
import { orderOf } from "./order.ts";
import { orderQuestions } from "./question-order.ts";
import { referencesTo } from "./references.ts";

/**
 * Every version of an exam, in the order of `settings.versions`. A version is what it is by its index in that list: its
 * label changes nothing, and a version added at the end changes none before it.
 */
export function arrange(exam: Exam): Version[] {
  const words = wordsFor(exam.settings.lang);
  return exam.settings.versions.map((label, version) => {
    const sections = arrangeSections(exam, version);
    return { label, sections, references: referencesTo(sections, words) };
  });
}

function arrangeSections({ sections, settings: { seed, shuffle } }: Exam, version: number): ArrangedSection[] {
  let number = 0;
  return sections.map((section) => ({
    section,
    questions: orderQuestions(section, { seed, version, shuffle: shuffle.questions }).map((question) => {
      number += 1;
      return arrangeQuestion(question, number, (item, id) =>
        orderOf({ seed, version, item: id, shuffle: shuffle.options && question.shuffle && item.shuffle }),
      );
    }),
  }));
}

/** The order of a question or part, by its own id with the question's before it. */
type OrderFor = (item: Item, id: readonly string[]) => Order;

function arrangeQuestion(written: Question, number: number, orderFor: OrderFor): ArrangedQuestion {
  const parts = written.parts.map((part, index) => {
    const { body, answer } = arrangeBody(part, orderFor(part, [written.id, part.id]));
    return { letter: letterAt(index), part: { ...part, body }, answer };
  });
  const question = { ...written, parts: parts.map(({ part }) => part) };
  if (question.kind === "parts") return { number, question, parts };
  const { body, answer } = arrangeBody(written, orderFor(written, [written.id]));
  return { number, question: { ...question, body }, answer, parts };
}

/** The key comes from the very body that is printed, so the two cannot disagree. */
function arrangeBody(item: Item, order: Order): { body: unknown; answer: Answer } {
  const kind = kindOf(item.kind);
  const body = kind.arrange(item.body, order);
  return { body, answer: kind.key(body) };
}
