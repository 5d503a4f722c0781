import type { AnswerTexts } from "../model/answer-texts.ts";
import type { Block, Inline } from "../model/content.ts";
import type { Exam, Item, Note } from "../model/exam.ts";
import type { Metadata, View } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import { type ArrangedQuestion, printedQuestions, type Version } from "../model/version.ts";
import { type ContentText, textOfContent } from "./content-text.ts";
import { squeeze } from "./plain-text.ts";

/** What a finished document has to be: plain data, all that is known of a paper when it is read back. */
export interface Expectation {
  /** Name of the document, for messages. */
  readonly file: string;
  readonly view: View;
  readonly pages: number;
  readonly metadata: Metadata;
  /** Texts that stand before the first question. */
  readonly opening: readonly Piece[];
  /** In printed order. */
  readonly questions: readonly ExpectedQuestion[];
  /** What must not be found on a student's paper. */
  readonly secrets: readonly Secret[];
  /** All that may be found there, as written: a secret that quotes it is none. */
  readonly allowed: readonly string[];
}

/** A question as it is printed. */
export interface ExpectedQuestion {
  readonly number: number;
  readonly place: Place;
  /** The page it begins on, from 1. */
  readonly page: number;
  readonly points: number;
  /** Squeezed; empty where none is printed. */
  readonly title: string;
  /** Title and text of its section, where it is the section's first. */
  readonly section: readonly Piece[];
  /** Its own texts and those of its parts, in printed order. */
  readonly pieces: readonly Piece[];
}

/** A stretch of text that is printed as a whole: from the beginning of a line to the end of one. */
export interface Piece {
  /** What it is, as a message names it: "option c". */
  readonly name: string;
  /** The letter or number before it. */
  readonly label?: string;
  /** Squeezed, with the signs of `plain-text.ts` for figures and gaps. */
  readonly text: string;
}

/** Words for the key alone. */
export interface Secret {
  /** What they are, as a message names it: "the solution of question 3". */
  readonly name: string;
  readonly place: Place;
  /** The number of the question they belong to; absent for a section's notes. */
  readonly question?: number;
  /** As written, with figures as in `plain-text.ts`; a text for each paragraph, cell, block of code … */
  readonly texts: readonly string[];
}

/** A document as it was printed. */
export interface PlannedDocument {
  readonly file: string;
  readonly view: View;
  readonly pages: number;
  /** The page each question begins on, in printed order. */
  readonly itemPages: readonly number[];
  readonly metadata: Metadata;
}

/** What a version, printed as this document, has to say, and what not. `answerTexts` knows what a kind of question prints. */
export function expectationOf(
  exam: Exam,
  version: Version,
  document: PlannedDocument,
  answerTexts: (item: Item) => AnswerTexts,
): Expectation {
  const { settings } = exam;
  const { file, view, pages, itemPages, metadata } = document;
  const options = { references: version.references, filled: view === "key" };
  const text = (blocks: readonly Block[]) => textOfContent(blocks, options);
  const line = (inlines: readonly Inline[]) => text([{ type: "paragraph", children: [...inlines] }]);
  const allowed: string[] = [
    ...[settings.title, settings.subtitle, settings.course, settings.term, settings.institution, metadata.title],
    ...[...settings.instructors, ...settings.fields, metadata.author],
  ].filter((words) => words !== undefined);
  const secrets: Secret[] = [];

  /** The piece a text makes, and one for each footnote it calls. */
  function pieces(name: string, content: ContentText, label?: string): Piece[] {
    allowed.push(...content.runs);
    const own = content.runs.map(squeeze).join("");
    return [
      ...(own === "" && label === undefined ? [] : [{ name, text: own, ...(label !== undefined && { label }) }]),
      ...content.notes.flatMap((note) => pieces(`a footnote of ${name}`, note)),
    ];
  }

  function keep(name: string, place: Place, blocks: readonly Block[], question?: number): void {
    const flatten = ({ runs, notes }: ContentText): string[] => [...runs, ...notes.flatMap(flatten)];
    const texts = flatten(text(blocks));
    if (texts.length > 0) secrets.push({ name, place, texts, ...(question !== undefined && { question }) });
  }

  function keepNotes(of: string, notes: readonly Note[], question?: number): void {
    for (const note of notes) keep(`a note of ${of}`, note.place, note.text, question);
  }

  function itemPieces(item: Item, of: string, question: number): Piece[] {
    const answer = answerTexts(item);
    keep(`the solution of ${of}`, item.place, item.solution, question);
    for (const criterion of item.rubric) keep(`the rubric of ${of}`, criterion.place, criterion.text, question);
    keepNotes(of, item.notes, question);
    for (const blocks of answer.secret) keep(`the answer of ${of}`, item.place, blocks, question);
    return [
      ...pieces(`the text of ${of}`, text(item.stem)),
      ...answer.printed.flatMap(({ label, content }) =>
        pieces(label === undefined ? `the answers of ${of}` : `option ${label} of ${of}`, text(content), label),
      ),
      ...pieces(`the text behind the answer of ${of}`, text(item.after)),
    ];
  }

  function questionPieces({ number, question, parts }: ArrangedQuestion): Piece[] {
    const of = `question ${number}`;
    return [
      ...itemPieces(question, of, number),
      ...parts.flatMap(({ part }) => {
        // "3 (b)" is what a reference to it prints.
        const label = (version.references[`${question.id}.${part.id}`] ?? "").slice(String(number).length);
        const letter = label.replace(/[^\p{L}\p{N}]/gu, "");
        const title = settings.titles ? line(part.title) : line([]);
        return [...pieces(`part ${letter} of ${of}`, title, letter), ...itemPieces(part, `${of} (${letter})`, number)];
      }),
    ].sort((a, b) => Number(isNote(a)) - Number(isNote(b)));
  }

  const opening = [
    ...(settings.instructions ? pieces("the instructions", text(settings.instructions)) : []),
    ...pieces("the opening text", text(exam.opening)),
  ];
  const sections = new Map<number, Piece[]>();
  for (const { section, questions } of version.sections) {
    const title = pieces("the title of a section", line(section.title));
    keepNotes("a section", section.notes);
    const own = [...title, ...pieces("the text of a section", text(section.text))];
    if (questions[0]) sections.set(questions[0].number, own);
  }
  const questions = printedQuestions(version).map((arranged): ExpectedQuestion => {
    const { number, question } = arranged;
    const title = settings.titles ? line(question.title).runs.join("") : "";
    allowed.push(title);
    return {
      number,
      place: question.place,
      page: itemPages[number - 1] ?? 0,
      points: question.points,
      title: squeeze(title),
      section: sections.get(number) ?? [],
      pieces: questionPieces(arranged),
    };
  });
  return { file, view, pages, metadata, opening, questions, secrets, allowed };
}

/** Footnotes are printed at the end of their question. */
function isNote({ name }: Piece): boolean {
  return name.startsWith("a footnote");
}
