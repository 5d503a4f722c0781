import type { Difference } from "./difference.ts";
import type { Dealt, LockedItem, LockedText } from "./lock.ts";
import { quote, wouldRead } from "./quote.ts";

/** An item as one version prints it: its texts, its letters and its answer. */
export interface DealtItem {
  readonly item: LockedItem;
  readonly dealt: Omit<Dealt, "id">;
}

/** A lettered thing on paper. */
interface Lettered {
  readonly letter: string;
  readonly id: string;
  readonly text: LockedText;
}

type About = Pick<Difference, "at"> & { readonly key: string };

/**
 * What students would read behind another letter, or no more, and what answer would be right. Things are told apart by what
 * they say, for ids that are counted change with their places.
 */
export function compareOptions(before: DealtItem, after: DealtItem, { key, at }: About): Difference[] {
  const [printed, planned] = [letteredOf(before), letteredOf(after)];
  const partners = pair(printed, planned);
  const written = (id: string | undefined) => ({ written: [`${key}#option.${id}`, key] });
  const place = at === undefined ? {} : { at };

  const differences: Difference[] = [];
  for (const one of printed) {
    const other = partners.get(one);
    const subject = `option ${one.letter}`;
    if (!other)
      differences.push({
        rule: "locked-text",
        ...place,
        subject,
        change: `(${quote(one.text)}) would be gone`,
        written: [key],
      });
    else if (!isSame(one.text, other.text)) {
      const change = wouldRead(other.text, one.text);
      differences.push({ rule: "locked-text", ...place, subject, change, ...written(other.id) });
    }
  }
  const known = new Set(partners.values());
  for (const other of planned.filter((one) => !known.has(one))) {
    const subject = `option ${other.letter}`;
    const change = `would be ${quote(other.text)}, which is not printed`;
    differences.push({ rule: "locked-text", ...place, subject, change, ...written(other.id) });
  }
  const moved = printed.some((one) => (partners.get(one)?.letter ?? one.letter) !== one.letter);
  const answer = answerChange(before.dealt.answer, after.dealt.answer);
  if (moved) {
    const letters = printed.map((one) => partners.get(one)?.letter ?? "–").join(" ");
    const order = `its options ${printed.map(({ letter }) => letter).join(" ")} would be lettered ${letters}`;
    const change = [order, answer].filter(Boolean).join("; ");
    differences.push({ rule: "locked-order", ...place, change, written: [key] });
  } else if (answer) differences.push({ rule: "locked-answer", ...place, change: answer, written: [key] });
  return differences;
}

function letteredOf({ item, dealt }: DealtItem): Lettered[] {
  const texts = new Map(item.options?.map(({ id, text }) => [id, text]));
  return Object.entries(dealt.options ?? {}).map(([letter, id]) => ({ letter, id, text: texts.get(id) ?? "" }));
}

/** Which of the things planned is which of those printed: the one that says the same, else bears its id, else its letter. */
function pair(printed: readonly Lettered[], planned: readonly Lettered[]): Map<Lettered, Lettered> {
  const partners = new Map<Lettered, Lettered>();
  const free = new Set(planned);
  const rules: ((one: Lettered, other: Lettered) => boolean)[] = [
    (one, other) => isSame(one.text, other.text) && one.letter === other.letter,
    (one, other) => isSame(one.text, other.text) && one.id === other.id,
    (one, other) => isSame(one.text, other.text),
    (one, other) => one.id === other.id,
    (one, other) => one.letter === other.letter,
  ];
  for (const rule of rules) {
    for (const one of printed) {
      if (partners.has(one)) continue;
      const other = [...free].find((candidate) => rule(one, candidate));
      if (!other) continue;
      partners.set(one, other);
      free.delete(other);
    }
  }
  return partners;
}

function isSame(one: LockedText, other: LockedText): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function answerChange(before = "", after = ""): string | undefined {
  return before === after ? undefined : `answer ${shown(before)} would become ${shown(after)}`;
}

/** Letters, pairs and orders as they are, words in quotes. */
function shown(answer: string): string {
  if (answer === "") return "(none)";
  return /^([a-z]+|\d+-[a-z]+)(;([a-z]+|\d+-[a-z]+))*$/.test(answer) && answer.length < 60 ? answer : quote(answer);
}
