import { compareItem, type ItemIdentity } from "./compare-item.ts";
import { compareMoves, type FullQuestion, type PairedQuestion } from "./compare-moves.ts";
import { compareTexts } from "./compare-texts.ts";
import type { Difference } from "./difference.ts";
import type { DealtQuestion, Lock, LockedQuestion } from "./lock.ts";
import { quote } from "./quote.ts";

/** All that one version prints of an exam's texts. */
export interface DealtVersion extends Pick<Lock, "head" | "sections" | "questions"> {
  readonly dealt: readonly DealtQuestion[];
  /** Of all questions there are; default: of those that some version prints. */
  readonly ids?: ReadonlySet<string>;
}

/** What a version would print otherwise than was locked. */
export function compareVersion(before: DealtVersion, after: DealtVersion): Difference[] {
  const pairs = pairQuestions(before, after);
  const gone = pairs.filter(({ after }) => !after);
  const added = pairs.filter(({ before }) => !before);
  return [
    ...compareHead(before.head, after.head),
    ...compareSections(before.sections, after.sections),
    ...gone.map(({ before: one }) => goneQuestion(one as FullQuestion)),
    ...added.map(({ after: one }) => addedQuestion(one as FullQuestion)),
    ...pairs.flatMap(({ before: one, after: other }) => (one && other ? compareQuestion(one, other) : [])),
    ...compareMoves(pairs, before.sections.length === after.sections.length),
  ];
}

function fullQuestions({ questions, dealt }: DealtVersion): FullQuestion[] {
  const byId = new Map(questions.map((item) => [item.id, item]));
  return dealt.flatMap((one) => {
    const item = byId.get(one.id);
    return item ? [{ item, dealt: one }] : [];
  });
}

/** By id, or else by its words; a question whose id was made from these has another one when they change: it is known by its number. */
function pairQuestions(before: DealtVersion, after: DealtVersion): PairedQuestion[] {
  const planned = new Map(fullQuestions(after).map((one) => [one.item.id, one]));
  const printed = fullQuestions(before);
  const known = new Set(printed.map(({ item }) => item.id));
  const strangers = new Set([...planned.values()].filter(({ item }) => !known.has(item.id)));
  const [ids, formerIds] = [idsOf(after), idsOf(before)];
  const words = ({ item }: FullQuestion) => JSON.stringify([item.title, item.stem]);
  const find = (test: (one: FullQuestion) => boolean) => [...strangers].find(test);
  const pairs = printed.map((one): PairedQuestion => {
    const isSuccessor = ({ item, dealt }: FullQuestion) =>
      !formerIds.has(item.id) && item.kind === one.item.kind && dealt.number === one.dealt.number;
    const other =
      planned.get(one.item.id) ??
      find((candidate) => words(candidate) === words(one)) ??
      // A question that is still there, only not in this version, has no successor.
      (ids.has(one.item.id) ? undefined : find(isSuccessor));
    if (!other) return { before: one };
    strangers.delete(other);
    return { before: one, after: other };
  });
  return [...pairs, ...[...strangers].map((one) => ({ after: one }))];
}

function idsOf({ ids, questions }: DealtVersion): ReadonlySet<string> {
  return ids ?? new Set(questions.map(({ id }) => id));
}

function compareHead(before: Lock["head"], after: Lock["head"]): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const written = [`head.${key}`];
    if (key === "names") return before.names === after.names ? [] : [otherNames(after)];
    const name = key === "opening" ? "the opening text" : `"${key}"`;
    return compareTexts(name, { before: before[key], after: after[key] }, { written }).map((difference) =>
      key === "template" ? { ...difference, rule: "locked-look" } : difference,
    );
  });
}

/** Surname and name have a box each, unless a class list does not part them. */
function otherNames({ names }: Lock["head"]): Difference {
  return {
    rule: "locked-text",
    change: `names would have ${names ? "one box" : "a box for the surname and one for the rest"}`,
    hint: "The columns of the class list decide that: lock the papers with the list they are for, `exam lock --roster`.",
  };
}

function compareSections(before: Lock["sections"], after: Lock["sections"]): Difference[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): Difference[] => {
    const [one, other] = [before[index], after[index]];
    const about = { written: [`section.${index + 1}`] };
    const name = `section ${index + 1}`;
    if (!one || !other) {
      const title = quote((one ?? other)?.title ?? "");
      return [{ rule: "locked-text", ...about, change: `${name} (${title}) would be ${one ? "gone" : "added"}` }];
    }
    const kept: Difference[] =
      one.keep === other.keep
        ? []
        : [
            {
              rule: "locked-look",
              ...about,
              change: `${name} would ${other.keep ? "" : "no more "}be kept on one page`,
            },
          ];
    return [
      ...compareTexts(`the title of ${name}`, { before: one.title, after: other.title }, about),
      ...compareTexts(`the text of ${name}`, { before: one.text, after: other.text }, about),
      ...kept,
    ];
  }).flat();
}

function goneQuestion({ item, dealt }: FullQuestion): Difference {
  const change = `it would be gone (${quote(wordsOf(item))})`;
  return { rule: "locked-question", at: String(dealt.number), change, written: [item.id] };
}

function addedQuestion({ item, dealt }: FullQuestion): Difference {
  const change = `would be added (${quote(wordsOf(item))})`;
  return { rule: "locked-question", subject: `a question ${dealt.number}`, change, written: [item.id] };
}

function wordsOf({ title, stem, id }: LockedQuestion) {
  return title ?? stem ?? id;
}

function compareQuestion(before: FullQuestion, after: FullQuestion): Difference[] {
  const identity: ItemIdentity = { key: after.item.id, at: String(before.dealt.number) };
  return [...compareItem(before, after, identity), ...compareParts(before, after, identity)];
}

/** Parts never move, so each is known by its letter. */
function compareParts(before: FullQuestion, after: FullQuestion, { key, at }: ItemIdentity): Difference[] {
  const [printed, planned] = [partsOf(before), partsOf(after)];
  return Array.from({ length: Math.max(printed.length, planned.length) }, (_, index): Difference[] => {
    const [one, other] = [printed[index], planned[index]];
    const letter = (one ?? other)?.dealt.part;
    if (one && other) return compareItem(one, other, { key: `${key}.${other.item.id}`, at: `${at} (${letter})` });
    const change = `its part (${letter}) would be ${one ? "gone" : "added"}`;
    return [{ rule: "locked-text", at, change, written: [`${key}.${other?.item.id}`, key] }];
  }).flat();
}

function partsOf({ item, dealt }: FullQuestion) {
  return (item.parts ?? []).flatMap((part, index) => {
    const own = dealt.parts?.[index];
    return own ? [{ item: part, dealt: own }] : [];
  });
}
