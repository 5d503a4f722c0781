import type { NoteText, Text } from "../model/exam-texts.ts";
import type { Piece } from "./expectation.ts";
import { GAP, REFERENCE_END, REFERENCE_START, squeeze } from "./plain-text.ts";

/** How a version, or a view of it, prints its exam's texts. */
export interface TextOptions {
  /** What references print, by target. */
  readonly references: Readonly<Record<string, string>>;
  /** Whether gaps in the text are filled in. */
  readonly filled: boolean;
  /** Whether lines are written from the right. */
  readonly inReverse: boolean;
}

/** Gathers what is printed one below the other; the footnotes it calls are printed at its end. */
export class Pieces {
  readonly #options: TextOptions;
  readonly #of: string;
  readonly #pieces: Piece[] = [];
  readonly #notes = new Map<string, NoteText>();
  /** All texts so far, as printed. */
  readonly texts: string[] = [];

  /** `of` is what they belong to, as a message names it. */
  constructor(of: string, options: TextOptions) {
    this.#of = of;
    this.#options = options;
  }

  /** Adds words, behind a label if they have one. Without any words or label they are nothing. */
  add(name: string, { runs, notes = [] }: Text, label?: string): void {
    for (const note of notes) if (!this.#notes.has(note.identifier)) this.#notes.set(note.identifier, note);
    this.#push(name, runs, label);
  }

  /** Adds what something is worth. */
  addPoints(name: string, points: number): void {
    this.#pieces.push({ name, text: "", points });
  }

  /** All pieces in printed order. */
  finish(): readonly Piece[] {
    for (const [index, note] of [...this.#notes.values()].entries())
      this.#push(`footnote ${index + 1} of ${this.#of}`, note.runs, String(index + 1));
    return this.#pieces;
  }

  #push(name: string, runs: readonly string[], label?: string): void {
    const printed = printedRuns(runs, this.#options);
    if (printed.length === 0 && label === undefined) return;
    this.texts.push(...printed);
    const text = printed.map(squeeze).join("");
    const { inReverse } = this.#options;
    this.#pieces.push({
      name,
      text,
      runs: printed,
      ...(label !== undefined && { label: squeeze(label) }),
      ...(inReverse && { inReverse }),
    });
  }
}

/** Texts with the numbers that references print, and without gaps where these stay empty. */
export function printedRuns(runs: readonly string[], { references, filled }: Omit<TextOptions, "inReverse">): string[] {
  return runs
    .map((run) => {
      const referring = run.replace(REFERENCE, (_, target: string) => references[target] ?? "");
      return filled ? referring : referring.replaceAll(GAP, "");
    })
    .filter((run) => run.trim() !== "");
}

const REFERENCE = new RegExp(`${REFERENCE_START}([^${REFERENCE_END}]*)${REFERENCE_END}`, "g");
