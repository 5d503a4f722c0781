import { brotliDecompressSync } from "node:zlib";

/**
 * The characters a WOFF2 file has glyphs for, by code point. Only its table of characters is looked at (formats 4 and 12, the
 * ones typefaces for text are made with). Throws for anything else. See https://www.w3.org/TR/WOFF2/ and the OpenType chapter on `cmap`.
 */
export function fontCharacters(file: Uint8Array): ReadonlySet<number> {
  const known = characters.get(file);
  if (known) return known;
  const read = readCharacterMap(findCharacterMap(file));
  characters.set(file, read);
  return read;
}

const characters = new WeakMap<Uint8Array, ReadonlySet<number>>();

const SIGNATURE = 0x774f4632;
const HEADER_LENGTH = 48;
/** Numbers of tables in a WOFF2 directory. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
/** A table that is named in full. */
const OTHER = 63;

function findCharacterMap(file: Uint8Array): DataView {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < HEADER_LENGTH || view.getUint32(0) !== SIGNATURE)
    throw new Error("Expected a WOFF2 file, found another");
  let at = HEADER_LENGTH;
  const readLength = () => {
    let length = 0;
    for (;;) {
      const byte = view.getUint8(at++);
      length = length * 128 + (byte & 127);
      if (byte < 128) return length;
    }
  };

  let start = 0;
  let found: { readonly start: number; readonly length: number } | undefined;
  for (let tables = view.getUint16(12); tables > 0; tables--) {
    const flags = view.getUint8(at++);
    const table = flags & 63;
    if (table === OTHER) at += 4;
    const length = readLength();
    const version = flags >> 6;
    const isTransformed = table === GLYF || table === LOCA ? version !== 3 : version !== 0;
    const stored = isTransformed ? readLength() : length;
    if (table === CMAP) found = { start, length };
    start += stored;
  }
  if (!found) throw new Error("Expected a typeface with a table of characters, found none");
  const tables = brotliDecompressSync(file.subarray(at, at + view.getUint32(20)));
  return new DataView(tables.buffer, tables.byteOffset + found.start, found.length);
}

function readCharacterMap(cmap: DataView): ReadonlySet<number> {
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + index * 8));
  const read = new Set<number>();
  for (const offset of new Set(offsets)) {
    const table = new DataView(cmap.buffer, cmap.byteOffset + offset);
    const format = table.getUint16(0);
    if (format === 4) readSegments(table, read);
    else if (format === 12) readGroups(table, read);
  }
  return read;
}

/** Format 4: segments of the first 65,536 characters. */
function readSegments(table: DataView, read: Set<number>): void {
  const count = table.getUint16(6) / 2;
  const ends = 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  for (let segment = 0; segment < count; segment++) {
    const first = table.getUint16(starts + segment * 2);
    const last = table.getUint16(ends + segment * 2);
    const delta = table.getUint16(deltas + segment * 2);
    const place = offsets + segment * 2;
    const offset = table.getUint16(place);
    for (let character = first; character <= last && character < 0xffff; character++) {
      const named = offset === 0 ? character : table.getUint16(place + offset + (character - first) * 2);
      const glyph = offset !== 0 && named === 0 ? 0 : (named + delta) & 0xffff;
      if (glyph !== 0) read.add(character);
    }
  }
}

/** Format 12: groups of any characters. */
function readGroups(table: DataView, read: Set<number>): void {
  for (let group = 0; group < table.getUint32(12); group++) {
    const at = 16 + group * 12;
    const [first, last, glyph] = [table.getUint32(at), table.getUint32(at + 4), table.getUint32(at + 8)];
    for (let character = first; character <= last; character++)
      if (glyph + character - first !== 0) read.add(character);
  }
}
