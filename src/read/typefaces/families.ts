import type { FaceSetName } from "../../model/template.ts";

/** A typeface family of an npm package of `@fontsource`. */
export interface Family {
  /** As style sheets name it. */
  readonly name: string;
  readonly package: string;
  /** Its style sheets, one a weight and style. Static faces only: a variable or synthesised one is embedded as Type 3. */
  readonly sheets: readonly string[];
  /** The slices it is used for; absent: all. The package cuts a family by script, and names each file by its slice. */
  readonly slices?: RegExp;
  /** By how much it is set larger than the faces it stands beside, where it is drawn smaller. Default 1. */
  readonly size?: number;
  /** Characters it is used for, as `unicode-range` has them, where that is not what its package says. */
  readonly range?: string;
}

const TEXT = ["400.css", "400-italic.css", "700.css", "700-italic.css"];
const UPRIGHT = ["400.css", "700.css"];

/** Signs the text faces lack; its package gives the mathematical face the range of Latin text only, but it has these. */
const SIGNS = "U+2030-209F,U+2100-23FF,U+2460-24FF,U+25A0-25FF,U+27C0-2BFF,U+1D400-1D7FF";

const SERIF: Family = { name: "Libertinus Serif", package: "@fontsource/libertinus-serif", sheets: TEXT };

const MATH: Family = {
  name: "Libertinus Math",
  package: "@fontsource/libertinus-math",
  sheets: ["400.css"],
  range: SIGNS,
};

const SYMBOLS: Family = {
  name: "Noto Sans Symbols 2",
  package: "@fontsource/noto-sans-symbols-2",
  sheets: ["400.css"],
  slices: /symbols-2-symbols-400/,
};

/** Code is set in it, and what no other face has. */
export const CODE_FACE: Family = {
  name: "IBM Plex Mono",
  package: "@fontsource/ibm-plex-mono",
  sheets: ["400.css", "400-italic.css", "700.css"],
};

/** The scripts whose faces are so large that they are packages to be installed where they are needed. */
export type LargeScript = "zh" | "ja" | "ko";

/** Faces that are set together: every text of a page finds its glyphs in one of them. */
export interface FaceSet {
  /** Of words, in the order in which a character's glyph is looked for. */
  readonly families: readonly Family[];
  readonly large: Readonly<Record<LargeScript, Family>>;
  /** Of signs, and of what no other has. */
  readonly last: readonly Family[];
}

/** The faces a template chooses from, by the name of the CSS variable that lists them. */
export const FACE_SETS: Readonly<Record<FaceSetName, FaceSet>> = {
  serif: {
    families: [
      SERIF,
      {
        // Of the Arabic faces for text, one whose glyphs all have a letter: it can be searched for, copied and proven.
        name: "Markazi Text",
        package: "@fontsource/markazi-text",
        sheets: UPRIGHT,
        slices: /-text-arabic-/,
        size: 1.12,
      },
    ],
    large: { zh: large("Noto Serif SC"), ja: large("Noto Serif JP"), ko: large("Noto Serif KR") },
    last: [MATH, SYMBOLS, CODE_FACE],
  },
  sans: {
    families: [
      { name: "IBM Plex Sans", package: "@fontsource/ibm-plex-sans", sheets: TEXT },
      {
        name: "IBM Plex Sans Arabic",
        package: "@fontsource/ibm-plex-sans-arabic",
        sheets: UPRIGHT,
        slices: /-arabic-arabic-/,
      },
      {
        name: "IBM Plex Sans Hebrew",
        package: "@fontsource/ibm-plex-sans-hebrew",
        sheets: UPRIGHT,
        slices: /-hebrew-hebrew-/,
      },
    ],
    large: { zh: large("Noto Sans SC"), ja: large("Noto Sans JP"), ko: large("Noto Sans KR") },
    // The serif face has polytonic Greek, and no sans one that stands with these.
    last: [SERIF, MATH, SYMBOLS, CODE_FACE],
  },
};

/** Its Latin, Greek and Cyrillic letters are left to the text face. */
function large(name: string): Family {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return { name, package: `@fontsource/${slug}`, sheets: UPRIGHT, slices: /-\d+-[47]00-normal/ };
}
