/*
 * What stands in a PDF outside of its streams: every dictionary and string, whatever it is for. A reader shows what it
 * knows of; this misses nothing that is written in plain sight.
 */

/** A PDF's objects without what their streams hold. */
export interface PdfObjects {
  /** Source text of each object, one character a byte. */
  readonly objects: readonly string[];
  /** All strings and names, decoded, each once. */
  readonly strings: ReadonlySet<string>;
  /** Whether some objects are packed or encrypted, so that they are not among these. */
  readonly isPacked: boolean;
}

/** Reads the objects of a PDF. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, "");
  const objects = text.split(/\bendobj\b/);
  return { objects, strings: new Set(stringsIn(text)), isPacked: /\/ObjStm\b|\/Encrypt\b/.test(text) };
}

/** Literal and hexadecimal strings, and names. Parentheses inside a literal are balanced or escaped. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*|<<|<([\dA-Fa-f\s]*)>|\/([^\s()<>[\]{}/%]+)/g;

function* stringsIn(text: string): Generator<string> {
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [all, hexadecimal, name] = match;
    if (name !== undefined)
      yield name.replace(/#([\dA-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    else if (hexadecimal !== undefined)
      yield decode(Buffer.from(hexadecimal.replace(/\s/g, ""), "hex").toString("latin1"));
    else if (all !== "<<") {
      const end = endOfLiteral(text, match.index);
      yield decode(withoutEscapes(text.slice(match.index + 1, end)));
      token.lastIndex = end + 1;
    }
  }
}

/** Where the parenthesis that closes a literal stands. */
function endOfLiteral(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const sign = text[index];
    if (sign === "\\") index++;
    else if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return index;
  }
  return text.length;
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
