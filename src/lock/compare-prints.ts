import type { Problem } from "../model/problem.ts";
import { compareVersion } from "./compare-version.ts";
import type { Difference } from "./difference.ts";
import type { Lock, LockedCopy, LockedVersion } from "./lock.ts";
import type { PrintedExam, PrintedVersion } from "./lock-of.ts";
import type { LockPlan } from "./lock-plan.ts";
import { tellDifferences } from "./tell.ts";

/**
 * What of the papers printed now is not, byte for byte, what was locked, though their words are the same. Versions and copies that
 * were not printed now, or are not locked, are left out.
 */
export function comparePrints(lock: Lock, plan: LockPlan, printed: Omit<PrintedExam, "digests">): Problem[] {
  const cause = causeOf(lock.generator, printed.generator);
  const planned = new Map(plan.versions.map(({ label, questions }) => [label, questions]));
  const differences = new Map<string, readonly Difference[]>();
  const changed = new Set<string>();
  for (const version of lock.versions) {
    const [now, dealt] = [printed.versions.get(version.label), planned.get(version.label)];
    if (!now || !dealt) continue;
    const isSame = version.student.sha256 === now.student.sha256;
    if (!isSame) changed.add(version.label);
    const found = isSame ? [] : compareVersion({ ...lock, dealt: version.questions }, { ...plan, dealt });
    const looks = found.filter(({ rule }) => rule === "locked-look");
    // What is known by the words has been told before anything was printed.
    const isTold = found.some(({ rule }) => rule !== "locked-look" && rule !== "locked-answer");
    differences.set(version.label, isSame || isTold ? [] : [...comparePaper(version, now, { looks, cause }), ...looks]);
  }
  return [
    ...tellDifferences(differences, { places: plan.places, isPrinted: true }),
    ...compareCopies(lock.copies ?? [], printed.copies, changed),
  ];
}

/** What made the difference: what is known to be set otherwise, or else what may be. */
interface Causes {
  readonly looks: readonly Difference[];
  readonly cause: string;
}

function comparePaper(
  { student, questions }: LockedVersion,
  { student: now }: PrintedVersion,
  { looks, cause }: Causes,
): Difference[] {
  const why = looks.length > 0 ? "" : `; ${cause}`;
  if (student.pages !== now.pages)
    return [{ rule: "locked-pages", change: `it would have ${pages(now.pages)} instead of ${student.pages}${why}` }];
  const moved = questions.filter(({ number, page }) => now.itemPages[number - 1] !== page);
  if (moved.length > 0) {
    const [first] = moved;
    const to = now.itemPages[(first?.number ?? 1) - 1];
    const more = moved.length > 1 ? `, and ${moved.length - 1} more on another page` : "";
    const change = `question ${first?.number} would begin on page ${to} instead of ${first?.page}${more}${why}`;
    return [{ rule: "locked-pages", change }];
  }
  if (looks.length > 0) return [];
  return [{ rule: "locked-look", change: `its words and pages stay, but it would not be the same print${why}` }];
}

function pages(count: number): string {
  return count === 1 ? "1 page" : `${count} pages`;
}

/** What may have made the difference. */
function causeOf(locked: Lock["generator"], now: Lock["generator"]): string {
  const changes = [
    ...(locked.version === now.version ? [] : [`exam ${locked.version}, this is ${now.version}`]),
    ...(locked.browser === now.browser ? [] : [`${locked.browser}, this is ${now.browser}`]),
  ];
  return changes.length > 0
    ? `it was printed with ${changes.join(", and with ")}`
    : "something of its template, its styles or its typefaces changed";
}

/** Students told one by one; of more, their number is told. */
const MOST = 5;

/** A student's paper is of another version, or says another name. `changed` are versions that differ as a whole. */
function compareCopies(
  locked: readonly LockedCopy[],
  printed: PrintedExam["copies"],
  changed: ReadonlySet<string>,
): Problem[] {
  const now = new Map(printed.map((copy) => [copy.file, copy]));
  const found = locked.flatMap(({ file, version, sha256 }): Problem[] => {
    const copy = now.get(file);
    if (!copy || copy.sha256 === sha256) return [];
    const problem = { severity: "error", rule: "locked-copy", ...(copy.place && { place: copy.place }) } as const;
    if (copy.version !== version) {
      const message = `${file} would be of version ${copy.version} instead of ${version}`;
      return [{ ...problem, message, hint: "Name the version that was handed out in the column `version`." }];
    }
    if (changed.has(version)) return [];
    const message = `${file} would not be the same print, though version ${version} is`;
    const hint = "What is printed of the student has changed; `exam lock --relock` accepts that.";
    return [{ ...problem, message, hint }];
  });
  if (found.length <= MOST) return found;
  const message = `The papers of ${found.length - MOST} more students would change`;
  const hint = "New students come at the end of the class list, or have a version in the column `version`.";
  return [...found.slice(0, MOST), { severity: "error", rule: "locked-copy", message, hint }];
}
