/** All numbers in what a content writes before an operator: `12`, `-1.5`, `.25`. */
export function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    if (text.charCodeAt(at) === MINUS) at++;
    let digits = 0;
    let decimals = 0;
    let hasPoint = false;
    let value = 0;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code >= ZERO && code <= NINE) {
        value = 10 * value + code - ZERO;
        digits++;
        if (hasPoint) decimals++;
      } else if (code === POINT && !hasPoint && (digits > 0 || isDigit(text.charCodeAt(at + 1)))) hasPoint = true;
      else break;
    }
    if (digits === 0) at = start + 1;
    else if (digits > MOST_EXACT) numbers.push(Number(text.slice(start, at)));
    else numbers.push((text.charCodeAt(start) === MINUS ? -value : value) / (POWERS[decimals] as number));
  }
  return numbers;
}

/** Decimal digits of a whole number that is exact, and so its quotient by a power of ten is as near as can be. */
const MOST_EXACT = 15;
const POWERS = Array.from({ length: MOST_EXACT + 1 }, (_, power) => 10 ** power);

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
