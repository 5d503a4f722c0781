/**
 * A wording to look for in text, ignoring case. In its source a space is any white space (` ?` also none), `{A}` is an option's letter, bare, quoted or in brackets, and `{n}` is a number.
 * It matches between word borders of any script: `\b` knows only Latin letters.
 */
export function phrase(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${expand(source)})(?![\\p{L}\\p{M}\\p{N}])`, "iu");
}

/** As `phrase`, for scripts that put no space between words: it matches anywhere, and a space in the source may be absent. */
export function unspaced(source: string): RegExp {
  return new RegExp(expand(source.replaceAll(" ", String.raw`\s*`)), "iu");
}

/** As `phrase`, for the whole of a text, with or without a final stop. */
export function whole(source: string): RegExp {
  return new RegExp(`^\\s*(?:${expand(source)})\\s*[.!。．！]?\\s*$`, "iu");
}

/** What a language says around option letters; each a source of `phrase`. */
export interface LetterWords {
  /** Between two letters, its spaces included: `" (?:and|or) "`. */
  readonly join: string;
  /** Before a pair: "both", "neither". */
  readonly both: string;
  /** Before or after a pair that is a whole option: "only". */
  readonly only: string;
  /** Before a letter: "option", "answers". */
  readonly noun: string;
  /** After letters: "are correct". */
  readonly verdict: string;
}

/**
 * Mentions of options by letter. A bare letter is often something else (a word of the language, a vitamin, a blood group, a set), so letters count only
 * where the wording around them speaks of options, where they are a whole option, or where brackets mark them: "a) and c)".
 */
export function letterMentions({ join, both, only, noun, verdict }: LetterWords): RegExp[] {
  const letters = `{A}(?:, {A})*(?:${join}){A}`;
  const ends = String.raw`(?=\s*(?:$|[.,;!?)»”،؛؟]))`;
  return [
    phrase(`(?:${both}) ${letters}(?:${ends}|(?= (?:${verdict})))`),
    phrase(`${letters} (?:${verdict})`),
    phrase(`(?:${noun}) (?:${letters}|{A}(?:${ends}|(?= (?:${verdict})))|[("'“«]${LETTER}["'”»)])`),
    new RegExp(expand(`(?<![\\p{L}\\p{N}])\\(?${LETTER}\\)(?:${join})\\(?${LETTER}\\)`), "iu"),
    whole(`(?:(?:${both}|${only}) )?${letters}(?: (?:${only}))?`),
  ];
}

/** What a language says when it asks for what is not so; each a source of `phrase`. */
export interface NegativeWords {
  /** Asks, at the beginning of a sentence or where `among` follows: "which". */
  readonly which: string;
  /** "of these". */
  readonly among: string;
  /** What a question can begin behind, one character; without the comma where `which` behind it is a relative. */
  readonly begins?: string;
  /** Begins a clause of its own, whose negation turns nothing: "that", "when". */
  readonly clause: string;
  /** The negation, with what tells that it turns the question: "is not". */
  readonly not: string;
  /** Ends the question: "except". */
  readonly except: string;
}

/** Questions for what is not so; the group `turn` of a match is what they turn on. */
export function negativeQuestions({
  which,
  among,
  begins = "[.?!:;,¿]",
  clause,
  not,
  except,
}: NegativeWords): RegExp[] {
  const asks = String.raw`(?:(?<=(?:^|${begins})[\s"“«(¿]*)(?:${which})|(?:${which})(?= (?:${among})(?!\p{L})))`;
  const between = `(?: (?!(?:${clause})(?!\\p{L}))[^\\s.,;:?!¿–—]+){0,9}?`;
  return [phrase(`${asks}${between} (?<turn>${not})`), phrase(`(?<turn>${except})(?=[\\s:.?…_]*$)`)];
}

const LETTER = "[a-hа-зא-חأابجدهوزح]ـ?['’׳]?";

function expand(source: string): string {
  return source
    .replaceAll(" ?", String.raw`\s*`)
    .replaceAll(" ", String.raw`\s+`)
    .replaceAll("{A}", `[("“«]?${LETTER}["”»]?[).]?`)
    .replaceAll("{n}", String.raw`(?:(?:n[ro]?[.º°]*|[#№])\s*)?\d+`);
}
