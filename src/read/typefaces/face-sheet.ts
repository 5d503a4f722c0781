import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Asset } from "../../model/page.ts";
import type { Typefaces } from "../../model/typefaces.ts";
import { CODE_FACE, FACE_SETS, type FaceSet, type Family } from "./families.ts";
import { bundledFaces, type Face, fontFile, installedFamily } from "./installed-family.ts";

/** The faces of Chinese, Japanese and Korean that an exam needs. */
export interface LargeFaces {
  /** The one whose forms come first at the head. */
  readonly families: readonly Family[];
  /** Whether signs, too, are set in them rather than in those of Latin text. */
  readonly signs: boolean;
  readonly marks?: WideMarks;
}

/** Marks that are set as wide as Chinese characters, where Latin text sets them narrow. */
export interface WideMarks {
  readonly family: Family;
  /** Their code points. */
  readonly points: readonly number[];
}

/** The name under which the marks' faces come before the text face. */
const MARKS_FACE = "Wide Marks";

/**
 * The style sheet of all faces and KaTeX's own, and their files. Its variables `--serif`, `--sans` and `--mono` list the
 * faces in which a character's glyph is looked for.
 */
export function faceSheet({ families: large, signs, marks }: LargeFaces): Typefaces {
  const files = new Map<string, Asset>();
  const rules: string[] = [];
  const add = (name: string, face: Face, { size, range = face.range }: { size?: number; range?: string } = {}) => {
    files.set(face.url, face.file);
    const larger = size === undefined ? "" : `;size-adjust:${100 * size}%`;
    const style = `font-weight:${face.weight};font-style:${face.style};unicode-range:${range}${larger}`;
    rules.push(`@font-face{font-family:"${name}";src:url(${face.url}) format("woff2");${style}}`);
  };
  const { serif, sans } = FACE_SETS;
  const families = new Set([...serif.families, ...sans.families, ...large, ...serif.last, ...sans.last]);
  for (const family of families)
    for (const face of bundledFaces(family))
      add(family.name, face, family.size === undefined ? {} : { size: family.size });
  for (const face of marks ? (installedFamily(marks.family) ?? []) : []) {
    const own = marks?.points.filter((point) => face.ranges.some(([first, last]) => first <= point && point <= last));
    if (own?.length) add(MARKS_FACE, face, { range: own.map((point) => `U+${point.toString(16)}`).join(",") });
  }

  const list = ({ families, last }: FaceSet) =>
    [...(marks ? [MARKS_FACE] : []), ...namesOf([...families, ...(signs ? [...large, ...last] : [...last, ...large])])]
      .map((name) => `"${name}"`)
      .join(",");
  rules.push(`:root{--serif:${list(serif)};--sans:${list(sans)};--mono:"${CODE_FACE.name}"}`);
  return { style: [...rules, katexStyle(files)].join("\n"), files };
}

function namesOf(families: readonly Family[]): string[] {
  return families.map(({ name }) => name);
}

/** KaTeX's own sheet with each face's WOFF2 file as its only source, moved to `/fonts/` and into `files`. */
function katexStyle(files: Map<string, Asset>): string {
  const path = createRequire(import.meta.url).resolve("katex/dist/katex.min.css");
  katexSheet ??= readFileSync(path, "utf8");
  return katexSheet.replace(/src:\s*([^;}]+)/g, (_, sources: string) => {
    const woff2 = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(sources)?.[1];
    if (!woff2) throw new Error(`Expected a WOFF2 file among ${sources}`);
    const url = `/fonts/${basename(woff2)}`;
    const file = katexFiles.get(url) ?? fontFile(join(dirname(path), woff2));
    katexFiles.set(url, file);
    files.set(url, file);
    return `src:url(${url}) format("woff2")`;
  });
}

let katexSheet: string | undefined;
const katexFiles = new Map<string, Asset>();
