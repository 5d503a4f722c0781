import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A file that the page is made of. */
export interface PageFile {
  readonly type: string;
  readonly path: string;
}

const require = createRequire(import.meta.url);

/** A file of an installed package. */
const ofPackage = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);
const SCRIPT = "text/javascript; charset=utf-8";

/** The files of the page by their names in its address; the page itself has an empty one. All of them lie in packages. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  // Beside the bundle.
  const own = (name: string) => join(import.meta.dirname, "preview", name);
  const face = (family: string, name: string) =>
    [`${name}.woff2`, { type: "font/woff2", path: ofPackage(`@fontsource/${family}`, `files/${name}.woff2`) }] as const;
  return new Map<string, PageFile>([
    ["", { type: "text/html; charset=utf-8", path: own("page.html") }],
    ["style.css", { type: "text/css; charset=utf-8", path: own("style.css") }],
    ["page.js", { type: SCRIPT, path: own("page.js") }],
    ["pdf.mjs", { type: SCRIPT, path: own("pdf.mjs") }],
    ["pdf.worker.mjs", { type: SCRIPT, path: own("pdf.worker.mjs") }],
    face("ibm-plex-sans", "ibm-plex-sans-latin-400-normal"),
    face("ibm-plex-sans", "ibm-plex-sans-latin-600-normal"),
    face("ibm-plex-mono", "ibm-plex-mono-latin-400-normal"),
  ]);
}

/** The bytes of such a file. */
export function readPageFile({ path }: PageFile): Promise<Buffer> {
  return readFile(path);
}
