import type {
  ExamTexts,
  ItemTexts,
  PlannedItem,
  PlannedQuestion,
  PlannedVersion,
  QuestionTexts,
  SecretText,
  SectionTexts,
} from "../model/exam-texts.ts";
import type { View } from "../model/page.ts";
import type { Student } from "../model/student.ts";
import type { Expectation, ExpectedQuestion, Piece, Secret } from "./expectation.ts";
import { Pieces, printedRuns } from "./pieces.ts";
import { RIGHT_MARK } from "./plain-text.ts";

/** A document as it was printed. */
export interface PlannedDocument {
  readonly file: string;
  readonly view: View;
  readonly pages: number;
  /** The page each question begins on, in printed order. */
  readonly itemPages: readonly number[];
  /** What it calls itself. */
  readonly title: string;
  /** Whom it is made out to. */
  readonly student?: Pick<Student, "surname" | "name" | "code" | "group">;
}

/** What a version of an exam, printed as this document, has to say, and what not. */
export function expectationOf(
  texts: ExamTexts,
  version: PlannedVersion,
  { itemPages, student, ...document }: PlannedDocument,
): Expectation {
  const { view } = document;
  const inReverse = FROM_RIGHT.test(texts.lang);
  const options = { references: version.references, filled: view === "key", inReverse };
  const whom = [student?.surname, student?.name, student?.code, student?.group];
  const allowed = [...texts.header, ...whom, document.title, texts.author].filter((words) => words !== undefined);

  /** The pieces that `fill` adds. */
  function gather(of: string, fill: (pieces: Pieces) => void): readonly Piece[] {
    const pieces = new Pieces(of, options);
    fill(pieces);
    const all = pieces.finish();
    allowed.push(...pieces.texts);
    return all;
  }

  function addItem(
    pieces: Pieces,
    item: PlannedItem & { readonly bonus?: boolean },
    words: ItemTexts,
    of: string,
  ): void {
    if (item.points > 0 || item.bonus) pieces.addPoints(`the points of ${of}`, item.points);
    pieces.add(`the text of ${of}`, words.stem);
    for (const { text, label, filled = "", right } of item.printed) {
      const before = view === "key" ? `${right ? RIGHT_MARK : ""}${filled}${label ?? ""}` : label;
      const name = label === undefined ? `the answer area of ${of}` : `option ${label} of ${of}`;
      pieces.add(name, words.choices[text] ?? { runs: [] }, before === "" ? undefined : before);
    }
    pieces.add(`the text behind the answer of ${of}`, words.after);
  }

  function sectionPieces({ title, text }: SectionTexts): readonly Piece[] {
    return gather("a section", (pieces) => {
      pieces.add("the title of a section", title);
      pieces.add("the text of a section", text);
    });
  }

  function questionPieces(question: PlannedQuestion, words: QuestionTexts): readonly Piece[] {
    const of = `question ${question.number}`;
    return gather(of, (pieces) => {
      addItem(pieces, question, words, of);
      for (const [index, part] of question.parts.entries()) {
        const { letter } = part;
        const own = words.parts[index] as ItemTexts;
        pieces.add(`part ${letter} of ${of}`, own.title, letter);
        addItem(pieces, part, own, `${of} (${letter})`);
      }
    });
  }

  function questionTitle({ bonus }: PlannedQuestion, { title }: QuestionTexts): string {
    const pieces = gather("", (pieces) => {
      if (bonus) pieces.add("", { runs: [texts.bonus] });
      pieces.add("", title);
    });
    return pieces.map(({ text }) => text).join("");
  }

  function secret({ what, runs, place }: SecretText, of: string, question?: number): Secret {
    const name = `${NAMES[what]} of ${of}`;
    return { name, place, texts: printedRuns(runs, options), ...(question !== undefined && { question }) };
  }

  const questions: ExpectedQuestion[] = [];
  const secrets: Secret[] = [];
  let last: SectionTexts | undefined;
  for (const question of version.questions) {
    const section = texts.sections.find(({ questions }) => questions.some(({ id }) => id === question.id));
    const words = section?.questions.find(({ id }) => id === question.id);
    if (!section || !words) throw new Error(`Unexpected question ${question.id}, expected one of the exam's`);
    const { number, parts } = question;
    questions.push({
      number,
      place: words.place,
      page: itemPages[number - 1] ?? 0,
      title: questionTitle(question, words),
      section: section === last ? [] : sectionPieces(section),
      pieces: questionPieces(question, words),
    });
    for (const each of words.secrets) {
      const letter = parts.find(({ id }) => id === each.part)?.letter;
      secrets.push(secret(each, `question ${number}${letter === undefined ? "" : ` (${letter})`}`, number));
    }
    if (section !== last) secrets.push(...section.secrets.map((each) => secret(each, "a section")));
    last = section;
  }
  return {
    ...document,
    ...(student && { whom: student.surname || student.name }),
    metadata: { title: document.title, author: texts.author, lang: texts.lang },
    opening: [
      ...gather("the instructions", (pieces) => pieces.add("the instructions", texts.instructions)),
      ...gather("the opening text", (pieces) => pieces.add("the opening text", texts.opening)),
    ],
    questions,
    secrets,
    allowed,
  };
}

/** Languages written from the right. */
const FROM_RIGHT = /^(?:ar|he|fa|ur|yi|ps|sd|ug|dv|syr)\b/i;

const NAMES: Readonly<Record<SecretText["what"], string>> = {
  solution: "the solution",
  rubric: "the rubric",
  answer: "an answer or feedback",
  note: "a note",
};
