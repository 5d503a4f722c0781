import type { SkiaPdf } from "../skia-pdf.ts";
import { FACE_NAME } from "./stand-in-face.ts";

/** The names under which a page or form has the stand-ins' typeface; none where it does not use it. */
export function resourceNames(dictionary: string, pdf: SkiaPdf): string[] {
  return [...fontsOf(dictionary)].filter(([, number]) => isStandInFace(pdf.object(number))).map(([name]) => name);
}

/** A page or form without some of its typefaces. */
export function withoutResources(dictionary: string, names: readonly string[]): string {
  return names.reduce(
    (text, name) =>
      text
        .replace(new RegExp(`(/Font <<(?:/\\w+ \\d+ 0 R\\n)*)/${name} \\d+ 0 R\\n?`), "$1")
        .replace(/\n>>/g, ">>")
        .replace(/\/Font <<>>\n?/, ""),
    dictionary,
  );
}

/** Whether an object is the stand-ins' typeface. */
export function isStandInFace(font: string): boolean {
  return font.includes("/Subtype /Type0\n") && new RegExp(`/BaseFont /[A-Z]{6}\\+${FACE_NAME}\\n`).test(font);
}

/** The typefaces of a page or form: their names in it and their objects' numbers. */
export function* fontsOf(dictionary: string): Generator<readonly [name: string, number: number]> {
  const list = /\/Font <<([^>]*)>>/.exec(dictionary)?.[1] ?? "";
  for (const [, name = "", number] of list.matchAll(/\/(\w+) (\d+) 0 R/g)) yield [name, Number(number)];
}
