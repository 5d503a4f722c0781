import { toString as textOf } from "mdast-util-to-string";
import type { CrossReference } from "../model/content.ts";
import { allQuestions, type Exam, type Item, type Question } from "../model/exam.ts";
import { slugOf } from "./identify.ts";
import { referencesIn } from "./references.ts";

/** A question without an id of its author's, and the one to write. */
export interface NewId {
  readonly question: Question;
  readonly id: string;
}

/** Words of a question that its id takes, and their length in characters at most. */
const WORDS = 6;
const CHARACTERS = 40;

/**
 * An id for each question of an exam, or of the files it includes, that has none of its author's, file by file.
 * One that was made from a title stays as it is, so that nothing changes; one that hangs on the text is made from its
 * first words, unless a reference names it or the exam `isPrinted`. None is one that anything else has, or that a reference
 * names.
 */
export function newIds(exam: Exam, leftOut: readonly Question[], isPrinted = false): NewId[] {
  const questions = inFileOrder([...allQuestions(exam), ...leftOut]);
  const named = new Set(referencesIn([exam, leftOut]).flatMap(({ target }: CrossReference) => target.split(".")));
  const taken = new Set([...named, ...questions.flatMap(idsInside), ...exam.sections.flatMap(({ id }) => id ?? [])]);
  const used = new Set(questions.flatMap(({ id, idFrom }) => (idFrom === "author" ? id : [])));
  const nameless = questions.filter(({ idFrom }) => idFrom !== "author");
  const keeping = new Set<Question>();
  for (const question of nameless) {
    const { id, idFrom } = question;
    if (used.has(id) || !isId(id) || (idFrom === "text" && !isPrinted && !named.has(id))) continue;
    keeping.add(question);
    used.add(id);
  }
  return nameless.map((question, index) => {
    if (keeping.has(question)) return { question, id: question.id };
    const base = wordsOf(question) || `question-${index + 1}`;
    let id = base;
    for (let count = 2; used.has(id) || taken.has(id); count++) id = `${base}-${count}`;
    used.add(id);
    return { question, id };
  });
}

/** Questions file by file; one in a file that is included twice was read twice. */
function inFileOrder(questions: readonly Question[]): Question[] {
  const files = [...new Set(questions.map(({ place }) => place.file))];
  return files.flatMap((file) => {
    const here = questions.filter(({ place }) => place.file === file);
    const each = new Map(here.map((question) => [question.place.start.offset, question]));
    return [...each.values()].sort((one, other) => one.place.start.offset - other.place.start.offset);
  });
}

/** What `{#…}` may hold: see `parseAttributes`. */
function isId(text: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(text);
}

/** The ids of parts and options, which a reference inside the question names without the question's. */
function idsInside(question: Question): string[] {
  return [question, ...question.parts].flatMap((item: Item) => [
    ...(item === question ? [] : [item.id]),
    ...optionIds(item.body),
  ]);
}

function optionIds(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(optionIds);
  if (typeof data !== "object" || data === null) return [];
  const { id } = data as { readonly id?: unknown };
  return [...(typeof id === "string" ? [id] : []), ...Object.values(data).flatMap(optionIds)];
}

/** The first words of a title, else of what is asked, as an id. Never of what is right: an id is no secret. */
function wordsOf({ title, stem, after, parts }: Question): string {
  const texts = [title, stem, after, ...parts.flatMap((part) => [part.title, part.stem])];
  const words =
    texts
      .map((text) => slugOf(textOf(text)).replace(/^\p{M}+/u, ""))
      .find(Boolean)
      ?.split("-") ?? [];
  let id = "";
  for (const word of words.slice(0, WORDS)) {
    const longer = id ? `${id}-${word}` : cut(word);
    if (longer.length > CHARACTERS) break;
    id = longer;
  }
  return id;
}

/** Scripts without spaces have words as long as sentences. */
function cut(word: string): string {
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if ((short + segment).length > CHARACTERS / 2) break;
    short += segment;
  }
  return short || [...word].slice(0, 1).join("");
}
