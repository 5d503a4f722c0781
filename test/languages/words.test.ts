import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill } from "../../src/languages/fill.ts";
import { LANGUAGES } from "../../src/languages/index.ts";
import { wordsFor } from "../../src/languages/words.ts";
import { letterAt } from "../../src/model/version.ts";

const latinDigits = /[\d]/;
const otherDigits = /(?![0-9])\p{Nd}/u;

describe("numbers", () => {
  test.each([
    ["es", 1.5, "1,5"],
    ["es-PE", 1.5, "1.5"],
    ["de-CH", 1.5, "1.5"],
    ["ar-EG", 1.5, "1.5"],
    ["ar-MA", 1.5, "1,5"],
    ["ar-EG-u-nu-arab", 1.5, "1.5"],
    ["es", 2025, "2025"],
    ["en", 1234567.125, "1234567.125"],
    ["en", -9.81, "−9.81"],
    ["fr", 6.022e23, "6,022 × 10²³"],
    ["en", -1.6e-19, "−1.6 × 10⁻¹⁹"],
    ["en", 0.00001, "0.00001"],
    ["en", 0.1 + 0.2, "0.3"],
    ["en", -0, "0"],
  ])("%s prints %d as %s", (tag, value, printed) => {
    expect(wordsFor(tag).number(value)).toBe(printed);
  });

  test("are in digits 0-9, ungrouped, and read back as the same value", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES.map(({ tag }) => tag), "ar-EG", "ar-MA", "es-PE", "de-CH", "pt-PT"),
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.constantFrom(1, 10, 100, 1000),
        (tag, integer, scale) => {
          const printed = wordsFor(tag).number(integer / scale);
          const read = printed.replaceAll("\u200e", "").replaceAll("\u200f", "").replace("−", "-").replace(",", ".");
          expect(Number(read)).toBe(integer / scale);
        },
      ),
    );
  });
});

describe("points", () => {
  test.each([
    ["ru", [1, 1.5, 2, 5, 11, 21, 22], "1 балл, 1,5 балла, 2 балла, 5 баллов, 11 баллов, 21 балл, 22 балла"],
    ["pl", [1, 1.5, 2, 5, 12, 22], "1 punkt, 1,5 punktu, 2 punkty, 5 punktów, 12 punktów, 22 punkty"],
    ["ar", [1, 1.5, 2, 3, 11, 100], "درجة واحدة, 1.5 درجة, درجتان, 3 درجات, 11 درجة, 100 درجة"],
    ["es-PE", [0.5, 1, 1.5], "0.5 puntos, 1 punto, 1.5 puntos"],
    ["pt-BR", [1.5, 2], "1,5 ponto, 2 pontos"],
    ["pt-PT", [1.5, 2], "1,5 pontos, 2 pontos"],
  ])("%s counts %j", (tag, values, printed) => {
    const words = wordsFor(tag);
    expect(values.map((value) => words.points(value).replaceAll("\u00a0", " ")).join(", ")).toBe(printed);
  });

  test("stay with their number at a line's end", () => {
    expect(wordsFor("es").points(5)).toBe("5\u00a0puntos");
    expect(wordsFor("es").pointsShort(5)).toBe("5\u00a0pts");
  });
});

describe("dates", () => {
  test.each([
    ["es", "18 de febrero de 2025", "18/02/2025"],
    ["en", "February 18, 2025", "02/18/2025"],
    ["en-GB", "18 February 2025", "18/02/2025"],
    ["ar-SA", "18 فبراير 2025", "18/02/2025"],
    ["ja", "2025年2月18日", "2025/02/18"],
  ])("%s", (tag, long, numeric) => {
    const words = wordsFor(tag);
    expect(words.date("2025-02-18").replaceAll("\u200f", "")).toBe(long);
    expect(words.dateNumeric("2025-02-18").replaceAll("\u200f", "")).toBe(numeric);
  });

  test("are the day written, whatever the time zone", () => {
    const zone = process.env.TZ;
    try {
      for (const tz of ["Pacific/Kiritimati", "America/Lima", "Pacific/Pago_Pago"]) {
        process.env.TZ = tz;
        expect(wordsFor("es").date("2025-01-01")).toBe("1 de enero de 2025");
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test("that are none are refused", () => {
    expect(() => wordsFor("es").date("2025-13-01")).toThrow(RangeError);
    expect(() => wordsFor("es").dateNumeric("soon")).toThrow(RangeError);
  });
});

test.each([
  ["es", 40, "40 minutos"],
  ["es", 60, "1 hora"],
  ["es", 61, "1 hora 1 minuto"],
  ["es", 150, "2 horas 30 minutos"],
  ["en", 90, "1 hour 30 minutes"],
  ["ru", 182, "3 часа 2 минуты"],
  ["pl", 125, "2 godziny 5 minut"],
  ["he", 90, "שעה ו־30 דקות"],
  ["ar", 150, "ساعتان و30 دقيقة"],
  ["ja", 90, "1時間30分"],
  ["es", 52.5, "52,5 minutos"],
])("%s: %d minutes are %s", (tag, minutes, printed) => {
  expect(wordsFor(tag).duration(minutes).replaceAll("\u00a0", " ")).toBe(printed);
});

test.each([
  ["single", 3, 1.5, "Las preguntas de opción múltiple valen 1,5 puntos."],
  ["single", 1, 1, "La pregunta de opción múltiple vale 1 punto."],
  ["open", 4, 5, "Las preguntas abiertas valen 5 puntos."],
  ["essay", 4, 5, undefined],
  ["toString", 4, 5, undefined],
])("what a kind is worth: %s", (kind, count, points, sentence) => {
  expect(wordsFor("es").kindWorth(kind, count, points)?.replaceAll("\u00a0", " ")).toBe(sentence);
});

test("21 Russian questions are several, though their plural is that of one", () => {
  expect(wordsFor("ru").kindWorth("open", 21, 2)).toMatch(/^Каждый/);
});

describe("letters", () => {
  test.each([
    [0, "a"],
    [25, "z"],
    [26, "aa"],
    [27, "ab"],
    [51, "az"],
    [52, "ba"],
    [701, "zz"],
    [702, "aaa"],
  ])("%i is %s in data", (index, letter) => {
    expect(letterAt(index)).toBe(letter);
  });

  test("never repeat", () => {
    for (const { options } of LANGUAGES) {
      const row = Array.from({ length: 60 }, (_, index) => letterAt(index, options.letters));
      expect(new Set(row).size).toBe(row.length);
    }
  });

  test.each([-1, 0.5, Number.NaN])("%d is no place", (index) => {
    expect(() => letterAt(index)).toThrow(RangeError);
  });
});

describe("fill", () => {
  test("replaces each place by its value, once", () => {
    expect(fill("página {page} de {pages}", { page: "{pages}", pages: "$&" })).toBe("página {pages} de $&");
  });

  test("refuses a place without a value", () => {
    expect(() => fill("página {page}", { pages: "2" })).toThrow("{page}");
    expect(() => fill("{toString}", {})).toThrow("{toString}");
  });
});

test.each(LANGUAGES)("$tag prints no digits but 0-9", ({ tag }) => {
  const words = wordsFor(tag);
  const printed = [words.number(1.5), words.date("2025-02-18"), words.dateNumeric("2025-02-18"), words.points(5)];
  for (const text of printed) {
    expect(text).toMatch(latinDigits);
    expect(text).not.toMatch(otherDigits);
  }
});
