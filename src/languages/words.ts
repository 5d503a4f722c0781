import { letterAt } from "../model/version.ts";
import { fill } from "./fill.ts";
import { findLanguage } from "./index.ts";
import type { KindName, Language, Plural } from "./language.ts";

/** The words of a language with the numbers and dates of a region: `es-PE` prints 1.5 where `es` prints 1,5. */
export interface Words {
  readonly language: Language;
  /** For the page's `lang`: the tag asked for, in its canonical case. */
  readonly tag: string;
  /** A number in full, ungrouped (1234.5 or 1234,5), with a power of ten where it is very large or small (6,022 × 10²³). */
  number(value: number): string;
  /** "1,5 puntos". */
  points(value: number): string;
  /** "1,5 pts". */
  pointsShort(value: number): string;
  /** "18 de febrero de 2025" for the ISO date 2025-02-18. Throws a RangeError on anything that is not a date. */
  date(iso: string): string;
  /** "18/02/2025", in the order the language writes it. Throws as `date` does. */
  dateNumeric(iso: string): string;
  /** "40 minutos", "1 hora 30 minutos". */
  duration(minutes: number): string;
  /** The template for `value`, with `value` in its place; no line ends at the space between number and noun. */
  count(plural: Plural, value: number): string;
  /** The sentence of the instructions on what `count` questions of a kind, each of `points`, are worth; `undefined` for a kind that is not the program's own. */
  kindWorth(kind: string, count: number, points: number): string | undefined;
  /** The letter that stands for an option in running text, by place from 0. */
  optionLetter(index: number): string;
  /** The letter before an option: `a)`. */
  optionLabel(index: number): string;
  /** The letter that stands for a part in running text, by place from 0. */
  partLetter(index: number): string;
  /** The letter before a part: `(a)`. */
  partLabel(index: number): string;
}

/** The words for a BCP 47 tag that `findLanguage` knows; throws a RangeError for any other. */
export function wordsFor(tag: string): Words {
  const known = cache.get(tag);
  if (known) return known;
  const language = findLanguage(tag);
  if (!language) throw new RangeError(`Unexpected language ${tag}, expected one that findLanguage knows`);
  const words = bind(language, new Intl.Locale(tag));
  cache.set(tag, words);
  return words;
}

const cache = new Map<string, Words>();

function bind(language: Language, locale: Intl.Locale): Words {
  // Digits are 0-9 in every language: the author's text and KaTeX print those, and one paper must not mix two sets (ar-EG would).
  // Arabic has both conventions in print; the decimal sign then is the region's own for these digits (1.5 in ar-EG, 1,5 in ar-MA).
  // The calendar is the one of the ISO date typed (ar-SA would print an Islamic date).
  const formats = new Intl.Locale(locale, { numberingSystem: "latn", calendar: "gregory" });
  const plain = once(
    () => new Intl.NumberFormat(formats, { useGrouping: false, maximumSignificantDigits: 15, signDisplay: "negative" }),
  );
  const plurals = once(() => new Intl.PluralRules(formats));
  const long = once(() => new Intl.DateTimeFormat(formats, { dateStyle: "long", timeZone: "UTC" }));
  const numeric = once(
    () => new Intl.DateTimeFormat(formats, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }),
  );

  const decimal = (value: number) => plain().format(value).replace("-", "−");
  const number = (value: number) => {
    const [mantissa, exponent] = String(value).split("e");
    return exponent === undefined
      ? decimal(value)
      : `${decimal(Number(mantissa))} × 10${superscript(Number(exponent))}`;
  };
  const count = (plural: Plural, value: number) => {
    const template = plural[plurals().select(value)] ?? plural.other;
    return template.replace(/\{\w+\} ?/, (place) => number(value) + (place.endsWith(" ") ? NO_BREAK_SPACE : ""));
  };
  const points = (value: number) => count(language.points, value);

  return {
    language,
    tag: locale.toString(),
    number,
    points,
    pointsShort: (value) => count(language.pointsShort, value),
    date: (iso) => long().format(new Date(`${iso}T00:00:00Z`)),
    dateNumeric: (iso) => numeric().format(new Date(`${iso}T00:00:00Z`)),
    duration(total) {
      const hours = Math.floor(total / 60);
      const minutes = total - hours * 60;
      const values = { hours: count(language.time.hours, hours), minutes: count(language.time.minutes, minutes) };
      if (hours === 0) return values.minutes;
      return minutes === 0 ? values.hours : fill(language.time.both, values);
    },
    count,
    kindWorth(kind, amount, value) {
      if (!Object.hasOwn(language.instructions.worth, kind)) return undefined;
      const worth = language.instructions.worth[kind as KindName];
      return fill(amount === 1 ? worth.one : worth.each, { worth: points(value) });
    },
    optionLetter: (index) => letterAt(index, language.options.letters),
    optionLabel: (index) => fill(language.options.label, { letter: letterAt(index, language.options.letters) }),
    partLetter: (index) => letterAt(index, language.parts.letters),
    partLabel: (index) => fill(language.parts.label, { letter: letterAt(index, language.parts.letters) }),
  };
}

/** What takes milliseconds to make is made when it is first needed. */
function once<Thing extends object>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => (made ??= make());
}

const NO_BREAK_SPACE = "\u00a0";

function superscript(exponent: number): string {
  return [...String(exponent)].map((sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)]).join("");
}
