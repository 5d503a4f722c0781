/** A value of a PDF (ISO 32000-1, 7.3). Strings are decoded where they begin with the mark of an encoding. */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary;

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A name: `/Font`. */
export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** What stands for an object: `12 0 R`. */
export class PdfReference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

/** The text of a name; undefined for any other value. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return value instanceof PdfName ? value.name : undefined;
}

/** Reads values from text in which each character is a byte, one behind the other. Throws where something else stands. */
export class ValueReader {
  /** Where the next value is looked for. */
  at: number;
  /** Every string and name so far. */
  readonly words = new Set<string>();
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** Goes over white space and comments. */
  skipSpace(): void {
    const text = this.#text;
    while (KINDS[text.charCodeAt(this.at)] === SPACE) this.at++;
    if (text[this.at] !== "%") return;
    COMMENTS.lastIndex = this.at;
    COMMENTS.test(text);
    this.at = COMMENTS.lastIndex;
  }

  /** Goes over a keyword; false, having gone nowhere, where another one stands. */
  skip(keyword: string): boolean {
    if (!this.#text.startsWith(keyword, this.at)) return false;
    this.at += keyword.length;
    return true;
  }

  /** The value that stands next. */
  read(): PdfValue {
    this.skipSpace();
    switch (this.#text[this.at]) {
      case "/":
        return new PdfName(this.#name());
      case "(":
        return this.#string();
      case "[":
        return this.#array();
      case "<":
        return this.skip("<<") ? this.#dictionary() : this.#string();
    }
    return this.#wholeNumber() ?? this.#word();
  }

  /** A number of digits alone, or the reference that begins with it: nearly all that is not a name. */
  #wholeNumber(): number | PdfReference | undefined {
    const text = this.#text;
    const end = endOfDigits(text, this.at);
    if (end === this.at || text[end] === ".") return undefined;
    const number = Number(text.slice(this.at, end));
    const generation = text[end] === " " ? endOfDigits(text, end + 1) : end;
    const isReference = generation > end + 1 && text.startsWith(" R", generation) && !isWord(text[generation + 2]);
    this.at = isReference ? generation + 2 : end;
    return isReference ? new PdfReference(number) : number;
  }

  #word(): PdfValue {
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.#text)?.[0];
    if (word === undefined)
      throw new Error(`Unexpected "${this.#text.slice(this.at, this.at + 20)}", expected a value`);
    this.at = WORD.lastIndex;
    switch (word) {
      case "true":
        return true;
      case "false":
        return false;
      case "null":
        return null;
      default:
        return Number(word);
    }
  }

  #array(): readonly PdfValue[] {
    const values: PdfValue[] = [];
    this.at++;
    for (this.skipSpace(); !this.skip("]"); this.skipSpace()) values.push(this.read());
    return values;
  }

  #dictionary(): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (this.skipSpace(); !this.skip(">>"); this.skipSpace()) {
      const name = this.#name();
      // A reader may take the first, another the second.
      if (entries.has(name)) throw new Error(`Unexpected second /${name} in a dictionary`);
      entries.set(name, this.read());
    }
    return entries;
  }

  #name(): string {
    const text = this.#text;
    if (text[this.at] !== "/") throw new Error(`Unexpected "${text.slice(this.at, this.at + 20)}", expected a name`);
    const start = ++this.at;
    while (KINDS[text.charCodeAt(this.at)] === REGULAR) this.at++;
    const written = text.slice(start, this.at);
    const name = written.includes("#")
      ? written.replace(/#([\dA-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      : written;
    this.words.add(name);
    return name;
  }

  /** The bytes of the string that stands next, one character each. */
  readBytes(): string {
    return this.#text[this.at] === "(" ? this.#literal() : this.#hexadecimal();
  }

  #string(): string {
    const text = decode(this.readBytes());
    this.words.add(text);
    return text;
  }

  #hexadecimal(): string {
    const end = this.#text.indexOf(">", this.at);
    const digits = this.#text.slice(this.at + 1, end).replace(/\s/g, "");
    if (end === -1 || /[^\dA-Fa-f]/.test(digits)) throw new Error("Unexpected sign in a string of hexadecimal digits");
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex").toString("latin1");
  }

  /** Parentheses inside a literal are balanced or escaped. */
  #literal(): string {
    const text = this.#text;
    const start = this.at + 1;
    let depth = 0;
    let isEscaped = false;
    for (; this.at < text.length; this.at++) {
      const sign = text[this.at];
      if (sign === "\\") {
        isEscaped = true;
        this.at++;
      } else if (sign === "(") depth++;
      else if (sign === ")" && --depth === 0) {
        const literal = text.slice(start, this.at++);
        return isEscaped ? withoutEscapes(literal) : literal;
      }
    }
    throw new Error("Unexpected end of the file in a string");
  }
}

/** What a byte is among others (ISO 32000-1, 7.2.2): only white space and delimiters end a name. */
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const KINDS = new Uint8Array(256).fill(REGULAR);
for (const sign of "\0\t\n\f\r ") KINDS[sign.charCodeAt(0)] = SPACE;
for (const sign of "()<>[]{}/%") KINDS[sign.charCodeAt(0)] = DELIMITER;

const COMMENTS = /(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y;
const WORD = /[-+]?(?:\d+\.?\d*|\.\d+)|true\b|false\b|null\b/y;

function endOfDigits(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code >= 0x30 && code <= 0x39; code = text.charCodeAt(end)) end++;
  return end;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /\w/.test(sign);
}

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" };

function withoutEscapes(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? (ESCAPED[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** Bytes as text: UTF-16 or UTF-8 where they begin with its mark. */
function decode(bytes: string): string {
  if (bytes.startsWith("\xFE\xFF")) return Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le");
  if (bytes.startsWith("\xEF\xBB\xBF")) return Buffer.from(bytes.slice(3), "latin1").toString("utf8");
  return bytes;
}
