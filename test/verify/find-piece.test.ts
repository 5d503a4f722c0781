import fc from "fast-check";
import { expect, test } from "vitest";
import { findPiece } from "../../src/verify/find-piece.ts";
import { NOTE_NUMBER } from "../../src/verify/plain-text.ts";

/** As many calls of footnotes as have numbers of four digits, each in a paragraph, and the notes behind them. */
const CALLS = 1200;
const printed = Array.from({ length: CALLS }, (_, index) => `word${index + 1}`);
const notes = Array.from({ length: CALLS }, (_, index) => `${index + 1}note`);
const linesOf = (texts: readonly string[]) =>
  texts.map((text) => ({ page: 1, isHeading: false, inQuestion: true, words: text, text }));
const lines = linesOf([...printed, ...notes]);
const stretch = { from: 0, to: lines.length };

test("a text that calls more than a thousand footnotes is found", () => {
  const piece = { name: "the text", text: `word${NOTE_NUMBER}`.repeat(CALLS) };
  expect(findPiece(lines, stretch, piece)).toEqual({ from: 0, to: CALLS });
});

test("one that is not there is given up at the first line that differs", () => {
  const piece = { name: "the text", text: `word${NOTE_NUMBER}.`.repeat(CALLS) };
  expect(findPiece(lines, stretch, piece)).toBeUndefined();
});

test.each([
  ["a number of two digits before a digit", `a${NOTE_NUMBER}5 b`, ["a125", "b"]],
  ["a hyphen at the end of a line", `well${NOTE_NUMBER}-known half-done`, ["well1-", "knownhalf-", "done"]],
])("%s does not end the search too early", (_, text, found) => {
  const all = linesOf(found);
  const piece = { name: "the text", text: text.replaceAll(" ", "") };
  expect(findPiece(all, { from: 0, to: all.length }, piece)).toEqual({ from: 0, to: all.length });
});

const LINES = 40_000;
test.each([
  ["left", "words-and 12"],
  ["right", "\u05de\u05dc\u05d9\u05dd 12"],
])("a text from the %s of as many lines as no paper has is found, and one that is not there given up", (_, words) => {
  const many = linesOf(Array.from({ length: LINES }, (_, index) => `${words}${index}`));
  const all = { from: 0, to: LINES };
  const text = many.map((line) => line.text).join("");
  expect(findPiece(many, all, { name: "the text", text })).toEqual(all);
  expect(findPiece(many, all, { name: "the text", text: `${words}0${words}2` })).toBeUndefined();
});

/** Letters, figures, and what ends words. */
const signs = fc.constantFrom("a", "b", "\u0301", "-", "1", ".", "\uFDD0x-y\uFDD1");
test("however a text is broken into lines, and hyphenated there, it is found", () => {
  fc.assert(
    fc.property(fc.array(fc.array(signs, { minLength: 1 }), { minLength: 1 }), (parts) => {
      const texts = parts.map((part) => part.join(""));
      const broken = texts.map((text, index) =>
        /\p{L}$/u.test(text) && /^\p{L}/u.test(texts[index + 1] ?? "") ? `${text}-` : text,
      );
      const found = findPiece(linesOf(broken), { from: 0, to: texts.length }, { name: "it", text: texts.join("") });
      expect(found?.from).toBe(0);
    }),
  );
});
