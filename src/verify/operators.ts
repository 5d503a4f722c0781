import { type PdfValue, ValueReader } from "./pdf-value.ts";

/** An operator of a page's content (ISO 32000-1, 7.8.2), with what stands before it. */
export interface Operator {
  readonly name: string;
  /** Its names and dictionaries. */
  readonly values: readonly PdfValue[];
  /** The bytes of its strings, joined, as hexadecimal digits. */
  readonly shown: string;
  /** Its operands as they are written. */
  readonly source: string;
}

/**
 * The operators of a content that have one of these names; what draws lines and areas is most of it, and passed over. Throws
 * for what is neither operator nor operand, and for a picture inside of the content.
 */
export function* operatorsOf(content: Buffer, names: ReadonlySet<string>): Generator<Operator, void> {
  const firsts = new Uint8Array(256);
  // What is cut out of a content takes longer to compare with every name than to look for once.
  const known = new Map<string, string>();
  for (const name of names) {
    firsts[name.charCodeAt(0)] = 1;
    known.set(name, name);
  }
  const text = content.toString("latin1");
  const reader = new ValueReader(text);
  let values: PdfValue[] = [];
  let shown = "";
  let start = 0;
  let at = 0;
  while (at < content.length) {
    const kind = KINDS[content[at] as number];
    if (kind === NUMBER) at++;
    else if (kind === WORD) {
      let end = at + 1;
      while (KINDS[content[end] as number] === WORD || isDigit(content[end])) end++;
      if (firsts[content[at] as number]) {
        const name = known.get(text.slice(at, end));
        if (name === "BI") throw new Error("Unexpected picture inside of a page's content");
        if (name !== undefined) yield { name, values, shown, source: text.slice(start, at) };
      }
      if (values.length > 0) values = [];
      shown = "";
      start = at = end;
    } else if (kind === HEXADECIMAL && KINDS[content[at + 1] as number] !== HEXADECIMAL) {
      const end = text.indexOf(">", at);
      if (end === -1) throw new Error("Unexpected end of a page's content in a string");
      shown += text.slice(at + 1, end);
      at = end + 1;
    } else {
      reader.at = at;
      if (text[at] === "%") reader.skipSpace();
      else if (text.startsWith(STRETCH, at)) values.push(readStretch(reader, text));
      else if (text[at] === "(") shown += Buffer.from(reader.readBytes(), "latin1").toString("hex");
      else values.push(reader.read());
      at = reader.at;
    }
  }
}

/** What begins a stretch of a page's text names hardly ever more than its number. */
const STRETCH = "<</MCID ";
const STRETCH_NUMBER = /(\d+) ?>>/y;

function readStretch(reader: ValueReader, text: string): PdfValue {
  STRETCH_NUMBER.lastIndex = reader.at + STRETCH.length;
  const number = STRETCH_NUMBER.exec(text)?.[1];
  if (number === undefined) return reader.read();
  reader.at = STRETCH_NUMBER.lastIndex;
  return new Map<string, PdfValue>().set("MCID", Number(number));
}

/** What a byte may be part of. Everything else begins a value, or is a fault. */
const NUMBER = 1;
const WORD = 2;
const HEXADECIMAL = 3;
const KINDS = new Uint8Array(256);
for (const sign of "\0\t\n\f\r +-.0123456789[]") KINDS[sign.charCodeAt(0)] = NUMBER;
for (const sign of "'\"*ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") KINDS[sign.charCodeAt(0)] = WORD;
KINDS["<".charCodeAt(0)] = HEXADECIMAL;

/** `d0` and `d1` are operators too. */
function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
