import type { Asset, Page } from "../../model/page.ts";
import { BOX_START, formulaBoxes } from "./formula-boxes.ts";
import { pictureStandIn } from "./picture-stand-in.ts";
import { FACE_NAME, STAND_IN_FACE, standInText } from "./stand-in-face.ts";

/** Formulas and pictures of some documents, to be printed once. */
export interface Sheet {
  /** A document with each of them in a cell of its own. */
  readonly page: Pick<Page, "html" | "assets">;
  /** KaTeX's markup of the formulas' boxes, in the order of their cells. */
  readonly formulas: readonly string[];
  readonly pictures: readonly SheetPicture[];
  /** The number of the first stand-in: formulas count up from it, then pictures. */
  readonly first: number;
}

/** A picture by its address, and what is served for it where it is not printed itself. */
export interface SheetPicture {
  readonly url: string;
  readonly standIn: Asset;
}

const FACE_URL = "/insets/face.ttf";

/** Where the stand-in of a picture is. */
export function standInUrl(url: string): string {
  return `/insets${url}`;
}

const STAND_IN_STYLE = `
@font-face { font-family: ${FACE_NAME}; src: url(${FACE_URL}); font-weight: 1 1000 }
[data-stand-in] {
  font: normal 1em/0 ${FACE_NAME} !important; letter-spacing: 0 !important; word-spacing: 0 !important;
  white-space: nowrap !important; text-decoration: none !important
}
[data-stand-in] > span { display: inline-block !important }
`;

/** Much larger than on paper: the browser puts lines and rules on whole pixels, and draws none thinner than one. */
const SIZE = 64;

/** Width and height of a sheet's pages, in CSS pixels. */
export const SHEET_SIZE = 4800;

/** How wide and high a cell may be. */
export const MOST_ROOM = SHEET_SIZE - 8 * SIZE;

/** Room on each side of a cell. */
export const SURROUNDINGS = SIZE;

/** The sheet of a document, without what stands on others; undefined where nothing is left to be printed. */
export function sheetOf({ html, assets }: Page, others: readonly Sheet[], first: number): Sheet | undefined {
  const known = new Set(others.flatMap(({ formulas, pictures }) => [...formulas, ...pictures.map(({ url }) => url)]));
  const boxes = new Set([...formulaBoxes(html)].map(({ markup }) => markup));
  // In an order that has nothing to do with the document's.
  const formulas = [...boxes].filter((markup) => !known.has(markup)).sort();
  const pictures: SheetPicture[] = [];
  const shown = [...assets]
    .filter(([url, { type }]) => type.startsWith("image/") && !known.has(url) && html.includes(pictureStart(url)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [url, picture] of shown) {
    const standIn = pictureStandIn(picture, first + formulas.length + pictures.length);
    if (standIn) pictures.push({ url, standIn });
  }
  const parts = atBody(html);
  if (!parts || (formulas.length === 0 && pictures.length === 0)) return undefined;
  const plain = (tags: string, name: string) => tags.replace(new RegExp(`<${name}\\b`), `<${name} style="${PLAIN}"`);
  const cells = [
    ...formulas.map((markup, index) => formulaCell(markup, first + index)),
    ...pictures.map(({ url }) => pictureCell(url)),
  ];
  return {
    page: {
      html: `${plain(parts.head, "html")}<style>${STAND_IN_STYLE}${SHEET_STYLE}</style>${plain(parts.body, "body")}<div style="${PLAIN}; ${ROOM}">${cells.join("\n")}</div></body></html>`,
      assets: withStandIns(assets, [...others.flatMap((other) => other.pictures), ...pictures]),
    },
    formulas,
    pictures,
    first,
  };
}

/** A document with the style sheet of stand-ins behind all others; undefined where it is not plain where its body begins. */
export function withStandInStyle(html: string): string | undefined {
  const parts = atBody(html);
  return parts && `${parts.head}<style>${STAND_IN_STYLE}</style>${parts.body}${parts.content}`;
}

/** A document in three parts, the second of them the tag with which its body begins. */
function atBody(html: string): { head: string; body: string; content: string } | undefined {
  const [tag, ...others] = html.matchAll(/<body\b(?:"[^"]*"|'[^']*'|[^>"'])*>/g);
  if (!tag || others.length > 0) return undefined;
  const [body] = tag;
  return { head: html.slice(0, tag.index), body, content: html.slice(tag.index + body.length) };
}

/** As an element is that no style sheet knows of: nothing of a template decides how large a sheet is and what is seen of it. */
const PLAIN = "all: initial !important; direction: ltr !important; display: block !important";

/** A document's files with those that stand-ins need. */
export function withStandIns(
  assets: ReadonlyMap<string, Asset>,
  pictures: readonly SheetPicture[],
): ReadonlyMap<string, Asset> {
  const standIns = pictures
    .filter(({ url }) => assets.has(url))
    .map(({ url, standIn }) => [standInUrl(url), standIn] as const);
  return new Map([...assets, [FACE_URL, STAND_IN_FACE], ...standIns]);
}

/** How the markup of a picture begins; nothing else begins so, since text has no `<`. */
export function pictureStart(url: string): string {
  return `<img src="${url}"`;
}

const ROOM = [
  `width: ${SHEET_SIZE - 2 * SIZE}px`,
  "overflow: clip",
  "color: #010203",
  `font-size: ${SIZE}px`,
  "line-height: 1",
]
  .map((declaration) => `${declaration} !important`)
  .join("; ");

/** In one style sheet with that of stand-ins: with as many as the documents, a sheet takes their place in the browser. */
const SHEET_STYLE = `
${["", ":left", ":right", ":first", ":blank"]
  .map((page) => `@page ${page} { size: ${SHEET_SIZE}px ${SHEET_SIZE}px !important; margin: 0 !important }`)
  .join("\n")}
[data-cell] { display: inline-block; margin: ${SURROUNDINGS}px; break-inside: avoid }
[data-cell=picture] { position: relative; opacity: .999; line-height: 0 }
[data-cell=picture] img { all: initial; display: inline }
[data-cell=picture] img + img { position: absolute; top: 0; left: 0; width: 100%; height: 100% }
[data-cell=formula] .base { opacity: .999 }
[data-cell=formula] [style*="color:transparent"] { color: rgb(1 2 3 / 0) !important }
`;

function formulaCell(markup: string, number: number): string {
  const box = `${BOX_START}<span data-stand-in>${standInText(number)}</span>${markup.slice(BOX_START.length)}`;
  return `<span data-cell="formula"><span class="katex"><span class="katex-html">${box}</span></span></span>`;
}

function pictureCell(url: string): string {
  return `<span data-cell="picture">${pictureStart(url)}>${pictureStart(standInUrl(url))}></span>`;
}
