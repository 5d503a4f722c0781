import { findLanguage } from "../languages/index.ts";
import type { Exam } from "../model/exam.ts";
import type { Asset } from "../model/page.ts";
import type { Problem, Report } from "../model/problem.ts";
import { fullName, type Student } from "../model/student.ts";
import type { FaceSetName, Template } from "../model/template.ts";
import type { Typefaces } from "../model/typefaces.ts";
import { faceSheet, type WideMarks } from "./typefaces/face-sheet.ts";
import { FACE_SETS, type Family, type LargeScript } from "./typefaces/families.ts";
import { fontCharacters } from "./typefaces/font-characters.ts";
import { bundledFaces, installedFamily } from "./typefaces/installed-family.ts";
import { charactersOf, type WrittenCharacters, writtenCharacters } from "./written-characters.ts";

/** What has to be printed, and in which faces. */
export interface TypefaceUse {
  /** The set the template's text is set in. */
  readonly faces: FaceSetName;
  /** BCP 47; it decides in which country's forms Chinese characters are printed. */
  readonly lang: string;
  readonly characters: WrittenCharacters;
  /** WOFF2 files of the template's own. */
  readonly own: readonly Asset[];
  readonly report: Report;
}

/** The faces an exam, and the papers made out to students, are printed in, and what is wrong with them. */
export function chooseTypefaces(
  exam: Exam,
  template: Template,
  sources: ReadonlyMap<string, string>,
  students: readonly Student[] = [],
): { readonly typefaces: Typefaces; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const names = students.map((student) => ({
    text: `${fullName(student)} ${student.code} ${student.group}`,
    ...student,
  }));
  const typefaces = loadTypefaces({
    faces: template.faces,
    lang: exam.settings.lang,
    characters: new Map([...charactersOf(names), ...writtenCharacters(exam, sources)]),
    own: [...template.assets.values()].filter(({ type }) => type === "font/woff2"),
    report: (problem) => problems.push(problem),
  });
  return { typefaces, problems };
}

const NOTHING: TypefaceUse = { faces: "serif", lang: "en", characters: new Map(), own: [], report: () => {} };

/**
 * The faces of the program and, where they are needed, the large ones of Chinese, Japanese and Korean. Reports each character
 * that no face has, and each package that would have it and is not installed. Throws when the program's own installation is
 * incomplete.
 */
export function loadTypefaces(use: TypefaceUse = NOTHING): Typefaces {
  const { faces, lang, characters, own, report } = use;
  const { families, large, last } = FACE_SETS[faces];
  const isAtHand = (character: string) =>
    own.some(({ bytes }) => fontCharacters(bytes).has(codePoint(character))) ||
    [...families, ...last].some((family) => has(family, character));
  const lacking = [...characters].filter(([character]) => !isAtHand(character));

  const order = countryOrder(lang, lacking.map(([character]) => character).join(""));
  const used = new Set<Family>();
  for (const [character, place] of lacking) {
    const candidates = WIDE.test(character) ? order.map((script) => large[script]) : [];
    const family = candidates.find((candidate) => !installedFamily(candidate) || has(candidate, character));
    const isKnown = family && used.has(family);
    if (family) used.add(family);
    const fault = !family ? noGlyph(character) : installedFamily(family) ? undefined : notInstalled(family, character);
    if (fault && !isKnown) report({ severity: "error", ...fault, ...(place && { place }) });
  }
  const installed = order
    .map((script) => large[script])
    .filter((family) => used.has(family) && installedFamily(family));
  const marks = wideMarks(installed[0], lang);
  return faceSheet({ families: installed, signs: isWide(lang), ...(marks && { marks }) });
}

/** Chinese, Japanese and Korean words, and the signs that are set among them. */
const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\u2460-\u24FF\u3000-\u33FF\uFF00-\uFFEF]/u;

/** Whose forms of a character come first: the language's own; elsewhere those of the script that stands beside them. */
function countryOrder(lang: string, text: string): readonly LargeScript[] {
  const own = languageOf(lang);
  const isOther = !isWide(lang);
  if (own === "ja" || (isOther && /[\p{sc=Hira}\p{sc=Kana}]/u.test(text))) return ["ja", "zh", "ko"];
  if (own === "ko" || (isOther && /\p{sc=Hang}/u.test(text))) return ["ko", "ja", "zh"];
  return ["zh", "ja", "ko"];
}

function isWide(lang: string): boolean {
  return ["zh", "ja", "ko"].includes(languageOf(lang));
}

function languageOf(lang: string): string {
  return findLanguage(lang)?.tag.slice(0, 2) ?? "";
}

function has(family: Family, character: string): boolean {
  const code = codePoint(character);
  return bundledFaces(family).some(
    ({ weight, style, ranges, file }) =>
      weight === "400" &&
      style === "normal" &&
      ranges.some(([first, last]) => first <= code && code <= last) &&
      fontCharacters(file.bytes).has(code),
  );
}

function codePoint(character: string): number {
  return character.codePointAt(0) as number;
}

function noGlyph(character: string) {
  const code = codePoint(character).toString(16).toUpperCase().padStart(4, "0");
  return {
    rule: "missing-glyph",
    message: `No typeface at hand has "${character}" (U+${code})`,
    hint: "Write it in words, as a formula or as a picture; a template of your own may bring a typeface that has it.",
  };
}

function notInstalled(family: Family, character: string) {
  return {
    rule: "missing-typeface",
    message: `"${character}" is printed in ${family.name}, which is not installed`,
    hint: `Run: npm install ${family.package} (with -g, where exam was installed with -g).`,
  };
}

/** Dashes, dots and quotes that Chinese, and dashes and dots that Japanese, sets as wide as its characters. */
const WIDE_MARKS: Readonly<Record<string, string>> = { zh: "—‘’“”…", ja: "—―‥…" };

function wideMarks(family: Family | undefined, lang: string): WideMarks | undefined {
  const marks = WIDE_MARKS[languageOf(lang)];
  return family && marks ? { family, points: [...marks].map(codePoint) } : undefined;
}
