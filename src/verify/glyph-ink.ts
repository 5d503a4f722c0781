import type { Box } from "./placement.ts";

/** Where the glyphs of a TrueType typeface have ink. */
export class GlyphInk {
  readonly #bytes: Buffer;
  readonly #tables = new Map<string, number>();
  /** Units of the typeface in its size. */
  readonly #units: number;
  readonly #hasLongPlaces: boolean;

  /** Throws a RangeError for one that ends too early. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const count = bytes.readUInt16BE(4);
    for (let at = 12; at < 12 + 16 * count; at += 16)
      this.#tables.set(bytes.toString("latin1", at, at + 4), bytes.readUInt32BE(at + 8));
    const head = this.#tables.get("head") ?? 0;
    this.#units = bytes.readUInt16BE(head + 18) || 1;
    this.#hasLongPlaces = bytes.readInt16BE(head + 50) !== 0;
  }

  /** In thousandths of the typeface's size from the glyph's place; undefined for a glyph without ink. */
  of(glyph: number): Box | undefined {
    const [places, outlines] = [this.#tables.get("loca"), this.#tables.get("glyf")];
    if (places === undefined || outlines === undefined) return undefined;
    const place = (index: number) =>
      this.#hasLongPlaces
        ? this.#bytes.readUInt32BE(places + 4 * index)
        : 2 * this.#bytes.readUInt16BE(places + 2 * index);
    const at = outlines + place(glyph);
    if (at === outlines + place(glyph + 1)) return undefined;
    const [left, bottom, right, top] = [2, 4, 6, 8].map(
      (offset) => (1000 * this.#bytes.readInt16BE(at + offset)) / this.#units,
    ) as [number, number, number, number];
    return { left, bottom, right, top };
  }
}
