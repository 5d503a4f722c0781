import { wordsFor } from "../languages/words.ts";
import type { Block } from "../model/content.ts";
import { allQuestions, type Exam, type Item, type Question } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import { type Answer, type ArrangedQuestion, letterAt, printedQuestions, type Version } from "../model/version.ts";
import { kindOf } from "../questions/index.ts";
import type { AnyKind } from "../questions/kind.ts";
import { headOf } from "./head-of.ts";
import type { Dealt, DealtQuestion, Lock, LockedItem, LockedOption, LockedQuestion } from "./lock.ts";
import { printedLine, printedMarkdown } from "./printed-markdown.ts";

/** What a lock says of an exam before anything is printed, and where each thing was written. */
export interface LockPlan extends Pick<Lock, "exam" | "source" | "banks" | "seed" | "head" | "sections" | "questions"> {
  readonly versions: readonly { readonly label: string; readonly questions: readonly DealtQuestion[] }[];
  /** Of all questions there are, whether a version prints them or not. */
  readonly ids: ReadonlySet<string>;
  /** By `head.title`, `section.1`, `question`, `question.part`, and what hangs on these: `#title`, `#stem`, `#after`, `#option.id`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** What the pages of an exam depend on, beside the exam. */
export interface PlanOptions {
  /** Those a question may be of. Default: those every exam has. */
  readonly kinds?: readonly AnyKind[];
  /** Whether one box takes the place of those for surname and name. Default false. */
  readonly wholeNames?: boolean;
}

/** What a lock says of an exam's versions. */
export function planLock(
  exam: Exam,
  versions: readonly Version[],
  { kinds, wholeNames = false }: PlanOptions = {},
): LockPlan {
  const { settings } = exam;
  const places = new Map<string, Place>();
  const planner = new Planner(exam, places, kinds);
  const printed = new Map(
    versions
      .flatMap(printedQuestions)
      .map(({ question }) => [question.id, question] as const)
      .reverse(),
  );
  for (const [key, place] of Object.entries(exam.settingPlaces)) places.set(`head.${key}`, place);
  for (const { id, place } of allQuestions(exam)) places.set(id, place);
  for (const [index, { place }] of exam.sections.entries()) places.set(`section.${index + 1}`, place);
  planner.notePlace("head.opening", exam.opening, exam.file);
  const texts = {
    head: headOf(exam, wholeNames),
    sections: exam.sections.map(({ title, text, keep }) => ({
      ...said("title", printedLine(title)),
      ...said("text", printedMarkdown(text)),
      ...(keep && { keep }),
    })),
    questions: allQuestions(exam).flatMap(({ id }) => {
      const question = printed.get(id);
      return question ? [planner.question(question)] : [];
    }),
  };
  const macros = usedMacros(settings.macros, JSON.stringify(texts));
  return {
    exam: exam.name,
    source: exam.sha256,
    ...(exam.banks.length > 0 && { banks: [...exam.banks] }),
    seed: settings.seed,
    ...texts,
    ...(macros.length > 0 && { head: { ...texts.head, macros } }),
    versions: versions.map((version) => ({ label: version.label, questions: planner.deal(version) })),
    ids: new Set(allQuestions(exam).map(({ id }) => id)),
    places,
  };
}

/** The macros that some formula needs, each with its TeX; `texts` is JSON. */
function usedMacros(macros: Exam["settings"]["macros"], texts: string): string[] {
  const used = new Map<string, string>();
  const isNamed = (name: string) =>
    [texts, ...used.values()].some((text) => text.includes(JSON.stringify(name).slice(1, -1)));
  for (let known = -1; known < used.size; ) {
    known = used.size;
    for (const [name, tex] of Object.entries(macros)) if (isNamed(name)) used.set(name, JSON.stringify(tex));
  }
  return Object.entries(macros).flatMap(([name, tex]) => (used.has(name) ? [`${name}: ${tex}`] : []));
}

/** Reads off an exam's items what is locked of them. */
class Planner {
  readonly #exam: Exam;
  readonly #places: Map<string, Place>;
  readonly #kinds: readonly AnyKind[] | undefined;

  constructor(exam: Exam, places: Map<string, Place>, kinds: readonly AnyKind[] | undefined) {
    this.#exam = exam;
    this.#places = places;
    this.#kinds = kinds;
  }

  question(question: Question): LockedQuestion {
    const parts = question.parts.map((part) => this.#item(part, `${question.id}.${part.id}`));
    return { ...this.#item(question, question.id), ...(parts.length > 0 && { parts }) };
  }

  /** The questions of a version: their places, their letters and their answers. */
  deal({ sections }: Version): DealtQuestion[] {
    return sections.flatMap(({ questions }, index) =>
      questions.map(({ number, question, answer, parts }) => ({
        number,
        id: question.id,
        ...(sections.length > 1 && { section: index + 1 }),
        ...this.#dealt(question, answer),
        ...(parts.length > 0 && {
          parts: parts.map(({ letter, part, answer }) => ({ part: letter, id: part.id, ...this.#dealt(part, answer) })),
        }),
      })),
    );
  }

  /** Notes where blocks were written. */
  notePlace(key: string, blocks: readonly Block[], file: string): void {
    const start = blocks[0]?.position?.start;
    const end = blocks.at(-1)?.position?.end;
    if (start?.offset === undefined || end?.offset === undefined) return;
    const point = ({ line, column, offset = 0 }: typeof start) => ({ line, column, offset });
    this.#places.set(key, { file, start: point(start), end: point(end) });
  }

  #item(item: Item & Partial<ArrangedQuestion["question"]>, key: string): LockedItem {
    const { id, kind, points, place, bonus, columns, newPage, keep, title = [], stem, after } = item;
    const options = this.#options(item, key);
    this.#places.set(key, place);
    this.notePlace(`${key}#title`, title as Block[], place.file);
    this.notePlace(`${key}#stem`, stem, place.file);
    this.notePlace(`${key}#after`, after, place.file);
    return {
      id,
      kind,
      points,
      ...(bonus && { bonus }),
      ...(columns !== undefined && { columns }),
      ...(newPage && { newPage }),
      ...(keep === false && { keep }),
      ...(this.#exam.settings.titles && said("title", printedLine(title))),
      ...said("stem", printedMarkdown(stem)),
      ...(options.length > 0 && { options }),
      ...said("after", printedMarkdown(after)),
    };
  }

  /** What is printed with the answer; what has an id comes last, in the same order whatever the version. */
  #options(item: Item, key: string): LockedOption[] {
    if (item.kind === "parts") return [];
    const kind = kindOf(item.kind, this.#kinds);
    const words = wordsFor(this.#exam.settings.lang);
    const printed = kind.texts(item.body, words).printed;
    const ids = new Map(
      [...(kind.letters?.(item.body) ?? [])].map(([id, place]) => [
        printed.findLastIndex(({ label }) => label === words.optionLetter(place)),
        id,
      ]),
    );
    const options = printed.map(({ label, content }, index): LockedOption => {
      const id = ids.get(index);
      const text = printedMarkdown(content) ?? "";
      if (id === undefined) return { ...(label !== undefined && { label }), text };
      this.notePlace(`${key}#option.${id}`, content, item.place.file);
      return { id, text };
    });
    const named = options.filter(({ id }) => id !== undefined).sort(byId);
    return [...options.filter(({ id, text }) => id === undefined && text !== ""), ...named];
  }

  #dealt({ kind, body }: Item, answer: Answer | undefined): Omit<Dealt, "id"> {
    const letters = kind === "parts" ? undefined : kindOf(kind, this.#kinds).letters?.(body);
    const options = [...(letters ?? [])].sort(([, one], [, other]) => one - other);
    return {
      ...(options.length > 0 && {
        options: Object.fromEntries(options.map(([id, place]) => [letterAt(place), id])),
      }),
      ...(answer && answer.text !== "" && { answer: answer.text }),
    };
  }
}

function said<Name extends string>(name: Name, text: LockedOption["text"] | undefined) {
  return (text === undefined ? {} : { [name]: text }) as { readonly [_ in Name]?: LockedOption["text"] };
}

/** `o2` before `o10`, and these before the author's own, by code unit: the same on every machine. */
function byId({ id: one = "" }: LockedOption, { id: other = "" }: LockedOption): number {
  const place = (id: string) => Number(/^o([1-9]\d*)$/.exec(id)?.[1] ?? Number.POSITIVE_INFINITY);
  if (place(one) !== place(other)) return place(one) - place(other);
  return one < other ? -1 : Number(one > other);
}
