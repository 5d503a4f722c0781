/** A character as a terminal shows it. */
export interface Cell {
  /** What is shown: never a control character. */
  readonly text: string;
  /** Columns it takes: 0, 1, 2, or 4 for a tab. */
  readonly width: number;
  /** UTF-16 code units it takes in the source. */
  readonly length: number;
}

const TAB = "    ";

/** Controls, bidirectional overrides, invisible characters and lone surrogates: what could change or hide other text. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** Shown two columns wide: emoji, and East Asian Width W and F (Unicode Standard Annex #11). */
const WIDE =
  /^(?:\p{Emoji_Presentation}|.+\uFE0F|[\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DF2}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}])/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Each a character and a column of its own. */
const ASCII = /^[ -~]*$/;

/** As a person counts characters. Made when it is first needed: it takes longer than all else that a short command does. */
function graphemesOf(text: string): Iterable<{ readonly segment: string }> {
  if (ASCII.test(text)) return Array.from(text, (segment) => ({ segment }));
  graphemes ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return graphemes.segment(text);
}

let graphemes: Intl.Segmenter | undefined;

/** The characters, as a person counts them, of a line without its ending. */
export function cellsOf(line: string): Cell[] {
  return Array.from(graphemesOf(line), ({ segment }) => {
    const text = segment === "\t" ? TAB : printable(segment);
    return { text, width: segment === "\t" ? TAB.length : widthOf(text), length: segment.length };
  });
}

/** Text that is safe to show: nothing in it moves the cursor, changes colours or the order of what is read. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/** Columns a line of printable text takes. */
export function displayWidth(text: string): number {
  return Array.from(graphemesOf(text)).reduce((sum, { segment }) => sum + widthOf(segment), 0);
}

function widthOf(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
