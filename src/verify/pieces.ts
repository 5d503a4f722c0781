import type { Block, Inline } from "../model/content.ts";
import { type ContentText, type TextOptions, textOfContent } from "./content-text.ts";
import type { Piece } from "./expectation.ts";
import { squeeze } from "./plain-text.ts";

/** Gathers what is printed one below the other; the footnotes it calls are printed at its end. */
export class Pieces {
  readonly #options: TextOptions;
  readonly #of: string;
  readonly #pieces: Piece[] = [];
  readonly #notes = new Map<string, ContentText>();
  /** All texts so far, as written. */
  readonly texts: string[] = [];

  /** `of` is what they belong to, as a message names it. */
  constructor(of: string, options: TextOptions) {
    this.#of = of;
    this.#options = options;
  }

  /** Adds content, behind a label if it has one. Without any words or label it is nothing. */
  add(name: string, blocks: readonly Block[], label?: string): void {
    const { runs, notes } = textOfContent(blocks, this.#options);
    for (const [identifier, note] of notes) if (!this.#notes.has(identifier)) this.#notes.set(identifier, note);
    if (runs.length > 0 || label !== undefined) this.#push(name, runs, label);
  }

  /** Adds the words of one line. */
  addLine(name: string, line: readonly Inline[], label?: string): void {
    this.add(name, [{ type: "paragraph", children: [...line] }], label);
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
    this.texts.push(...runs);
    const text = runs.map(squeeze).join("");
    this.#pieces.push({ name, text, ...(label !== undefined && { label: squeeze(label) }) });
  }
}
