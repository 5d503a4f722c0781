import type { AnswerTexts, LabelledText } from "../model/answer-texts.ts";
import type { Block, Inline } from "../model/content.ts";
import type { Exam, Item, Note, Part, Question, Section } from "../model/exam.ts";
import type { AnswerText, ExamTexts, ItemTexts, QuestionTexts, SecretText } from "../model/exam-texts.ts";
import type { Place } from "../model/place.ts";
import { textOfContent } from "./content-text.ts";

/** Words that are printed and stand in no source. */
export interface Wording {
  /** The language, as pages are tagged with it. */
  readonly lang: string;
  /** What a kind of question prints. */
  readonly answerTexts: (item: Item) => AnswerTexts;
  /** What stands before the title of a bonus question. */
  readonly bonus: string;
  /** Said of a picture that has no alternative text. */
  readonly pictureName: string;
  readonly letters: ExamTexts["letters"];
}

/** All words that an exam may print, and those of its key. */
export function textsOf({ settings, opening, sections }: Exam, wording: Wording): ExamTexts {
  const { title, subtitle, course, term, institution, instructors, fields } = settings;
  const header = [title, subtitle, course, term, institution, ...instructors, ...fields];
  const { lang, bonus, letters, answerTexts, pictureName } = wording;
  const textOf = (blocks: readonly Block[]) => textOfContent(blocks, pictureName);
  const textOfLine = (line: readonly Inline[]) => textOf([{ type: "paragraph", children: [...line] }]);
  const titleOf = (title: readonly Inline[]) => textOfLine(settings.titles ? title : []);

  function itemTexts(item: Question | Part): ItemTexts {
    const { id, title, stem, after, place } = item;
    const printed = answerTexts(item).printed.map((answer) => answerText(answer, pictureName));
    const known = new Set<string>();
    const isFirst = (answer: AnswerText) => known.size < known.add(identityOf(answer)).size;
    return {
      id,
      title: titleOf(title),
      stem: textOf(stem),
      choices: printed.filter(isFirst),
      after: textOf(after),
      place,
    };
  }

  function questionTexts(question: Question): QuestionTexts {
    const secrets = [...secretsOf(question), ...question.parts.flatMap((part) => secretsOf(part, part.id))];
    return { ...itemTexts(question), secrets, parts: question.parts.map(itemTexts) };
  }

  function sectionTexts({ title, text, notes, questions }: Section) {
    return {
      title: textOfLine(title),
      text: textOf(text),
      secrets: notesOf(notes),
      questions: questions.map(questionTexts),
    };
  }

  /** All that the key alone says of an item: solution, rubric, notes, feedback and accepted answers. */
  function secretsOf(item: Item, part?: string): SecretText[] {
    return [
      ...secretText("solution", item.place, item.solution, part),
      ...item.rubric.flatMap(({ place, text }) => secretText("rubric", place, text, part)),
      ...answerTexts(item).secret.flatMap((blocks) => secretText("answer", item.place, blocks, part)),
      ...notesOf(item.notes, part),
    ];
  }

  function notesOf(notes: readonly Note[], part?: string): SecretText[] {
    return notes.flatMap(({ place, text }) => secretText("note", place, text, part));
  }

  function secretText(what: SecretText["what"], place: Place, blocks: readonly Block[], part?: string): SecretText[] {
    const { runs, notes = [] } = textOf(blocks);
    const all = [...runs, ...notes.flatMap((note) => note.runs)];
    return all.length > 0 ? [{ what, ...(part !== undefined && { part }), runs: all, place }] : [];
  }

  return {
    lang,
    author: instructors.join(", "),
    header: header.filter((words) => words !== undefined),
    bonus,
    letters,
    instructions: textOf(settings.instructions ?? []),
    opening: textOf(opening),
    sections: sections.map(sectionTexts),
  };
}

/** The words of something printed to be answered. */
export function answerText({ id, content }: LabelledText, pictureName: string): AnswerText {
  return { ...(id !== undefined && { id }), ...textOfContent(content, pictureName) };
}

/** Equal for two that are the same option, or none, in the same words. */
export function identityOf({ id, runs }: AnswerText): string {
  return JSON.stringify([id, runs.join("\n")]);
}
