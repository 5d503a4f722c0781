import { inflateSync } from "node:zlib";
import { isDictionary, nameOf, type PdfDictionary, PdfReference, type PdfValue, ValueReader } from "./pdf-value.ts";

/** Bytes of a PDF, and what describes them. */
class PdfStream {
  readonly dictionary: PdfDictionary;
  /** As they stand in the file. */
  readonly bytes: Buffer;

  constructor(dictionary: PdfDictionary, bytes: Buffer) {
    this.dictionary = dictionary;
    this.bytes = bytes;
  }
}

/**
 * A PDF with every object that is written in it, read from the first byte to the last: nothing is skipped, and of no object
 * there are two. So what is not found here is not there.
 */
export class PdfFile {
  /** All strings and names outside of streams. */
  readonly words: ReadonlySet<string>;
  readonly #objects = new Map<number, PdfValue | PdfStream>();
  #trailer: PdfDictionary | undefined;

  /** Throws where the bytes are no PDF, or one whose objects are packed or encrypted. */
  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = buffer.toString("latin1");
    if (!text.startsWith("%PDF-")) throw new Error("it does not begin as a PDF does");
    const reader = new ValueReader(text);
    this.words = reader.words;
    for (reader.skipSpace(); reader.at < text.length; reader.skipSpace()) {
      TABLE.lastIndex = reader.at;
      if (text[reader.at] === "x" && TABLE.test(text)) {
        reader.at = TABLE.lastIndex;
        this.#takeTrailer(reader);
      } else this.#takeObject(reader, text, buffer);
    }
    if (this.words.has("ObjStm") || this.words.has("Encrypt"))
      throw new Error("its objects are packed or encrypted, and cannot all be looked at");
    if (!this.#trailer) throw new Error("it has no trailer");
  }

  /** Every object, with a stream's dictionary for a stream. */
  get values(): readonly PdfValue[] {
    return [...this.#objects.values()].map((object) => (object instanceof PdfStream ? object.dictionary : object));
  }

  /** The dictionary that leads to all else. */
  get trailer(): PdfDictionary {
    return this.#trailer as PdfDictionary;
  }

  /** What a value stands for; a stream's dictionary for a stream, null for an object that is missing. */
  value(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null;
    const object = this.#objects.get(value.number) ?? null;
    return object instanceof PdfStream ? object.dictionary : object;
  }

  /** A dictionary; an empty one where something else stands. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.value(value);
    return isDictionary(found) ? found : NOTHING;
  }

  /** An array; an empty one where something else stands. */
  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.value(value);
    return Array.isArray(found) ? found : [];
  }

  /** What a stream holds. Throws where there is none, or it is packed in a way that is not known. */
  content(value: PdfValue | undefined): Buffer {
    const stream = this.#stream(value);
    const filter = this.value(stream.dictionary.get("Filter"));
    const name = nameOf(Array.isArray(filter) && filter.length === 1 ? filter[0] : filter);
    if (filter !== null && name !== "FlateDecode")
      throw new Error("Unexpected filter of a stream, expected FlateDecode");
    if (stream.dictionary.has("DecodeParms")) throw new Error("Unexpected parameters of a stream's filter");
    return name ? inflateSync(stream.bytes, { maxOutputLength: MAX_CONTENT }) : stream.bytes;
  }

  /** The bytes of a stream as they stand in the file. Throws where there is none. */
  packed(value: PdfValue | undefined): Buffer {
    return this.#stream(value).bytes;
  }

  #stream(value: PdfValue | undefined): PdfStream {
    const stream = value instanceof PdfReference ? this.#objects.get(value.number) : undefined;
    if (!(stream instanceof PdfStream)) throw new Error("Unexpected value in the place of a stream");
    return stream;
  }

  #takeTrailer(reader: ValueReader): void {
    if (this.#trailer) throw new Error("it was changed after it was written");
    this.#trailer = reader.read() as PdfDictionary;
    reader.skipSpace();
    if (!reader.skip("startxref")) throw new Error("Unexpected end, expected startxref");
    reader.read();
  }

  #takeObject(reader: ValueReader, text: string, buffer: Buffer): void {
    HEAD.lastIndex = reader.at;
    const number = Number(HEAD.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(number))
      throw new Error(`Unexpected "${text.slice(reader.at, reader.at + 20)}", expected an object`);
    if (this.#objects.has(number)) throw new Error(`there are two objects ${number}`);
    reader.at = HEAD.lastIndex;
    const value = reader.read();
    reader.skipSpace();
    if (isDictionary(value) && reader.skip("stream")) {
      if (!reader.skip("\r\n") && !reader.skip("\n")) throw new Error("Unexpected beginning of a stream");
      const length = value.get("Length");
      if (typeof length !== "number") throw new Error("Unexpected stream without a length");
      this.#objects.set(number, new PdfStream(value, buffer.subarray(reader.at, reader.at + length)));
      reader.at += length;
      reader.skipSpace();
      if (!reader.skip("endstream")) throw new Error(`Unexpected length of stream ${number}`);
      reader.skipSpace();
    } else this.#objects.set(number, value);
    if (!reader.skip("endobj")) throw new Error(`Unexpected end of object ${number}`);
  }
}

/** Bytes that a stream may hold. */
const MAX_CONTENT = 2 ** 26;

const NOTHING: PdfDictionary = new Map();
const HEAD = /(\d+) \d+ obj\b/y;
/** The table of cross-references: it says where objects are, and all of them are read anyway. */
const TABLE = /xref\s+(?:\d+ \d+\s+(?:\d{10} \d{5} [fn]\s*)*)+trailer\b/y;
