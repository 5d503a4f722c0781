import type { LockedText } from "./lock.ts";

/** Characters of a text that are quoted whole. */
const WHOLE = 60;
/** Characters of equal text kept beside a difference. */
const BESIDE = 20;

/** A text in quotes, cut where it is long. */
export function quote(text: LockedText): string {
  const line = lineOf(text);
  return line.length > WHOLE ? `"${line.slice(0, wordEnd(line, WHOLE)).trimEnd()} …"` : `"${line}"`;
}

/** "would read … instead of …": two texts in quotes, cut to where they differ when they are long. */
export function wouldRead(after: LockedText, before: LockedText): string {
  const [one, other] = [lineOf(after), lineOf(before)];
  if (one.length <= WHOLE && other.length <= WHOLE) return `would read "${one}" instead of "${other}"`;
  let same = 0;
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same++;
  const start = same <= BESIDE ? 0 : wordStart(one, same - BESIDE);
  const rest = [one.slice(start), other.slice(start)] as const;
  let end = 0;
  const most = Math.min(...rest.map(({ length }) => length)) - (same - start);
  while (end < most && rest[0].at(-1 - end) === rest[1].at(-1 - end)) end++;
  const [now, then] = rest.map((text) => {
    const cut = end <= BESIDE ? text.length : wordEnd(text, text.length - end + BESIDE);
    const shown = cut > 2 * WHOLE ? wordEnd(text, 2 * WHOLE) : cut;
    return `"${start > 0 ? "… " : ""}${text.slice(0, shown).trim()}${shown < text.length ? " …" : ""}"`;
  });
  return `would read ${now} instead of ${then}`;
}

function lineOf(text: LockedText): string {
  return [text].flat().filter(Boolean).join(" ");
}

/** The start of the word at a place, or the place itself in a script without spaces. */
function wordStart(text: string, at: number): number {
  if (at < BESIDE) return 0;
  const space = text.lastIndexOf(" ", at);
  return space >= 0 && at - space < BESIDE ? space + 1 : whole(text, at);
}

function wordEnd(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  if (space >= 0 && space - at < BESIDE) return space;
  return text.length - at < BESIDE ? text.length : whole(text, at);
}

/** A place that parts no character of two code units. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
}
