import type { Place } from "./place.ts";

/** One line of a roster: whom a paper is for. Texts are as typed, with single spaces; empty where the roster has none. */
export interface Student {
  /** Where the roster names them. */
  readonly place: Place;
  /** The given name, or the whole one where the roster keeps no surnames. Empty only beside a surname. */
  readonly name: string;
  readonly surname: string;
  /** No two students have the same. */
  readonly code: string;
  readonly group: string;
  /** Label of the version they sit. */
  readonly version: string;
}

/** "García López, Ana", or the one name there is. */
export function fullName({ surname, name }: Pick<Student, "surname" | "name">): string {
  return [surname, name].filter(Boolean).join(", ");
}
