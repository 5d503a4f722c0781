import type { Place } from "./place.ts";
import type { SourceText } from "./source-text.ts";

/** Attributes as written: `{#id .class key=value key="two words" flag}`. */
export interface Attributes {
  /** The braces and what they hold. */
  readonly place: Place;
  readonly entries: readonly AttributeEntry[];
}

/** One attribute. `#id` has the name `id`, `.class` the name `class`; a flag has no value. */
export interface AttributeEntry {
  readonly name: string;
  readonly value?: string;
  readonly place: Place;
}

/** Why braces could not be understood, and where. */
export interface AttributeFault {
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
}

const TYPOGRAPHIC_QUOTES = /[“”„‟«»‘’‚‛]/u;
const ENTRY =
  /\s+|[#.]([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)|([\p{L}_][\p{L}\p{M}\p{N}_-]*)(=(?:"([^"]*)"|'([^']*)'|([^\s"'{}=“”„‟«»‘’‚‛]+)))?/uy;

/**
 * Understands the attributes at [start, end) of a source, braces included (Pandoc's syntax, as format.md has it).
 * Returns the first thing that is no attribute as a fault.
 */
export function parseAttributes(source: SourceText, start: number, end: number): Attributes | AttributeFault {
  const inner = source.text.slice(start + 1, end - 1);
  const entries: AttributeEntry[] = [];
  let at = 0;
  while (at < inner.length) {
    ENTRY.lastIndex = at;
    const match = ENTRY.exec(inner);
    if (!match || !endsCleanly(inner, ENTRY.lastIndex, match[0])) return fault(source, start + 1 + at, end - 1);
    const place = source.place(start + 1 + at, start + 1 + ENTRY.lastIndex);
    const [whole, short, name, assignment, double, single, bare] = match;
    if (short) entries.push({ name: whole.startsWith("#") ? "id" : "class", value: short, place });
    else if (name && assignment) entries.push({ name, value: double ?? single ?? bare ?? "", place });
    else if (name) entries.push({ name, place });
    at = ENTRY.lastIndex;
  }
  return { place: source.place(start, end), entries };
}

/** Attributes stand apart: `a=1b=2` and `#a#b` are slips, not two attributes. */
function endsCleanly(inner: string, end: number, entry: string): boolean {
  return entry.trim() === "" || end === inner.length || /\s/.test(inner[end] as string);
}

function fault(source: SourceText, start: number, end: number): AttributeFault {
  const rest = source.text.slice(start, end);
  const word = /^\S+/.exec(rest)?.[0] ?? rest;
  const place = source.place(start, start + word.length);
  return TYPOGRAPHIC_QUOTES.test(word)
    ? {
        message: `Unexpected typographic quote in attributes: ${word}`,
        hint: 'Use straight quotes: key="two words".',
        place,
      }
    : {
        message: `Unexpected "${word}" in attributes`,
        hint: 'Attributes are written {#id key=value key="two words" flag}; for braces in the text write \\{ and \\}.',
        place,
      };
}
