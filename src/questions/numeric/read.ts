import type { LeafDirective } from "mdast-util-directive";
import { readAttributes, text } from "../../model/attribute-types.ts";
import type { Place } from "../../model/place.ts";
import type { Report } from "../../model/problem.ts";
import type { AnswerSource } from "../kind.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";

/** The numbers that are right, and the unit they are in. */
export interface Numeric {
  readonly answer: Value | Range;
  /** As typed, e.g. `m/s²`. */
  readonly unit?: string;
}

/** One number; those at most `tolerance` away from it are right too. */
export interface Value {
  readonly value: Decimal;
  readonly tolerance?: Tolerance;
}

/** How far off an answer may be. */
export interface Tolerance {
  /** At least 0. */
  readonly size: Decimal;
  /** Of the value; absent: in the value's own unit. */
  readonly percent?: true;
}

/** All numbers from `min` to `max`, both included; `min` is the smaller one. */
export interface Range {
  readonly min: Decimal;
  readonly max: Decimal;
}

/** Something the author wrote, and where. */
interface Written {
  readonly text: string;
  readonly place: Place;
}

/** The answer written in a `::numeric` directive. */
export function readNumeric(source: AnswerSource): Numeric | undefined {
  const { report } = source;
  const directive = source.blocks[0] as LeafDirective;
  const place = source.place(directive);
  const attributes = source.attributes(directive);
  const types = { tolerance: text, range: text, unit: text };
  const values = readAttributes(attributes, { of: "::numeric", types, report });
  const written = (name: keyof typeof types): Written | undefined => {
    const entry = attributes?.entries.find((candidate) => candidate.name === name);
    return values[name] === undefined ? undefined : { text: values[name], place: entry?.place ?? place };
  };
  const unit = readUnit(written("unit"), report);
  const answer = readAnswer(readLabel(directive, source), written("range"), written("tolerance"), place, report);
  return answer && { answer, ...(unit && { unit }) };
}

/** Formatting, a formula or a directive has no place in a number; what it would stand for is anyone's guess. */
function readLabel(directive: LeafDirective, source: AnswerSource): Written | undefined {
  const [first] = directive.children;
  const shown = directive.children.map((child) => (child.type === "text" ? child.value : "…")).join("");
  return first && { text: shown, place: source.place(first) };
}

function readUnit(unit: Written | undefined, report: Report): string | undefined {
  if (unit?.text.includes("$")) {
    report({
      severity: "error",
      rule: "numeric-unit",
      message: `Unexpected formula ${unit.text} as unit, expected plain text`,
      hint: "Write the unit with the characters it is printed with: m/s², °C, Ω, kg·m⁻³.",
      place: unit.place,
    });
  }
  return unit?.text;
}

function readAnswer(
  label: Written | undefined,
  range: Written | undefined,
  tolerance: Written | undefined,
  place: Place,
  report: Report,
): Value | Range | undefined {
  if (label && range) {
    report({
      severity: "error",
      rule: "value-and-range",
      message: "Unexpected range beside a value, expected one of them",
      hint: "Keep the value in the brackets, with a tolerance where needed, or keep the range.",
      place: range.place,
      related: { message: "the value", place: label.place },
    });
    return undefined;
  }
  if (label) return readValue(label, tolerance, report);
  if (range && tolerance) {
    report({
      severity: "error",
      rule: "range-with-tolerance",
      message: "Unexpected tolerance beside a range, expected a range alone",
      hint: "Widen the range by the tolerance.",
      place: tolerance.place,
    });
  }
  if (range) return readRange(range, report);
  report({
    severity: "error",
    rule: "no-right-answer",
    message: "Unexpected ::numeric without an answer, expected a value or a range",
    hint: 'Write `::numeric[9.81]` or `::numeric{range="9.7..9.9"}`.',
    place,
  });
  return undefined;
}

function readValue(label: Written, tolerance: Written | undefined, report: Report): Value | undefined {
  const value = readDecimal(label, report);
  const around = tolerance && readTolerance(tolerance, value, report);
  return value && { value, ...(around && { tolerance: around }) };
}

function readTolerance(written: Written, value: Decimal | undefined, report: Report): Tolerance | undefined {
  const { text, place } = written;
  const percent = text.endsWith("%");
  const size = readDecimal({ text: percent ? text.slice(0, -1) : text, place }, report);
  if (size && size.value < 0) {
    report({
      severity: "error",
      rule: "negative-tolerance",
      message: `Unexpected tolerance ${text}, expected 0 or more`,
      hint: "A tolerance goes both ways; write it without a sign.",
      place,
    });
  }
  if (size && percent && value?.value === 0) {
    report({
      severity: "error",
      rule: "percent-of-zero",
      message: `Unexpected tolerance of ${text} around 0, expected an absolute one`,
      hint: "A share of 0 is 0; write the tolerance in the answer's own unit.",
      place,
    });
  }
  return size && { size, ...(percent && { percent }) };
}

function readRange({ text, place }: Written, report: Report): Range | undefined {
  const ends = text.split("..");
  if (ends.length !== 2 || text.includes("...")) {
    report({
      severity: "error",
      rule: "not-a-range",
      message: `Unexpected "${text}", expected a range such as 9.7..9.9`,
      hint: "Write the smaller number, two points and the larger number.",
      place,
    });
    return undefined;
  }
  const [min, max] = ends.map((end) => readDecimal({ text: end, place }, report));
  if (min && max && min.value >= max.value) {
    report({
      severity: "error",
      rule: "range-backwards",
      message: `Unexpected range from ${min.text} to ${max.text}, expected the smaller number first and a larger one behind it`,
      hint:
        min.value > max.value
          ? `Write ${max.text}..${min.text}.`
          : `For one number alone write ::numeric[${min.text}].`,
      place,
    });
  }
  return min && max && { min, max };
}

function readDecimal({ text, place }: Written, report: Report): Decimal | undefined {
  const decimal = parseDecimal(text);
  if (decimal) return decimal;
  report(
    /\d,\d/.test(text)
      ? {
          severity: "error",
          rule: "decimal-comma",
          message: `Unexpected comma in ${text.trim()}, expected a point for decimals`,
          hint: "Write 9.81 for 9,81, and thousands without a separator; the paper prints numbers as the exam's language does.",
          place,
        }
      : {
          severity: "error",
          rule: "not-a-number",
          message: `Unexpected "${text.trim()}", expected a number such as 9.81, -3 or 1e-3`,
          hint: 'Write a hyphen for the minus, a point for decimals, and the unit in unit="…".',
          place,
        },
  );
  return undefined;
}
