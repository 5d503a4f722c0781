import type { AttributeEntry, Attributes } from "./attributes.ts";
import { didYouMean } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Report } from "./problem.ts";

/** Reads one attribute's value; throws an `AttributeError` that says what was expected. */
export type AttributeType<Value> = (value: string | undefined) => Value;

/** What an attribute's value should have been. */
class AttributeError extends Error {}

type AttributeTypes = Readonly<Record<string, AttributeType<unknown>>>;
type Values<Types extends AttributeTypes> = { [Name in keyof Types]?: ReturnType<Types[Name]> };

/** Any text, a flag too short. */
export const text: AttributeType<string> = (value) => {
  if (!value) throw new AttributeError("a value");
  return value;
};

/** Present or not: `flag`, `flag=true`, `flag=false`. */
export const flag: AttributeType<boolean> = (value) => {
  if (value !== undefined && value !== "true" && value !== "false") throw new AttributeError("true or false");
  return value !== "false";
};

/** Words separated by spaces or commas. */
export const words: AttributeType<string[]> = (value) =>
  text(value)
    .split(/[\s,]+/)
    .filter(Boolean);

/** A decimal number with a point, from `min` up to `max`, of at most so many `decimals`, 100 at most. */
export function number(
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  decimals = 100,
): AttributeType<number> {
  return (value = "") => {
    const result = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
    const expected = `a number${range(min, max)}`;
    if (/^[+-]?\d+,\d+$/.test(value)) throw new AttributeError(`${expected}, with a point for decimals`);
    if (!(result >= min && result <= max)) throw new AttributeError(expected);
    if (Number(result.toFixed(decimals)) !== result)
      throw new AttributeError(`${expected}, with at most ${decimals} decimals`);
    return result;
  };
}

/** A whole number from `min` up to `max`. */
export function integer(min: number, max: number): AttributeType<number> {
  return (value) => {
    if (!/^\d+$/.test(value ?? "") || Number(value) < min || Number(value) > max)
      throw new AttributeError(`a whole number${range(min, max)}`);
    return Number(value);
  };
}

/** One of a few words; with `bare`, the flag alone stands for it. */
export function oneOf<const Word extends string>(choices: readonly Word[], bare?: Word): AttributeType<Word> {
  return (value = bare) => {
    const found = choices.find((choice) => choice === value);
    if (!found) throw new AttributeError(choices.map((choice) => `"${choice}"`).join(" or "));
    return found;
  };
}

/** A length in cm or mm, above 0, as millimetres; from `min` up to `max`. */
export function millimetres(max: number, min = 0): AttributeType<number> {
  return (value) => {
    const match = /^(\d+\.?\d*|\.\d+)(cm|mm)$/.exec(value ?? "");
    const result = match ? Number(match[1]) * (match[2] === "cm" ? 10 : 1) : 0;
    const least = min > 0 ? `at least ${min}mm and ` : "";
    if (!(result > 0 && result >= min && result <= max))
      throw new AttributeError(`a length such as 4cm or 35mm, ${least}at most ${max / 10}cm`);
    return result;
  };
}

/** A length in cm or mm, or a share of the text's width in %, as CSS. */
export const percentageOrLength: AttributeType<string> = (value) => {
  const [match, amount, unit] = /^(\d+\.?\d*|\.\d+)(cm|mm|%)$/.exec(value ?? "") ?? [];
  const most = unit === "%" ? 100 : 1000;
  if (!match || !(Number(amount) > 0 && Number(amount) <= most))
    throw new AttributeError("a length such as 6cm, 60mm or 50%");
  return match;
};

/** What `readAttributes` works on. */
export interface AttributeUse<Types extends AttributeTypes> {
  /** Whose attributes, for messages: "a question", "::space". */
  readonly of: string;
  readonly types: Types;
  readonly report: Report;
}

/** The values of attributes of known names and types; everything else is reported, never dropped in silence. */
export function readAttributes<Types extends AttributeTypes>(
  attributes: Attributes | undefined,
  { of, types, report }: AttributeUse<Types>,
): Values<Types> {
  const values: Record<string, unknown> = {};
  const seen = new Map<string, AttributeEntry>();
  for (const entry of attributes?.entries ?? []) {
    const type = Object.hasOwn(types, entry.name) ? types[entry.name] : undefined;
    const first = seen.get(entry.name);
    seen.set(entry.name, entry);
    if (first) {
      report({
        severity: "error",
        rule: "duplicate-attribute",
        message: `"${entry.name}" is given twice`,
        hint: "Keep one of them.",
        place: entry.place,
        related: { message: "first given here", place: first.place },
      });
    } else if (!type) report(unknownAttribute(entry, of, Object.keys(types)));
    else {
      try {
        values[entry.name] = type(entry.value);
      } catch (error) {
        if (!(error instanceof AttributeError)) throw error;
        const found = entry.value === undefined ? "no value" : `"${entry.value}"`;
        report(wrongAttribute(entry.place, `Unexpected ${found} for ${entry.name}, expected ${error.message}`));
      }
    }
  }
  return values as Values<Types>;
}

function wrongAttribute(place: Place, message: string) {
  return { severity: "error", rule: "attribute-value", message, place } as const;
}

function unknownAttribute(entry: AttributeEntry, of: string, known: readonly string[]) {
  const shown = entry.name === "class" ? `.${entry.value}` : entry.name;
  const names = known.map((name) => (name === "id" ? "#id" : name)).join(", ");
  const takes = `${of[0]?.toUpperCase()}${of.slice(1)} takes ${names || "no attributes"}.`;
  return {
    severity: "error",
    rule: "unknown-attribute",
    message: `Unknown attribute "${shown}" on ${of}`,
    hint: [didYouMean(shown, known), takes, "For braces in the text write \\{ and \\}."].filter(Boolean).join(" "),
    place: entry.place,
  } as const;
}

function range(min: number, max: number): string {
  if (Number.isFinite(min) && Number.isFinite(max)) return ` from ${min} to ${max}`;
  return Number.isFinite(min) ? ` of at least ${min}` : "";
}
