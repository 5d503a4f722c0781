import type { Exam } from "../model/exam.ts";

/** Arabic letters in a row that each have a mark. */
const VOCALISED = /(?:\p{Script=Arabic}[\u064B-\u065F\u0670\u06D6-\u06ED]+){3}/u;

/** Whether an exam has Arabic words written with their vowels, whose marks stand above and below each other. */
export function isVocalised(exam: Exam): boolean {
  const known = found.get(exam);
  if (known !== undefined) return known;
  const vocalised = VOCALISED.test(JSON.stringify([exam.settings, exam.opening, exam.sections]));
  found.set(exam, vocalised);
  return vocalised;
}

/** By exam: its documents are set alike, papers and keys. */
const found = new WeakMap<Exam, boolean>();
