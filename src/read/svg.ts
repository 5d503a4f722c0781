/** What is wrong with a picture, and what to do about it. */
export interface PictureFault {
  readonly rule: "image-format" | "image-reference" | "image-too-large";
  /** Completes a sentence that begins with the file's name. */
  readonly message: string;
  readonly hint: string;
}

/** The most elements that are drawn, each as often as `<use>` repeats it: ten levels of ten make ten thousand million. */
const MAX_DRAWN = 100_000;

/** The most elements inside each other, and the most times that what is used uses something itself. */
const MAX_LEVELS = 200;

/** What may stand before an SVG's root element. */
const PROLOGUE = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>/y;

const TAG = /<(\/?)([^\s<>/"'=!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;
const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const HREF = /\s(?:xlink:)?href\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const STYLE_ADDRESS = /url\(\s*["']?([^"')\s]*)|@import\s+["']([^"']*)/gi;

/**
 * What keeps a drawing from being printed as its author saw it, or from being printed at all: a picture shows nothing but
 * itself, so the files and addresses it names are missing on paper. Undefined where nothing does.
 */
export function faultOfDrawing(bytes: Uint8Array): PictureFault | undefined {
  const text = new TextDecoder().decode(bytes);
  const start = rootOf(text);
  if (start === undefined)
    return /^[^[]*<!DOCTYPE[^>]*\[/.test(text.slice(0, 10_000))
      ? { rule: "image-format", message: "declares entities", hint: "Save it as a plain SVG." }
      : { rule: "image-format", message: "is not what its ending says", hint: OTHER_FORMAT };
  const drawing = understand(text, start);
  const [named] = drawing.addresses;
  if (named !== undefined) {
    const message = `refers to ${named.slice(0, 100)}, which would be missing on paper`;
    return { rule: "image-reference", message, hint: "Embed it: a picture shows nothing but itself." };
  }
  const message = `draws more than ${MAX_DRAWN} elements, or ${MAX_LEVELS} inside each other`;
  return drawing.isTooLarge ? { rule: "image-too-large", message, hint: "Simplify it, or save it as PNG." } : undefined;
}

/** What to do about a picture that only has the name of its format. */
export const OTHER_FORMAT = "Save it again in the format of its ending.";

/** Piece by piece, so that a hostile file cannot make one expression try all ways to divide its comments. */
function rootOf(text: string): number | undefined {
  let at = 0;
  for (;;) {
    PROLOGUE.lastIndex = at;
    if (!PROLOGUE.test(text)) return /^<svg[\s>]/.test(text.slice(at, at + 5)) ? at : undefined;
    at = PROLOGUE.lastIndex;
  }
}

/** An element that may be used elsewhere: how many it consists of, and which of all uses stand in it. */
interface Usable {
  elements: number;
  readonly firstUse: number;
  endOfUses: number;
}

/** Goes through the tags once, up to the first that is broken: a browser goes no further either. */
function understand(text: string, start: number): { addresses: string[]; isTooLarge: boolean } {
  const isElsewhere = (address: string) => !/^\s*(#|data:|$)/i.test(address);
  const addresses = [...text.matchAll(STYLE_ADDRESS)].map(([, url, imported]) => url ?? imported ?? "");
  const usable = new Map<string, Usable>();
  const uses: string[] = [];
  const open: { readonly element?: Usable; readonly before: number }[] = [];
  let elements = 0;
  for (let at = start; at >= 0; at = text.indexOf("<", at)) {
    const other = OTHERS.find(([opening]) => text.startsWith(opening, at));
    if (other) {
      at = text.indexOf(other[1], at);
      if (at < 0) break;
      continue;
    }
    TAG.lastIndex = at;
    const [tag, closing, name = "", attributes = ""] = TAG.exec(text) ?? [];
    if (tag === undefined) break;
    at = TAG.lastIndex;
    if (!closing) {
      const id = attributeOf(ID, attributes);
      const href = attributeOf(HREF, attributes) ?? "";
      const element = id === undefined ? undefined : { elements: 0, firstUse: uses.length, endOfUses: uses.length };
      if (id !== undefined && element && !usable.has(id)) usable.set(id, element);
      if (!/(^|:)a$/.test(name)) addresses.push(href);
      if (/(^|:)use$/.test(name)) uses.push(href.trim().slice(1));
      open.push({ before: elements, ...(element && { element }) });
      elements += 1;
    }
    if (open.length > MAX_LEVELS || elements > MAX_DRAWN) return { addresses: [], isTooLarge: true };
    if (closing || attributes.endsWith("/")) {
      const { element, before } = open.pop() ?? { before: 0 };
      if (element) Object.assign(element, { elements: elements - before, endOfUses: uses.length });
    }
  }
  const drawn = elements + drawnBy(uses, usable, uses, new Map(), 0);
  return { addresses: addresses.filter(isElsewhere), isTooLarge: drawn > MAX_DRAWN };
}

/** What holds no tags, by how it begins and ends. */
const OTHERS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
  ["<?", "?>"],
] as const;

/** How many elements these uses draw, as far as it is not too many. */
function drawnBy(
  names: readonly string[],
  usable: ReadonlyMap<string, Usable>,
  all: readonly string[],
  known: Map<string, number>,
  level: number,
): number {
  if (level > MAX_LEVELS) return Number.POSITIVE_INFINITY;
  let drawn = 0;
  for (const name of names) {
    const element = usable.get(name);
    let own = known.get(name);
    if (own === undefined && element) {
      // What uses itself is not drawn.
      known.set(name, 0);
      const inside = all.slice(element.firstUse, element.endOfUses);
      own = element.elements + drawnBy(inside, usable, all, known, level + 1);
      known.set(name, own);
    }
    drawn += own ?? 0;
    if (drawn > MAX_DRAWN) return drawn;
  }
  return drawn;
}

function attributeOf(attribute: RegExp, attributes: string): string | undefined {
  const [, double, single] = attribute.exec(attributes) ?? [];
  return double ?? single;
}
