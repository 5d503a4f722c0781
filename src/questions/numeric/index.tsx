import type { Words } from "../../languages/words.ts";
import type { Answer } from "../../model/version.ts";
import { paragraph } from "../inline.ts";
import { defineKind } from "../kind.ts";
import type { Decimal } from "./decimal.ts";
import { type Numeric, readNumeric, type Tolerance } from "./read.ts";
import style from "./style.css";

/** A number, given exactly, with a tolerance or as a range; a box beside its unit. */
export const numeric = defineKind<Numeric>({
  name: "numeric",
  claim: (blocks) =>
    blocks.flatMap((block, index) => (block.type === "leafDirective" && block.name === "numeric" ? [index] : [])),
  read: readNumeric,
  arrange: (body) => body,
  key: numericKey,
  texts(body, words) {
    const answer = printAnswer(body, words);
    return { printed: [{ filled: answer, content: paragraph(body.unit ?? "") }], secret: [paragraph(answer)] };
  },
  render: (body, { view, words }) => (
    <p class="numeric">
      <span class="numeric-box">{view === "key" ? printAnswer(body, words) : null}</span>
      {body.unit ? <span class="numeric-unit">{body.unit}</span> : null}
    </p>
  ),
  style,
});

/** Numbers as typed, so that no binary rounding shows; in `details` a tolerance is always in the unit of the value. */
function numericKey({ answer, unit }: Numeric): Answer {
  const inUnit = unit ? ` ${unit}` : "";
  const details = unit ? { unit } : {};
  if ("min" in answer) {
    const { min, max } = answer;
    return { text: `${min.text}..${max.text}${inUnit}`, details: { min: min.value, max: max.value, ...details } };
  }
  const { value, tolerance } = answer;
  return {
    text: toleranceText(value, tolerance, inUnit),
    details: { value: value.value, tolerance: absoluteTolerance(value, tolerance), ...details },
  };
}

function toleranceText(value: Decimal, tolerance: Tolerance | undefined, inUnit: string): string {
  if (!tolerance || tolerance.size.value === 0) return value.text + inUnit;
  const { size, percent } = tolerance;
  return percent ? `${value.text}${inUnit} ± ${size.text}%` : `${value.text} ± ${size.text}${inUnit}`;
}

function absoluteTolerance(value: Decimal, tolerance: Tolerance | undefined): number {
  if (!tolerance) return 0;
  const { size, percent } = tolerance;
  // 15 significant digits are what a double holds of a decimal; beyond them stands only the noise of the product.
  return percent ? Number(((Math.abs(value.value) * size.value) / 100).toPrecision(15)) : size.value;
}

function printAnswer({ answer }: Numeric, words: Words): string {
  if ("min" in answer) return `${printDecimal(answer.min, words)} … ${printDecimal(answer.max, words)}`;
  const { value, tolerance } = answer;
  if (!tolerance || tolerance.size.value === 0) return printDecimal(value, words);
  return `${printDecimal(value, words)} ± ${printDecimal(tolerance.size, words)}${tolerance.percent ? "\u00a0%" : ""}`;
}

/** In the exam's language with the digits that were typed: 9.80 keeps its zero, which tells how exact it is. */
function printDecimal({ text, value }: Decimal, words: Words): string {
  if (text.includes("e")) return words.number(value);
  const sign = words.number(0.5).replace(/\d/g, "");
  return text.replace("-", "−").replace(".", sign);
}
