import { wordsFor } from "../languages/words.ts";
import type { Exam } from "../model/exam.ts";
import { typeset } from "../model/math.ts";
import type { Place } from "../model/place.ts";
import { sourceText } from "../model/source-text.ts";

/** Characters that have to be printed, each with the place where it is written first. Plain letters of ASCII are left out. */
export type WrittenCharacters = ReadonlyMap<string, Place | undefined>;

/** Text of an exam that is never printed, by the name of its field. */
const UNPRINTED = new Set([
  ...["id", "idFrom", "identifier", "label", "target", "tags", "kind", "seed", "ignore", "template", "logo", "macros"],
  ...["type", "url", "alt", "lang", "meta", "position", "place"],
]);

/**
 * The characters of an exam and of its language's words; more than one version prints, since another pick may print others.
 * `sources` are the texts it was read from, by the name of their file.
 */
export function writtenCharacters(exam: Exam, sources: ReadonlyMap<string, string>): WrittenCharacters {
  const found = new Map<string, Place | undefined>();
  const finders = new Map([...sources].map(([file, text]) => [file, sourceText(file, text)]));

  const take = (text: string, where: Where | undefined) => {
    for (const [character] of text.matchAll(NOT_PLAIN))
      if (!found.has(character)) found.set(character, where && placeOf(character, where));
  };

  const placeOf = (character: string, { place, reach }: Where): Place => {
    const source = finders.get(place.file);
    const at = source?.text.slice(0, reach).indexOf(character, place.start.offset) ?? -1;
    // It may be written by its name or its number.
    return source && at >= 0 ? source.place(at, at + character.length) : place;
  };

  const walk = (value: unknown, where: Where | undefined): void => {
    if (typeof value === "string") take(value, where);
    else if (Array.isArray(value)) for (const entry of value) walk(entry, where);
    else if (typeof value === "object" && value !== null) walkFields(value as Fields, where);
  };

  const walkFields = (fields: Fields, outer: Where | undefined) => {
    const where = whereOf(fields, outer);
    if (fields.type === "math" || fields.type === "inlineMath")
      take(printedSigns(String(fields.value), fields.type === "math", exam), where);
    else for (const [name, value] of Object.entries(fields)) if (!UNPRINTED.has(name)) walk(value, where);
  };

  const whereOfSetting = (key: string): Where | undefined => {
    const place = exam.settingPlaces[key];
    return place && { place, reach: place.end.offset };
  };
  for (const [key, value] of Object.entries(exam.settings)) if (!UNPRINTED.has(key)) walk(value, whereOfSetting(key));
  const title = exam.settingPlaces.title;
  walk([exam.opening, exam.sections], title && { place: title, reach: Number.POSITIVE_INFINITY });
  const { labels, fields, colon, pageOf, points, pointsShort, time, instructions, options, parts } = wordsFor(
    exam.settings.lang,
  ).language;
  const words = [labels, fields, colon, pageOf, points, pointsShort, time, instructions, options, parts];
  take(JSON.stringify(words), whereOfSetting("lang"));
  return found;
}

/** Where something was written: behind the start of `place`, before the offset `reach`. */
interface Where {
  readonly place: Place;
  readonly reach: number;
}

/** The characters of names, as a roster has them. */
export function charactersOf(texts: Iterable<{ readonly text: string; readonly place?: Place }>): WrittenCharacters {
  const found = new Map<string, Place | undefined>();
  for (const { text, place } of texts)
    for (const [character] of text.matchAll(NOT_PLAIN)) if (!found.has(character)) found.set(character, place);
  return found;
}

/** What needs a glyph and is not ASCII: no space, nothing invisible. */
const NOT_PLAIN = /[^\0-\x7F\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

type Fields = Readonly<Record<string, unknown>>;

/** An item's place is that of its heading, and what belongs to it stands behind that. */
function whereOf(fields: Fields, outer: Where | undefined): Where | undefined {
  const { place, position } = fields as { place?: Place; position?: Pick<Place, "start" | "end"> };
  if (place) return { place, reach: Number.POSITIVE_INFINITY };
  if (!position || !outer) return outer;
  const { start, end } = position;
  return { place: { file: outer.place.file, start, end }, reach: end.offset };
}

/** The signs of a formula for which KaTeX has no glyph of its own: words of another script, in `\text{…}`. */
function printedSigns(tex: string, display: boolean, exam: Exam): string {
  if (!/[^\0-\x7F]/.test(tex + Object.values(exam.settings.macros).join(""))) return "";
  try {
    const html = typeset(tex, display, exam.settings.macros);
    return html.replace(/<[^>]*>/g, "").replace(KATEX_SIGNS, "");
  } catch {
    // A broken formula is told by another rule.
    return "";
  }
}

/** What is no letter, and the letters KaTeX has glyphs of its own for. */
const KATEX_SIGNS = /[^\p{L}\u3000-\u303F\uFF00-\uFFEF]|[\p{sc=Latn}\p{sc=Grek}\p{sc=Zyyy}]/gu;
