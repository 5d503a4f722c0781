import { compareOptions, type DealtItem } from "./compare-options.ts";
import { compareTexts } from "./compare-texts.ts";
import type { Difference, LockRule } from "./difference.ts";
import type { LockedItem } from "./lock.ts";

/** Which item is compared: its key in `LockPlan.places` and its number on the printed paper. */
export interface ItemIdentity {
  readonly key: string;
  readonly at: string;
}

/** What one version would print otherwise of a question or a part, its parts left out. */
export function compareItem(before: DealtItem, after: DealtItem, { key, at }: ItemIdentity): Difference[] {
  const [printed, planned] = [before.item, after.item];
  const text = (name: string, of: "title" | "stem" | "after") =>
    compareTexts(name, { before: printed[of], after: planned[of] }, { at, written: [`${key}#${of}`, key] });
  return [
    ...text("its title", "title"),
    ...text("its text", "stem"),
    ...compareTraits(printed, planned).map((trait): Difference => ({ ...trait, at, written: [key] })),
    ...compareAnswerArea(printed, planned, { key, at }),
    ...compareOptions(before, after, { key, at }),
    ...text("the text behind its answer", "after"),
  ];
}

/** All that is no text: what is said of the question, and how it is set. */
function compareTraits(printed: LockedItem, planned: LockedItem): Pick<Difference, "rule" | "change">[] {
  const worth = ({ points }: LockedItem) => `${points} ${points === 1 ? "point" : "points"}`;
  const traits: readonly (readonly [trait: keyof LockedItem, rule: LockRule, change: string])[] = [
    ["kind", "locked-text", `its kind would be ${planned.kind} instead of ${printed.kind}`],
    ["points", "locked-text", `it would be worth ${worth(planned)} instead of ${worth(printed)}`],
    ["bonus", "locked-text", `it would ${planned.bonus ? "" : "no more "}be a bonus question`],
    ["columns", "locked-look", `its options would stand in ${columns(planned)} instead of ${columns(printed)}`],
    ["newPage", "locked-look", `it would ${planned.newPage ? "" : "no more "}begin a new page`],
    ["keep", "locked-look", `it would ${planned.keep === false ? "no more " : ""}be kept on one page`],
  ];
  return traits.flatMap(([trait, rule, change]) => (printed[trait] === planned[trait] ? [] : [{ rule, change }]));
}

function columns({ columns }: LockedItem): string {
  if (columns === undefined) return "as many columns as fit";
  return columns === 1 ? "1 column" : `${columns} columns`;
}

/** What is printed with the answer and has no letter: units, heads of columns, numbered lines. */
function compareAnswerArea(printed: LockedItem, planned: LockedItem, { key, at }: ItemIdentity): Difference[] {
  const unlettered = ({ options = [] }: LockedItem) => options.filter(({ id }) => id === undefined);
  const [before, after] = [unlettered(printed), unlettered(planned)];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const label = (before[index] ?? after[index])?.label;
    const name = label === undefined ? "its answer area" : `line ${label} of its answer`;
    const texts = { before: before[index]?.text, after: after[index]?.text };
    return compareTexts(name, texts, { at, written: [key] });
  }).flat();
}
