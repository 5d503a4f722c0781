import { inflateSync } from "node:zlib";

/**
 * A PDF as Chromium's printing (Skia's `SkPDFDocument`) writes it: one classic cross-reference table, no object streams,
 * no incremental updates. Whatever differs from that is a surprise and throws: papers are not guessed at.
 */
export class SkiaPdf {
  /** One character a byte. */
  readonly #text: string;
  readonly #crossReferences: number;
  /** Where each object begins, by its number; object 0 does not exist. */
  readonly #offsets: readonly number[];
  readonly #trailer: string;

  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    const end = expect(/\nstartxref\n(\d+)\n%%EOF\n?$/.exec(this.#text.slice(-64)), "an end of file");
    this.#crossReferences = Number(end[1]);
    const table = this.#text.slice(this.#crossReferences);
    const head = expect(/^xref\n0 (\d+)\n/.exec(table), "a cross-reference table");
    const entries = table.slice(head[0].length, head[0].length + 20 * Number(head[1]));
    this.#offsets = Array.from({ length: Number(head[1]) }, (_, number) => {
      const entry = entries.slice(20 * number, 20 * number + 20);
      return Number(expect(/^(\d{10}) \d{5} [nf] \n$/.exec(entry), "an entry of the cross-reference table")[1]);
    });
    this.#trailer = table.slice(head[0].length + entries.length);
    expect(/^trailer\n<<\/Size \d+\n[^>]*>>\nstartxref\n/.exec(this.#trailer), "a trailer");
  }

  /** Numbers of the catalog and of the information dictionary. */
  get root(): number {
    return reference(this.#trailer, "Root");
  }

  get info(): number {
    return reference(this.#trailer, "Info");
  }

  /** One more than the highest number of an object. */
  get size(): number {
    return this.#offsets.length;
  }

  /** Text of an object's dictionary or array, from the line behind `n 0 obj` to its end or to its stream. */
  object(number: number): string {
    const start = this.#offsets[number];
    const head = `${number} 0 obj\n`;
    if (start === undefined || !this.#text.startsWith(head, start)) throw new Error(`Expected a PDF object ${number}`);
    const end = this.#text.indexOf("endobj", start);
    const text = this.#text.slice(start + head.length, end);
    const stream = text.indexOf(">> stream\n");
    return stream === -1 ? text : text.slice(0, stream + 2);
  }

  /** An object's stream as it is kept, one character a byte. Undefined where it has none. */
  stream(number: number): string | undefined {
    const dictionary = this.object(number);
    const begin = (this.#offsets[number] as number) + `${number} 0 obj\n`.length + dictionary.length;
    const keyword = " stream\n";
    if (!this.#text.startsWith(keyword, begin)) return undefined;
    const length = Number(expect(/\/Length (\d+)/.exec(dictionary), "the length of a stream")[1]);
    return this.#text.slice(begin + keyword.length, begin + keyword.length + length);
  }

  /** What an object's stream holds, unpacked; one character a byte. */
  content(number: number): string {
    const packed = expect(this.stream(number) ?? null, `a stream of object ${number}`);
    // What is short is written as it is.
    if (!this.object(number).includes("/Filter /FlateDecode")) return packed;
    return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
  }

  /** Text of an object, its stream with it, from the line behind `n 0 obj` to its end. */
  whole(number: number): string {
    const dictionary = this.object(number);
    const stream = this.stream(number);
    return stream === undefined ? dictionary : `${dictionary} stream\n${stream}\nendstream\n`;
  }

  /** The document with other texts of some objects, new ones too; those without a text are left out. */
  replace(objects: ReadonlyMap<number, string | undefined>): Uint8Array {
    const order = this.#offsets.map((start, number) => ({ start, number })).slice(1);
    order.sort((a, b) => a.start - b.start);
    const parts: string[] = [];
    const entries = [FREE];
    let length = 0;
    const append = (text: string) => {
      parts.push(text);
      length += text.length;
    };
    append(this.#text.slice(0, order[0]?.start ?? this.#crossReferences));
    for (const [index, { start, number }] of order.entries()) {
      if (objects.has(number)) continue;
      entries[number] = inUse(length);
      append(this.#text.slice(start, order[index + 1]?.start ?? this.#crossReferences));
    }
    for (const [number, text] of objects) {
      entries[number] = text === undefined ? FREE : inUse(length);
      if (text !== undefined) append(`${number} 0 obj\n${text}endobj\n`);
    }
    const trailer = this.#trailer
      .replace(/\/Size \d+/, `/Size ${entries.length}`)
      .replace(/(\nstartxref\n)\d+\n/, `$1${length}\n`);
    return Buffer.from([...parts, `xref\n0 ${entries.length}\n`, ...entries, trailer].join(""), "latin1");
  }

  /** Text of every object, as {@link object} gives it, by its number. */
  *objects(): Generator<readonly [number: number, text: string]> {
    for (let number = 1; number < this.#offsets.length; number++) yield [number, this.object(number)];
  }
}

/** The number of the object a dictionary refers to under a name. Throws where there is none. */
export function reference(dictionary: string, name: string): number {
  return Number(expect(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary), `a /${name}`)[1]);
}

/** Entries of a cross-reference table. */
const FREE = "0000000000 65535 f \n";

function inUse(offset: number): string {
  return `${String(offset).padStart(10, "0")} 00000 n \n`;
}

function expect<T>(found: T | null, what: string): T {
  if (found === null) throw new Error(`Expected ${what} as Chromium writes it, found none`);
  return found;
}
