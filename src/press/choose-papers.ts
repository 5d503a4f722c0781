import { copyNames } from "../export/copy-names.ts";
import type { Exam } from "../model/exam.ts";
import type { Problem } from "../model/problem.ts";
import { partOf, type Shard } from "../model/shard.ts";
import type { Student } from "../model/student.ts";
import type { Version } from "../model/version.ts";
import type { PrintOrder } from "./print-exam.ts";

/** Which papers of an exam are built. */
export interface PaperChoice {
  /** Labels of versions; default all. */
  readonly only?: readonly string[];
  /** The part of them that is built here; default all. */
  readonly shard?: Shard;
}

/** The papers that are built, and what is wrong with the choice. */
export interface ChosenPapers extends Pick<PrintOrder, "versions" | "copies"> {
  /** Labels of the versions that are built here or in another part. */
  readonly labels: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Chooses papers. The part of a shard is one of the students' copies, with the versions these are of, for a copy shares its
 * version's key; and one of the versions.
 */
export function choosePapers(
  exam: Exam,
  { versions, students }: { readonly versions: readonly Version[]; readonly students: readonly Student[] },
  { only, shard }: PaperChoice,
): ChosenPapers {
  const isChosen = (label: string) => only?.includes(label) ?? true;
  const names = copyNames(exam, students);
  const all = versions.filter(({ label }) => isChosen(label));
  const copies = students.flatMap((student, index) =>
    isChosen(student.version) ? [{ student, file: names[index] as string }] : [],
  );
  const labels = all.map(({ label }) => label);
  if (!shard) return { versions: all, copies, labels, problems: [] };
  const own = partOf(copies, shard);
  const needed = new Set([...own.map(({ student }) => student.version), ...partOf(labels, shard)]);
  const papers = copies.length || all.length;
  return {
    versions: all.filter(({ label }) => needed.has(label)),
    copies: own,
    labels,
    problems: shard.of > papers ? [tooManyParts(shard, papers)] : [],
  };
}

function tooManyParts({ of }: Shard, papers: number): Problem {
  const [there, most] =
    papers === 1 ? ["is 1 paper, which does", "1 part"] : [`are ${papers} papers, which do`, `${papers} parts at most`];
  return {
    severity: "error",
    rule: "too-many-parts",
    message: `There ${there} not make ${of} parts`,
    hint: `Build in ${most}.`,
  };
}
