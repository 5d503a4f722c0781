import fc from "fast-check";
import { expect, test } from "vitest";
import { numbersIn } from "../../src/verify/numbers.ts";

test("numbers are read as JavaScript reads them, to the last bit, whatever stands between them", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 25 });
  const signs = fc.string({ unit: fc.constantFrom(..."-.+ /\nF<"), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(signs, digits), { maxLength: 8 }), (parts) => {
      const text = parts.flat().join("");
      const written = text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
      expect(numbersIn(text)).toEqual(written.map(Number));
    }),
    { numRuns: 1000 },
  );
});
