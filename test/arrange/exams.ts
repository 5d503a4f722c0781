import fc from "fast-check";
import type { Exam, Item, Part, Question, Section } from "../../src/model/exam.ts";
import type { Place } from "../../src/model/place.ts";
import type { Settings } from "../../src/model/settings.ts";
import { type ArrangedQuestion, printedQuestions, type Version } from "../../src/model/version.ts";
import type { Choice, Option } from "../../src/questions/choice/options.ts";

const start = { line: 1, column: 1, offset: 0 };
const place: Place = { file: "exam.md", start, end: start };

const text = (value: string) => [{ type: "paragraph" as const, children: [{ type: "text" as const, value }] }];

export function option(id: string, correct = false, pin?: Option["pin"]): Option {
  return { place, id, correct, ...(pin && { pin }), content: text(`Option ${id}`), feedback: [] };
}

/** A choice of which the named options are right. */
export function choice(ids: readonly string[], ...right: readonly string[]): Choice {
  return { options: ids.map((id) => option(id, right.includes(id))) };
}

function item(id: string, kind: Item["kind"], body: unknown): Item {
  return {
    place,
    id,
    kind,
    points: 1,
    stem: text(`What is ${id}?`),
    body,
    after: [],
    solution: [],
    rubric: [],
    notes: [],
  };
}

export function question(id: string, kind: Item["kind"], body: unknown, more: Partial<Question> = {}): Question {
  return {
    ...item(id, kind, body),
    includes: [],
    idFrom: "author",
    title: [],
    bonus: false,
    tags: [],
    newPage: false,
    keep: true,
    ignore: [],
    parts: [],
    ...more,
  };
}

export function single(id: string, options: readonly string[], right = options[0] as string): Question {
  return question(id, "single", choice(options, right));
}

export function part(id: string, kind: Part["kind"], body: unknown, more: Partial<Part> = {}): Part {
  return { ...item(id, kind, body), title: [], ...more };
}

export function section(questions: readonly Question[], more: Partial<Section> = {}): Section {
  return { place, title: [], text: [], notes: [], keep: false, questions, pools: [], ...more };
}

export function exam(sections: readonly Section[], settings: Partial<Settings> = {}): Exam {
  return {
    name: "quiz",
    source: "exams/quiz.md",
    file: "exams/quiz.md",
    sha256: "0".repeat(64),
    settingPlaces: {},
    faultySettings: [],
    opening: [],
    sections,
    banks: [],
    settings: {
      title: "Quiz",
      instructors: [],
      lang: "en",
      paper: "A4",
      fields: ["name"],
      points: { default: 1, byKind: {} },
      versions: ["A", "B", "C", "D"],
      seed: "quiz",
      shuffle: { options: true, questions: false },
      titles: true,
      columns: 1,
      macros: {},
      template: "default",
      scoreTable: false,
      ignore: [],
      ...settings,
    },
  };
}

/** Labels V0, V1 … of so many versions. */
export function labels(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `V${index}`);
}

/** The ids of a question's options as printed. */
export function optionIds(item: Item): string[] {
  return (item.body as Choice).options.map(({ id }) => id);
}

export function printed(version: Version, id: string): ArrangedQuestion {
  const found = printedQuestions(version).find(({ question }) => question.id === id);
  if (!found) throw new Error(`${version.label} has no question ${id}`);
  return found;
}

/** Any id an author may write, from any script, or one that trips over an object's own properties. */
export const ids = fc.oneof(
  fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,6}$/),
  fc.constantFrom("__proto__", "constructor", "entropía", "エントロピー", "o10", "o2", "o1"),
);

const choices = (min: number) =>
  fc
    .uniqueArray(
      fc.record({ id: ids, correct: fc.boolean(), pin: fc.constantFrom("here", "first", "last", ...none(6)) }),
      {
        selector: ({ id }) => id,
        minLength: min,
        maxLength: 7,
      },
    )
    .map((options) => ({ options: options.map(({ id, correct, pin }) => option(id, correct, pin)) }) as Choice);

function none(times: number): undefined[] {
  return Array(times).fill(undefined);
}

const shuffles = {
  shuffle: fc.constantFrom(true, false, ...none(2)),
  pin: fc.constantFrom("first", "last", ...none(4)),
} as const;

/** A question of the given id: a choice, an open one, or one with parts. */
function questionOf(id: string): fc.Arbitrary<Question> {
  return fc
    .record({ ...shuffles, body: choices(2), parts: fc.uniqueArray(ids, { maxLength: 3 }), open: fc.boolean() })
    .map(({ shuffle, pin, body, parts, open }) => {
      const more = { ...(shuffle !== undefined && { shuffle }), ...(pin && { pin }) };
      if (open) return question(id, "open", { ownSpace: false }, more);
      if (parts.length === 0) return question(id, "multiple", body, more);
      return question(id, "parts", undefined, { ...more, parts: parts.map((own) => part(own, "multiple", body)) });
    });
}

/** Whole exams: sections of questions with distinct ids, any seed, one to six versions, shuffled in any way. */
export const exams: fc.Arbitrary<Exam> = fc
  .uniqueArray(ids, { minLength: 1, maxLength: 10 })
  .chain((all) =>
    fc.record({
      questions: fc.tuple(...all.map(questionOf)),
      cuts: fc.array(fc.nat(all.length), { maxLength: 3 }),
      sectionShuffles: fc.array(fc.constantFrom(true, false, undefined), { minLength: 4, maxLength: 4 }),
      seed: fc.string(),
      versions: fc.integer({ min: 1, max: 6 }),
      shuffle: fc.record({ options: fc.boolean(), questions: fc.boolean() }),
    }),
  )
  .map(({ questions, cuts, sectionShuffles, seed, versions, shuffle }) => {
    const bounds = [0, ...cuts.toSorted((a, b) => a - b), questions.length];
    const sections = bounds.slice(1).map((end, index) => {
      const own = sectionShuffles[index];
      return section(questions.slice(bounds[index], end), own === undefined ? {} : { shuffle: own });
    });
    return exam(sections, { seed, versions: labels(versions), shuffle });
  });

/** The same exam with other settings. */
export const withSettings = (source: Exam, settings: Partial<Exam["settings"]>): Exam => ({
  ...source,
  settings: { ...source.settings, ...settings },
});
