import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Document, parseDocument } from "yaml";
import { findLanguage } from "../languages/index.ts";
import { openFiles } from "../read/files.ts";
import { settingsSchemaFor } from "../read/settings-schema.ts";
import { builtInTemplates, loadTemplate } from "../read/template.ts";
import { writing } from "../write/write-error.ts";
import { STARTERS } from "./starter/texts.ts";

export { builtInTemplates };

/** What a starter says of itself. */
export interface StarterSettings {
  /** BCP 47, with interface words: the language the starter is written in, and the region its dates and decimals follow. */
  readonly lang: string;
  /** ISO date. */
  readonly date: string;
  readonly title?: string;
  readonly course?: string;
  readonly duration?: string;
  readonly versions?: string;
  readonly template?: string;
}

/** A front-matter key that somebody may be asked for. */
export type StarterKey = keyof StarterSettings;

/** Where paper is Letter, not A4 (Unicode CLDR, supplemental data, `measurementData.paperSize`). */
const LETTER_REGIONS = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" ");

/** A language tag an exam can have, from what a machine says of its user; English where there are no words for it. */
export function starterLanguage(locale: string): string {
  if (!findLanguage(locale)) return "en";
  const { language, script, region } = new Intl.Locale(locale);
  return [language, script, region].filter(Boolean).join("-");
}

/** A commented exam that builds. `file` is how its commands are to name it. */
export function starterText(file: string, settings: StarterSettings): string {
  const { front, body } = starterIn(settings.lang);
  for (const [key, value] of Object.entries(settings)) front.set(key, /^\d+$/.test(value) ? Number(value) : value);
  const region = new Intl.Locale(settings.lang).region;
  if (region && LETTER_REGIONS.includes(region)) front.set("paper", "Letter");
  const named = /^[\p{L}\p{N}._/\\:-]+$/u.test(file) ? file : `"${file.replaceAll("-->", "")}"`;
  return `---\n${front.toString({ lineWidth: 0 })}---\n${body.replaceAll("{file}", () => named)}`;
}

/** What the starter of a language says of itself. */
export function starterValue(key: StarterKey, lang: string): string {
  return String(starterIn(lang).front.get(key));
}

function starterIn(lang: string): { readonly front: Document; readonly body: string } {
  const language = findLanguage(lang);
  const starter = language && STARTERS[language.tag];
  if (starter === undefined) throw new RangeError(`Unexpected language ${lang}, expected one with words`);
  const [, yaml = "", body = ""] = /^---\n(.*?)---\n(.*)$/s.exec(starter) ?? [];
  return { front: parseDocument(yaml), body };
}

/** What is expected for a key where a value will not do; undefined where it will. */
export function starterFault(key: StarterKey, value: string): string | undefined {
  return settingsSchemaFor().shape[key].safeParse(value).error?.issues[0]?.message;
}

/** Why an exam cannot have a template; undefined where it can. */
export function templateFault(
  template: string,
  file: string,
  cwd: string,
): { message: string; hint?: string } | undefined {
  const faults: { message: string; hint?: string }[] = [];
  const folder = dirname(resolve(cwd, file));
  loadTemplate(template, { folder, files: openFiles(file, cwd), report: (problem) => faults.push(problem) });
  return faults[0];
}

/**
 * Writes a starter to a path relative to `cwd`, making its folder where there is none. Throws a `WriteError` where that
 * cannot be done, as when there is such a file.
 */
export async function writeStarter(file: string, cwd: string, settings: StarterSettings): Promise<void> {
  const path = resolve(cwd, file);
  await writing(file, async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, starterText(file, settings), { flag: "wx" });
  });
}
