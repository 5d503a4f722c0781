import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Asset, Metadata, Page, PaperName } from "../../src/model/page.ts";

const fonts = join(dirname(createRequire(import.meta.url).resolve("katex/package.json")), "dist/fonts");

function font(name: string): [string, Asset] {
  return [`/fonts/${name}.woff2`, { type: "font/woff2", bytes: readFileSync(join(fonts, `${name}.woff2`)) }];
}

/** Fonts that every sample page may use. */
const fontFiles = new Map([font("KaTeX_Main-Regular"), font("KaTeX_Typewriter-Regular")]);

const sampleMetadata: Metadata = {
  title: "Quiz N°5",
  lang: "es",
  author: "Ada (A.) Lovelace",
  date: "2025-02-18",
};

/** A style sheet as a template has one: 20 mm of margin, so 642.5 px of text on A4. */
const style = `
  @font-face { font-family: Main; src: url(/fonts/KaTeX_Main-Regular.woff2); }
  @font-face { font-family: Code; src: url(/fonts/KaTeX_Typewriter-Regular.woff2); }
  @page { margin: 20mm; }
  body { margin: 0; font: 16px/1.25 Main; }
  h1, h2, p, ol, pre, table { margin: 0 0 20px; }
  h1, h2 { font-size: 20px; font-weight: normal; }
  pre { font-family: Code; }
  ol { padding: 0; list-style: none; }
  [data-options] { display: grid; gap: 0 10px; grid-template-columns: repeat(var(--columns, 1), 1fr); }
  ${[1, 2, 3, 4, 5].map((k) => `[data-columns="${k}"] { --columns: ${k}; }`).join("\n")}
`;

interface Variation {
  readonly css?: string;
  /** Files beside the fonts. */
  readonly assets?: ReadonlyMap<string, Asset>;
  readonly metadata?: Metadata;
  readonly paper?: PaperName;
}

/** A page around a body. */
export function samplePage(
  body: string,
  { css = "", assets = new Map(), metadata = sampleMetadata, paper = "A4" }: Variation = {},
): Page {
  const { lang, title } = metadata;
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style>${style}${css}</style></head><body>${body}</body></html>`;
  return {
    html,
    assets: assets.size === 0 ? fontFiles : new Map([...fontFiles, ...assets]),
    paper,
    metadata,
    places: [],
  };
}
