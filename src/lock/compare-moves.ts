import type { Difference } from "./difference.ts";
import type { DealtQuestion, LockedQuestion } from "./lock.ts";

/** A question's texts with its place in one version. */
export interface FullQuestion {
  readonly item: LockedQuestion;
  readonly dealt: DealtQuestion;
}

/** A printed question and what it would become; one of the two is absent where it would be gone or is new. */
export interface PairedQuestion {
  readonly before?: FullQuestion;
  readonly after?: FullQuestion;
}

/** Moves told one by one; of more, their number is told. */
const MOST = 6;

/** Questions that would have another number, or stand in another section. */
export function compareMoves(pairs: readonly PairedQuestion[], sameSections: boolean): Difference[] {
  const both = pairs.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const renumbered = both.filter(({ before, after }) => before.dealt.number !== after.dealt.number);
  const moves = renumbered.map(({ before, after }) => `${before.dealt.number} would become ${after.dealt.number}`);
  const more = moves.length > MOST ? [`and ${moves.length - MOST} more questions would have another number`] : [];
  const [first] = renumbered;
  const resettled = both.filter(({ before, after }) => sameSections && before.dealt.section !== after.dealt.section);
  return [
    ...(first
      ? [
          {
            rule: "locked-order",
            change: `question ${[...moves.slice(0, MOST), ...more].join(", ")}`,
            written: [first.after.item.id],
          } as const,
        ]
      : []),
    ...resettled.map(
      ({ before, after }): Difference => ({
        rule: "locked-order",
        at: String(before.dealt.number),
        change: `it would stand in section ${after.dealt.section} instead of ${before.dealt.section}`,
        written: [after.item.id],
      }),
    ),
  ];
}
