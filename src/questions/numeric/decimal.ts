/** A decimal number as typed, and what it is worth. */
export interface Decimal {
  /** In the normal form of JSON, digits kept: `+.50` is `0.50`, `5.` is `5`, `1E-3` is `1e-3`. */
  readonly text: string;
  /** Finite, and 0 only where 0 was typed. */
  readonly value: number;
}

/** A number with a point for decimals; undefined for anything else, and for what is too large or too small to count with. */
export function parseDecimal(written: string): Decimal | undefined {
  const [match, sign, digits = "", exponent] = /^([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d+))?$/i.exec(written.trim()) ?? [];
  if (match === undefined) return undefined;
  const mantissa = digits
    .replace(/^0+(?=\d)/, "")
    .replace(/^\./, "0.")
    .replace(/\.$/, "");
  const isZero = !/[1-9]/.test(mantissa);
  const text = (sign === "-" && !isZero ? "-" : "") + mantissa + (exponent ? `e${Number(exponent)}` : "");
  const value = Number(text);
  return Number.isFinite(value) && (value === 0) === isZero ? { text, value } : undefined;
}
