import type { ElementContent } from "hast";
import type { Result } from "hastscript";
import type { Nodes } from "mdast";
import type { Language } from "../languages/language.ts";
import type { Words } from "../languages/words.ts";
import type { AnswerTexts } from "../model/answer-texts.ts";
import type { Attributes } from "../model/attributes.ts";
import type { Block } from "../model/content.ts";
import type { View } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { Report } from "../model/problem.ts";
import type { Answer } from "../model/version.ts";

/**
 * One kind of question: how it is written, shuffled, answered and printed. All that is special about a kind lives in
 * its folder; the phases know only this contract.
 *
 * @typeParam Body - The kind's own plain data, JSON-printable; made by `read`, handed back to the other functions.
 */
export interface Kind<Body> {
  /** As `kind=` takes it: small letters, digits and `-`. */
  readonly name: string;
  /** Its answer stands in the text, as gaps do, so it claims as many blocks as it likes and they stay in the stem. */
  readonly inText?: boolean;
  /** Which of an item's attributes it goes by; the others are reported where they are given. Default: none. */
  readonly heeds?: readonly ("columns" | "shuffle")[];
  /**
   * The blocks that are written as this kind's answer, by index. No two kinds claim the same block.
   * `named` tells that the author chose this kind with `kind=`, which may allow more.
   */
  claim(blocks: readonly Block[], named: boolean, language: Language): number[];
  /** The answer understood. Reports what is wrong with it; undefined when nothing can be made of it. */
  read(source: AnswerSource): Body | undefined;
  /** The body as one version prints it: a permutation, nothing added, nothing lost. */
  arrange(body: Body, order: Order): Body;
  /** The right answer of an arranged body. */
  key(body: Body): Answer;
  /** What `:ref` may name inside the item: ids and their place in printed order, from 0, whose letter is printed. */
  letters?(body: Body): ReadonlyMap<string, number>;
  /** The words that `render` prints, for the proof of the finished paper. */
  texts(body: Body, words: Words): AnswerTexts;
  /** The answer area of an arranged body; an empty fragment where there is none. In the student's view nothing may depend on what is right. */
  render(body: Body, context: RenderContext): Result;
  /** What stands in the text for the `index`-th blank; only kinds that are `inText` have it. */
  renderInText?(body: Body, index: number, context: RenderContext): Result;
  /** Style sheet of its elements, for every template; each class begins with the folder's name. */
  readonly style: string;
}

/** What a kind reads its answer from. The nodes are fresh from the parser and may be changed. */
export interface AnswerSource {
  /** The claimed blocks: one, but for kinds in the text; none for `open`. */
  readonly blocks: readonly Block[];
  /** The blocks before and behind it that are printed with it. */
  readonly around: readonly Block[];
  /** The item's heading, for problems that are about the whole. */
  readonly heading: Place;
  readonly language: Language;
  readonly report: Report;
  /** Where a node was written. */
  place(node: Nodes): Place;
  /** Attributes of a directive, or those that end an option's first paragraph (taken out of it). */
  attributes(node: Nodes): Attributes | undefined;
}

/** The randomness of one question in one version: a pure function of seed, version, question id and the ids given. */
export interface Order {
  /** False when the source's order stays (kinds whose source order is the answer do not ask). */
  readonly shuffle: boolean;
  /** A random order of the given things: the result's i-th entry is the index of what is printed in place i. */
  permute(ids: readonly string[]): number[];
  /** A place from 0 to `places - 1` that over the versions comes up equally often, never twice in neighbours. */
  balancedPlace(places: number, ids: readonly string[]): number;
}

/** What a kind prints with. */
export interface RenderContext {
  readonly view: View;
  readonly words: Words;
  /** What the item is worth, for answer spaces that grow with it. */
  readonly points: number;
  /** Columns the author asked for. */
  readonly columns?: number;
  /** Markdown as HTML, safe, with math and highlighting done. */
  content(blocks: readonly Block[]): ElementContent[];
}

/** A kind with its body's type forgotten, as the phases handle it. */
export type AnyKind = Kind<unknown>;

/**
 * Declares a kind. Its body goes in and out of the phases as `unknown`; only its own functions ever look inside. A
 * project's own kinds are handed to `buildExam` and `checkExam` as `kinds`.
 */
export function defineKind<Body>(kind: Kind<Body>): AnyKind {
  return kind as AnyKind;
}
