import { ar } from "./ar.ts";
import { ca } from "./ca.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import type { Language } from "./language.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { zhHans } from "./zh-Hans.ts";

/** Every language an exam can be printed in. */
export const LANGUAGES: readonly Language[] = [en, es, pt, fr, de, it, ca, nl, pl, tr, ru, ar, he, zhHans, ja, ko];

/**
 * The language for a BCP 47 tag: the same language and script, whatever the region (`es-PE` is `es`, `zh-CN` is `zh-Hans`, `zh-TW` is none).
 * `undefined` for a language without interface words and for a malformed tag.
 */
export function findLanguage(tag: string): Language | undefined {
  const wanted = likelyLocale(tag);
  if (wanted === undefined) return undefined;
  return LANGUAGES.find(({ tag }) => {
    const offered = likelyLocale(tag);
    return offered?.language === wanted.language && offered.script === wanted.script;
  });
}

/** The locale with its likely script added, as `zh` means `zh-Hans` and `zh-TW` means `zh-Hant`. */
function likelyLocale(tag: string): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(tag);
    // `und-PE` names a place, not a language; maximised it would be Spanish.
    return locale.baseName.startsWith("und") ? undefined : locale.maximize();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
