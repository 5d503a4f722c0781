/**
 * A wording to look for in text, ignoring case. Its pattern is made when it is first looked for, since an exam needs those of one
 * language, and the pattern of a `clue` before it, since what knows the letters of every script takes long to make.
 */
export class Wording {
  readonly #source: string;
  readonly #clue: string | undefined;
  #pattern: RegExp | undefined;
  #cheap: RegExp | undefined;

  /** `source` and `clue` are sources of regular expressions; a text without `clue` has no match. */
  constructor(source: string, clue?: string) {
    this.#source = source;
    this.#clue = clue;
  }

  /** As `exec` of a regular expression. */
  exec(text: string): RegExpExecArray | null {
    if (this.#clue !== undefined) {
      this.#cheap ??= new RegExp(this.#clue, "iu");
      if (!this.#cheap.test(text)) return null;
    }
    this.#pattern ??= new RegExp(this.#source, "iu");
    return this.#pattern.exec(text);
  }

  /** Whether a text has the wording. */
  test(text: string): boolean {
    return this.exec(text) !== null;
  }
}

/**
 * A wording. In its source a space is any white space (` ?` also none), `{A}` is an option's letter, bare, quoted or in brackets, and `{n}` is a number.
 * It matches between word borders of any script: `\b` knows only Latin letters. `clue` is a part that every match has.
 */
export function phrase(source: string, clue = source): Wording {
  return new Wording(`(?<![\\p{L}\\p{M}\\p{N}])(?:${expand(source)})(?![\\p{L}\\p{M}\\p{N}])`, expand(clue));
}

/** As `phrase`, for scripts that put no space between words: it matches anywhere, and a space in the source may be absent. */
export function unspaced(source: string): Wording {
  return new Wording(expand(source.replaceAll(" ", String.raw`\s*`)));
}

/** As `phrase`, for the whole of a text, with or without a final stop. */
export function whole(source: string): Wording {
  return new Wording(`^\\s*(?:${expand(source)})\\s*[.!。．！]?\\s*$`);
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
export function letterMentions({ join, both, only, noun, verdict }: LetterWords): Wording[] {
  const letters = `{A}(?:, {A})*(?:${join}){A}`;
  const ends = String.raw`(?=\s*(?:$|[.,;!?)»”،؛؟]))`;
  return [
    phrase(`(?:${both}) ${letters}(?:${ends}|(?= (?:${verdict})))`),
    phrase(`${letters} (?:${verdict})`),
    phrase(`(?:${noun}) (?:${letters}|{A}(?:${ends}|(?= (?:${verdict})))|[("'“«]${LETTER}["'”»)])`),
    new Wording(
      expand(`(?<![\\p{L}\\p{N}])\\(?${LETTER}\\)(?:${join})\\(?${LETTER}\\)`),
      expand(`${LETTER}\\)(?:${join})`),
    ),
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
}: NegativeWords): Wording[] {
  const asks = String.raw`(?:(?<=(?:^|${begins})[\s"“«(¿]*)(?:${which})|(?:${which})(?= (?:${among})(?!\p{L})))`;
  const between = `(?: (?!(?:${clause})(?!\\p{L}))[^\\s.,;:?!¿–—]+){0,9}?`;
  return [phrase(`${asks}${between} (?<turn>${not})`, not), phrase(`(?<turn>${except})(?=[\\s:.?…_]*$)`)];
}

const LETTER = "[a-hа-зא-חأابجدهوزح]ـ?['’׳]?";

function expand(source: string): string {
  return source
    .replaceAll(" ?", String.raw`\s*`)
    .replaceAll(" ", String.raw`\s+`)
    .replaceAll("{A}", `[("“«]?${LETTER}["”»]?[).]?`)
    .replaceAll("{n}", String.raw`(?:(?:n[ro]?[.º°]*|[#№])\s*)?\d+`);
}
