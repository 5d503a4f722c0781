import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Difference } from "./difference.ts";

/** Positions told of one difference beside the first. */
const MOST = 3;

const HINT = "Take the change back, or accept it with `exam lock --relock` when the papers are printed anew.";
const UNSEEN = "Only a print tells whether it shows: `exam build` compares it.";

/** What is different in each version, by label. */
export type Differences = ReadonlyMap<string, readonly Difference[]>;

/** Differences as problems: each told once, with all versions it is in. `places` is a plan's. */
export function tellDifferences(
  differences: Differences,
  { places, isPrinted }: { readonly places: ReadonlyMap<string, Place>; readonly isPrinted: boolean },
): Problem[] {
  const groups = new Map<string, { readonly difference: Difference; readonly spots: Spots }>();
  for (const [label, ofVersion] of differences) {
    for (const difference of ofVersion) {
      const { rule, change, written } = difference;
      const key = JSON.stringify([rule, change, written]);
      const group = groups.get(key) ?? { difference, spots: new Map() };
      groups.set(key, group);
      const spot = spotOf(difference);
      group.spots.set(spot, [...(group.spots.get(spot) ?? []), label]);
    }
  }
  return [...groups.values()].map(({ difference, spots }) => {
    const place = difference.written?.map((key) => places.get(key)).find((found) => found !== undefined);
    return {
      severity: "error",
      rule: difference.rule,
      message: messageOf(difference, spots, differences.size),
      hint: difference.hint ?? (!isPrinted && difference.rule === "locked-look" ? `${UNSEEN} ${HINT}` : HINT),
      ...(place && { place }),
    };
  });
}

/** "question 3: option b", each with the versions it is there in. */
type Spots = Map<string, string[]>;

function spotOf({ at, subject }: Difference): string {
  return [at && `question ${at}`, subject].filter(Boolean).join(": ");
}

/** "Version A, question 3: option b would read … instead of … (version B, question 1: option d)". */
function messageOf({ subject, change }: Difference, spots: Spots, versions: number): string {
  const [[spot, labels] = ["", []], ...others] = [...spots];
  const of = labels.length === versions && versions > 1 ? "Every version" : `Version${nameLabels(labels)}`;
  const lead = of + (spot === "" ? "" : spot === subject ? `: ${spot}` : `, ${spot}`);
  const sentence = `${lead}${subject === undefined ? ": " : " "}${change}`;
  if (others.length === 0) return sentence;
  const told = others.slice(0, MOST).map(([spot, labels]) => `version${nameLabels(labels)}, ${spot}`);
  const rest = others.slice(MOST).flatMap(([, labels]) => labels);
  return `${sentence} (${[...told, ...(rest.length > 0 ? [`and in version${nameLabels(rest)}`] : [])].join("; ")})`;
}

/** " A", "s A and B", "s A, B and 12 more": what follows "version". */
export function nameLabels(labels: readonly string[]): string {
  if (labels.length < 2) return ` ${labels.join("")}`;
  const shown = labels.length > 6 ? [...labels.slice(0, 5), `${labels.length - 5} more`] : labels;
  return `s ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
