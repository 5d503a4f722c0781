import { expect, test } from "vitest";
import { findLanguage, LANGUAGES } from "../../src/languages/index.ts";
import { wordsFor } from "../../src/languages/words.ts";

test.each([
  ["es", "es"],
  ["es-PE", "es"],
  ["ES-pe", "es"],
  ["es-419", "es"],
  ["es-Latn-ES", "es"],
  ["pt-BR", "pt"],
  ["pt-PT", "pt"],
  ["de-CH-1996", "de"],
  ["en-u-nu-arab", "en"],
  ["ar-EG", "ar"],
  ["iw", "he"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"],
  ["zh-hans-hk", "zh-Hans"],
  ["zh-Hant", undefined],
  ["zh-TW", undefined],
  ["zh-HK", undefined],
  ["ar-Latn", undefined],
  ["eo", undefined],
  ["und", undefined],
  ["und-PE", undefined],
  ["", undefined],
  ["es_PE", undefined],
  ["español", undefined],
  [" es", undefined],
  ["e", undefined],
])("%s is %s", (tag, found) => {
  expect(findLanguage(tag)?.tag).toBe(found);
});

test.each(LANGUAGES)("$tag finds itself", (language) => {
  expect(findLanguage(language.tag)).toBe(language);
});

test("words for a language there is none of are refused", () => {
  expect(() => wordsFor("eo")).toThrow(RangeError);
  expect(() => wordsFor("es_PE")).toThrow(RangeError);
});
