import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Asset } from "../../model/page.ts";
import type { Family } from "./families.ts";

/** One file of a family: the glyphs of one slice, in one weight and style. */
export interface Face {
  readonly weight: string;
  readonly style: string;
  /** The characters it is used for, as CSS has them. */
  readonly range: string;
  /** The same as pairs of first and last code point. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** Asset URL of `file`. */
  readonly url: string;
  /** Its bytes are read when they are first asked for: of a large family a page needs a few files in a hundred. */
  readonly file: Asset;
}

/** The faces of a family; undefined where its package is not installed. */
export function installedFamily(family: Family): readonly Face[] | undefined {
  if (!known.has(family)) known.set(family, readFamily(family));
  return known.get(family);
}

/** The faces of a family that comes with the program. Throws where it does not: the installation is incomplete. */
export function bundledFaces(family: Family): readonly Face[] {
  const faces = installedFamily(family);
  if (!faces) throw new Error(`Expected the package ${family.package}, which is part of this program's installation`);
  return faces;
}

const known = new Map<Family, readonly Face[] | undefined>();
const require = createRequire(import.meta.url);

function readFamily(family: Family): readonly Face[] | undefined {
  const faces: Face[] = [];
  for (const sheet of family.sheets) {
    const path = pathOf(`${family.package}/${sheet}`);
    if (path === undefined) return undefined;
    for (const [rule] of readFileSync(path, "utf8").matchAll(/@font-face\s*\{[^}]*\}/g)) {
      const woff2 = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(rule)?.[1];
      if (!woff2) throw new Error(`Expected a WOFF2 file in ${path}`);
      if (family.slices && !family.slices.test(woff2)) continue;
      const range = family.range ?? declared(rule, "unicode-range") ?? "U+0-10FFFF";
      faces.push({
        weight: declared(rule, "font-weight") ?? "400",
        style: declared(rule, "font-style") ?? "normal",
        range,
        ranges: rangesOf(range),
        url: `/fonts/${basename(woff2)}`,
        file: fontFile(join(dirname(path), woff2)),
      });
    }
  }
  return faces;
}

/** Where a file of a package lies; undefined when it is not installed. */
function pathOf(name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

/** A font file that is read when it is first needed. */
export function fontFile(path: string): Asset {
  let bytes: Uint8Array | undefined;
  return {
    type: "font/woff2",
    get bytes() {
      bytes ??= readFileSync(path);
      return bytes;
    },
  };
}

function declared(rule: string, property: string): string | undefined {
  return new RegExp(`${property}:\\s*([^;}]+)`).exec(rule)?.[1]?.trim();
}

/** `U+41-5A,U+4??` as numbers. */
function rangesOf(range: string): [number, number][] {
  return [...range.matchAll(/U\+([0-9A-F]*)(\?*)(?:-([0-9A-F]+))?/gi)].map(([, first = "", wild = "", last]) => [
    Number.parseInt(first + wild.replaceAll("?", "0"), 16),
    Number.parseInt(last ?? first + wild.replaceAll("?", "F"), 16),
  ]);
}
