import { InvalidArgumentError } from "commander";
import { labelClash } from "../model/label-clash.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Shard } from "../model/shard.ts";
import { MOST_VERSIONS, VERSION_LABEL } from "../model/version-labels.ts";

/** A parser of options that takes one of a few words, in upper or lower case. */
export function oneOf<const Word extends string>(choices: readonly Word[]): (value: string) => Word {
  return (value) => {
    const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
    if (!found) {
      const hint = didYouMean(value, choices);
      throw new InvalidArgumentError(`Expected ${choices.join(", ")}.${hint ? `\n${hint}` : ""}`);
    }
    return found;
  };
}

/** A whole number from 1. */
export function count(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError("Expected a whole number from 1.");
  return Number(value);
}

/** Text of one character or more. */
export function text(value: string): string {
  if (value === "") throw new InvalidArgumentError("Expected text.");
  return value;
}

/** Labels of versions separated by commas: letters of ASCII, digits, `_` and `-`, no two of which would name one file. */
export function labels(value: string): string[] {
  const found = value.split(",").map((label) => label.trim());
  const wrong = found.find((label) => !VERSION_LABEL.test(label));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`Expected labels such as A,B,C of letters, digits, "_" and "-".`);
  const clash = labelClash(found);
  if (clash) throw new InvalidArgumentError(`Expected ${clash.expected}.`);
  return found;
}

/** How many versions, or their labels. */
export function versions(value: string): number | string[] {
  if (!/^\d+$/.test(value)) return labels(value);
  const number = count(value);
  if (number > MOST_VERSIONS) throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_VERSIONS}.`);
  return number;
}

/** A part of all papers: `2/8`. */
export function shard(value: string): Shard {
  const [part = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(value)?.slice(1).map(Number) ?? [];
  if (part < 1 || part > of)
    throw new InvalidArgumentError("Expected a part and their number, 1/8 to 8/8 for example.");
  return { part, of };
}
