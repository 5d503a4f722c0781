import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Asset } from "../model/page.ts";
import type { Typefaces } from "../model/typefaces.ts";

/**
 * Style sheets of `@font-face` rules inside installed packages. Static faces only, every weight and style a page uses: a
 * variable or synthesised face would be embedded as Type 3.
 */
const SHEETS = [
  "@fontsource/libertinus-serif/400.css",
  "@fontsource/libertinus-serif/400-italic.css",
  "@fontsource/libertinus-serif/700.css",
  "@fontsource/libertinus-serif/700-italic.css",
  "@fontsource/libertinus-math/400.css",
  "@fontsource/ibm-plex-mono/400.css",
  "@fontsource/ibm-plex-mono/400-italic.css",
  "@fontsource/ibm-plex-mono/700.css",
  "katex/dist/katex.min.css",
];

/** Signs the text face lacks; its package gives the mathematical face the range of Latin text only, but it has these. */
const SIGNS = "U+2030-209F,U+2100-23FF,U+25A0-25FF,U+27C0-2BFF,U+1D400-1D7FF";

/** Loads the faces every page may be set in. Throws when the installation is incomplete. */
export function loadTypefaces(): Typefaces {
  const require = createRequire(import.meta.url);
  const files = new Map<string, Asset>();
  const style = SHEETS.map((name) => {
    const path = require.resolve(name);
    const sheet = takeFaces(readFileSync(path, "utf8"), dirname(path), files);
    return name.includes("libertinus-math") ? sheet.replace(/(unicode-range:)[^;}]+/g, `$1${SIGNS}`) : sheet;
  });
  return { style: style.join("\n"), files };
}

/** The sheet with each face's WOFF2 file as its only source, moved to `/fonts/` and into `files`. */
function takeFaces(sheet: string, folder: string, files: Map<string, Asset>): string {
  return sheet.replace(/src:\s*([^;}]+)/g, (_, sources: string) => {
    const path = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(sources)?.[1];
    if (!path) throw new Error(`Expected a WOFF2 file among ${sources}`);
    const url = `/fonts/${basename(path)}`;
    files.set(url, { type: "font/woff2", bytes: readFileSync(join(folder, path)) });
    return `src:url(${url}) format("woff2")`;
  });
}
