import type { Place } from "../model/place.ts";
import { LOCK_FORMAT, type Lock, type LockedCopy } from "./lock.ts";
import type { LockPlan } from "./lock-plan.ts";

/** A printed document, as a lock knows it. */
interface Printed {
  readonly file: string;
  readonly pages: number;
  readonly sha256: string;
}

/** A version that was printed. */
export interface PrintedVersion {
  readonly student: Printed & { readonly itemPages: readonly number[] };
  /** Absent when no keys were asked for. */
  readonly key?: Printed;
}

/** All that was printed of an exam. */
export interface PrintedExam {
  readonly generator: Lock["generator"];
  /** By label. */
  readonly versions: ReadonlyMap<string, PrintedVersion>;
  /** Papers made out to students, with the version each sits and the line of the class list. */
  readonly copies: readonly (Printed & { readonly version: string; readonly place?: Place })[];
  /** Of the papers' pages, by label. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * The lock of an exam that was printed as planned, all its versions. `kept` are copies that were locked before; those
 * that were not printed now stay.
 */
export function lockOf(plan: LockPlan, printed: PrintedExam, kept: readonly LockedCopy[] = []): Lock {
  const { exam, source, banks, seed, head, sections, questions } = plan;
  const { name, version, browser } = printed.generator;
  const names = new Set(printed.copies.map(({ file }) => file));
  const copies = [
    ...printed.copies.map((copy) => ({ ...file(copy), version: copy.version })),
    ...kept.filter(({ file }) => !names.has(file)),
  ];
  return {
    format: LOCK_FORMAT,
    exam,
    source,
    ...(banks && { banks }),
    seed,
    generator: { name, version, browser },
    head,
    sections: [...sections],
    questions: [...questions],
    versions: plan.versions.map(({ label, questions }) => {
      const { student, key } = of(printed.versions, label);
      return {
        label,
        student: { ...file(student), html: of(printed.digests, label) },
        ...(key && { key: file(key) }),
        questions: questions.map(({ number, id, section, ...dealt }) => ({
          number,
          id,
          ...(section !== undefined && { section }),
          page: student.itemPages[number - 1] as number,
          ...dealt,
        })),
      };
    }),
    ...(copies.length > 0 && { copies }),
  };
}

function file({ file, pages, sha256 }: Printed): Printed {
  return { file, pages, sha256 };
}

function of<Value>(values: ReadonlyMap<string, Value>, label: string): Value {
  const value = values.get(label);
  if (value === undefined) throw new Error(`Expected version ${label} to be printed`);
  return value;
}
