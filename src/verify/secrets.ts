import type { AnswerTexts } from "../model/answer-texts.ts";
import type { Block } from "../model/content.ts";
import type { Item, Note } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import { printedQuestions, type Version } from "../model/version.ts";
import { type TextOptions, textOfContent } from "./content-text.ts";
import type { Secret } from "./expectation.ts";

/** All that a version says in its key alone: solutions, rubrics, notes, feedback and accepted answers. */
export function secretsOf(version: Version, options: TextOptions, answerTexts: (item: Item) => AnswerTexts): Secret[] {
  return [
    ...version.sections.flatMap(({ section }) => ofNotes(section.notes, "a section")),
    ...printedQuestions(version).flatMap(({ number, question, parts }) => [
      ...ofItem(question, `question ${number}`),
      ...parts.flatMap(({ letter, part }) => ofItem(part, `question ${number} (${letter})`)),
    ]),
  ];

  function ofItem(item: Item, of: string): Secret[] {
    return [
      ...secret(`the solution of ${of}`, item.place, item.solution),
      ...item.rubric.flatMap(({ place, text }) => secret(`the rubric of ${of}`, place, text)),
      ...answerTexts(item).secret.flatMap((blocks) => secret(`an answer or feedback of ${of}`, item.place, blocks)),
      ...ofNotes(item.notes, of),
    ];
  }

  function ofNotes(notes: readonly Note[], of: string): Secret[] {
    return notes.flatMap(({ place, text }) => secret(`a note of ${of}`, place, text));
  }

  function secret(name: string, place: Place, blocks: readonly Block[]): Secret[] {
    const { runs, notes } = textOfContent(blocks, options);
    const texts = [...runs, ...[...notes.values()].flatMap((note) => note.runs)];
    return texts.length > 0 ? [{ name, place, texts }] : [];
  }
}
