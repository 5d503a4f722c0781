import type { Exam } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { compareVersion } from "./compare-version.ts";
import type { Difference } from "./difference.ts";
import type { Lock } from "./lock.ts";
import type { LockPlan } from "./lock-plan.ts";
import { nameLabels, tellDifferences } from "./tell.ts";

/** What a lock is compared with. */
export interface Comparison {
  readonly plan: LockPlan;
  /** The digest of a version's page; undefined where it is not known, as when another program set the locked one. */
  readonly digestOf?: (label: string) => string | undefined;
  /** The versions that are looked at; default all. */
  readonly only?: readonly string[];
}

/**
 * What the papers of an exam would be otherwise than locked, as far as that is known without printing them. Whether a paper
 * changes is decided by its digest, where there is one; the texts say how.
 */
export function compareLock(lock: Lock, { plan, digestOf, only }: Comparison): Problem[] {
  const isChosen = ({ label }: { readonly label: string }) => only?.includes(label) ?? true;
  const locked = lock.versions.filter(isChosen);
  const planned = new Map(plan.versions.filter(isChosen).map((version) => [version.label, version]));
  const differences = new Map<string, readonly Difference[]>();
  for (const { label, questions, student } of locked) {
    const version = planned.get(label);
    if (!version) continue;
    const found = compareVersion({ ...lock, dealt: questions }, { ...plan, dealt: version.questions });
    const digest = digestOf?.(label);
    if (digest === undefined) differences.set(label, found);
    else if (digest === student.html)
      differences.set(
        label,
        found.filter(({ rule }) => rule === "locked-answer"),
      );
    else differences.set(label, found.some(({ rule }) => rule !== "locked-answer") ? found : [...found, OTHER_LOOK]);
  }
  const seeded = lock.seed === plan.seed ? differences : withoutOrder(differences);
  return [
    ...(seeded === differences ? [] : tellSeed(lock.seed, plan, differences)),
    ...tellDifferences(seeded, { places: plan.places, isPrinted: false }),
    ...locked.filter(({ label }) => !planned.has(label)).map(({ label }) => goneVersion(label, plan)),
  ];
}

/** Versions that are to be built and are not locked: an error where every paper `isRequired` to be. */
export function tellUnlocked(lock: Lock, { plan, only }: Comparison, isRequired: boolean): Problem[] {
  const locked = new Set(lock.versions.map(({ label }) => label));
  const isNew = ({ label }: { readonly label: string }) => (only?.includes(label) ?? true) && !locked.has(label);
  const labels = plan.versions.filter(isNew).map(({ label }) => label);
  if (labels.length === 0) return [];
  const place = plan.places.get("head.versions");
  return [
    {
      severity: isRequired ? "error" : "note",
      rule: "unlocked-version",
      message: `Version${nameLabels(labels)} ${labels.length === 1 ? "is" : "are"} not locked yet`,
      hint: "`exam lock` locks what is new too; no printed paper changes by that.",
      ...(place && { place }),
    },
  ];
}

/** A note where sources are others than when the papers were locked. To be told where no printed paper changes by it. */
export function noteChangedSources(lock: Lock, exam: Exam): Problem[] {
  const banks = new Map(lock.banks?.map(({ source, sha256 }) => [source, sha256]));
  const changed = [
    ...(lock.source === exam.sha256 ? [] : [exam.source]),
    ...exam.banks.flatMap(({ source, sha256 }) => (banks.get(source) === sha256 ? [] : [source])),
  ];
  if (changed.length === 0) return [];
  const names = changed.length > 3 ? [...changed.slice(0, 2), `${changed.length - 2} more files`] : changed;
  const files = [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");
  const message = `${files} changed since the papers were locked; no printed paper changes by that`;
  return [{ severity: "note", rule: "lock-kept", message }];
}

const OTHER_LOOK: Difference = {
  rule: "locked-look",
  change:
    "it would look different, though all its words stay: something of its layout, its template or its styles changed",
  written: ["head.template"],
};

function goneVersion(label: string, { places }: LockPlan): Problem {
  const place = places.get("head.versions");
  return {
    severity: "error",
    rule: "locked-version",
    message: `Version ${label} is printed and would be no more`,
    hint: "A version that was printed keeps its place in `versions`; `--only` builds some of them.",
    ...(place && { place }),
  };
}

/** What another seed changes. */
const isOrder = ({ rule }: Difference) => rule === "locked-order" || rule === "locked-question";

function withoutOrder(differences: ReadonlyMap<string, readonly Difference[]>) {
  if (![...differences.values()].some((found) => found.some(isOrder))) return differences;
  return new Map([...differences].map(([label, found]) => [label, found.filter((one) => !isOrder(one))]));
}

/** Another seed deals all papers anew: that is said once, not of each question. */
function tellSeed(seed: string, plan: LockPlan, differences: ReadonlyMap<string, readonly Difference[]>): Problem[] {
  const place: Place | undefined = plan.places.get("head.seed");
  const labels = [...differences].flatMap(([label, found]) => (found.some(isOrder) ? [label] : []));
  return [
    {
      severity: "error",
      rule: "locked-order",
      message: `The seed "${plan.seed}" in place of "${seed}" would deal version${nameLabels(labels)} anew`,
      hint: `Papers that are printed keep their seed: \`seed: ${JSON.stringify(seed)}\`.`,
      ...(place && { place }),
    },
  ];
}
