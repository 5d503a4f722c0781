import type { AnswerTexts } from "../model/answer-texts.ts";
import type { Exam, Item, Section } from "../model/exam.ts";
import type { Metadata, View } from "../model/page.ts";
import type { Student } from "../model/student.ts";
import type { ArrangedQuestion, Version } from "../model/version.ts";
import type { Expectation, ExpectedQuestion, Piece } from "./expectation.ts";
import { Pieces } from "./pieces.ts";
import { secretsOf } from "./secrets.ts";

/** A document as it was printed. */
export interface PlannedDocument {
  readonly file: string;
  readonly view: View;
  readonly pages: number;
  /** The page each question begins on, in printed order. */
  readonly itemPages: readonly number[];
  readonly metadata: Metadata;
  /** Whom it is made out to. */
  readonly student?: Student;
}

/** Words that are printed and stand in no source. */
export interface Wording {
  /** What a kind of question prints. */
  readonly answerTexts: (item: Item) => AnswerTexts;
  /** What stands before the title of a bonus question. */
  readonly bonus: string;
}

/** What a version, printed as this document, has to say, and what not. */
export function expectationOf(
  { settings, opening }: Exam,
  version: Version,
  { itemPages, student, ...document }: PlannedDocument,
  { answerTexts, bonus }: Wording,
): Expectation {
  const { metadata, view } = document;
  const options = { references: version.references, filled: view === "key" };
  const { title, subtitle, course, term, institution, instructors, fields } = settings;
  const header = [title, subtitle, course, term, institution, ...instructors, ...fields];
  const whom = [student?.surname, student?.name, student?.code, student?.group];
  const allowed = [...header, ...whom, metadata.title, metadata.author].filter((words) => words !== undefined);

  /** The pieces that `fill` adds. */
  function gather(of: string, fill: (pieces: Pieces) => void): readonly Piece[] {
    const pieces = new Pieces(of, options);
    fill(pieces);
    const all = pieces.finish();
    allowed.push(...pieces.texts);
    return all;
  }

  function addItem(pieces: Pieces, item: Item & { readonly bonus?: boolean }, of: string): void {
    if (item.points > 0 || item.bonus) pieces.addPoints(`the points of ${of}`, item.points);
    pieces.add(`the text of ${of}`, item.stem);
    for (const { label, filled, content } of answerTexts(item).printed) {
      const before = view === "key" && filled !== undefined ? filled + (label ?? "") : label;
      pieces.add(label === undefined ? `the answer area of ${of}` : `option ${label} of ${of}`, content, before);
    }
    pieces.add(`the text behind the answer of ${of}`, item.after);
  }

  function sectionPieces(section: Section): readonly Piece[] {
    return gather("a section", (pieces) => {
      pieces.addLine("the title of a section", section.title);
      pieces.add("the text of a section", section.text);
    });
  }

  function questionPieces({ number, question, parts }: ArrangedQuestion): readonly Piece[] {
    const of = `question ${number}`;
    return gather(of, (pieces) => {
      addItem(pieces, question, of);
      for (const { part } of parts) {
        // "3 (b)" is what a reference to it prints.
        const label = (version.references[`${question.id}.${part.id}`] ?? "").slice(String(number).length);
        const letter = label.replace(/[^\p{L}\p{N}]/gu, "");
        pieces.addLine(`part ${letter} of ${of}`, settings.titles ? part.title : [], letter);
        addItem(pieces, part, `${of} (${letter})`);
      }
    });
  }

  function questionTitle({ question }: ArrangedQuestion): string {
    const title = gather("", (pieces) => {
      if (question.bonus) pieces.addLine("", [{ type: "text", value: bonus }]);
      if (settings.titles) pieces.addLine("", question.title);
    });
    return title.map(({ text }) => text).join("");
  }

  const questions = version.sections.flatMap(({ section, questions }) =>
    questions.map(
      (arranged, index): ExpectedQuestion => ({
        number: arranged.number,
        place: arranged.question.place,
        page: itemPages[arranged.number - 1] ?? 0,
        title: questionTitle(arranged),
        section: index === 0 ? sectionPieces(section) : [],
        pieces: questionPieces(arranged),
      }),
    ),
  );
  return {
    ...document,
    opening: [
      ...gather("the instructions", (pieces) => pieces.add("the instructions", settings.instructions ?? [])),
      ...gather("the opening text", (pieces) => pieces.add("the opening text", opening)),
    ],
    questions,
    secrets: secretsOf(version, options, answerTexts),
    allowed,
  };
}
