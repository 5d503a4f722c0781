import type { Order } from "../kind.ts";
import type { Choice, Option } from "./options.ts";

/**
 * Options in a version's order. Pinned ones keep their place or go to their end; the others fill the places left.
 * A single right answer among those gets a balanced place, so that over the versions no letter is favoured.
 */
export function arrangeOptions(choice: Choice, order: Order): Choice {
  const { options } = choice;
  const places = fixedPlaces(options);
  if (!order.shuffle)
    return {
      options: fill(
        places,
        options.filter((option) => !isFixed(option, places)),
      ),
    };
  const free = options.filter((option) => !isFixed(option, places));
  const right = free.filter((option) => option.correct);
  const single = right.length === 1 && options.filter((option) => option.correct).length === 1 ? right[0] : undefined;
  const others = single ? free.filter((option) => option !== single) : free;
  const shuffled = order.permute(others.map((option) => option.id)).map((index) => others[index] as Option);
  if (single)
    shuffled.splice(
      order.balancedPlace(
        free.length,
        free.map((option) => option.id),
      ),
      0,
      single,
    );
  return { options: fill(places, shuffled) };
}

/** The places that pins decide: those sent to an end first, then those that stay where they were written. */
function fixedPlaces(options: readonly Option[]): (Option | undefined)[] {
  const first = options.filter((option) => option.pin === "first");
  const last = options.filter((option) => option.pin === "last");
  const places: (Option | undefined)[] = options.map(() => undefined);
  for (const [index, option] of first.entries()) places[index] = option;
  for (const [index, option] of last.entries()) places[options.length - last.length + index] = option;
  for (const [index, option] of options.entries())
    if (option.pin === "here") places[nearestFree(places, index)] = option;
  return places;
}

/** The place itself, or where others were sent to it, the nearest one that is free. */
function nearestFree(places: readonly (Option | undefined)[], wanted: number): number {
  const free = places.flatMap((option, index) => (option ? [] : [index]));
  return free.reduce(
    (best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best),
    free[0] ?? wanted,
  );
}

function isFixed(option: Option, places: readonly (Option | undefined)[]): boolean {
  return places.includes(option);
}

function fill(places: readonly (Option | undefined)[], free: readonly Option[]): Option[] {
  const queue = [...free];
  return places.map((option) => option ?? (queue.shift() as Option));
}
