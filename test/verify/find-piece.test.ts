import { expect, test } from "vitest";
import { findPiece } from "../../src/verify/find-piece.ts";
import { NOTE_NUMBER } from "../../src/verify/plain-text.ts";

/** As many calls of footnotes as have numbers of four digits, each in a paragraph, and the notes behind them. */
const CALLS = 1200;
const printed = Array.from({ length: CALLS }, (_, index) => `word${index + 1}`);
const notes = Array.from({ length: CALLS }, (_, index) => `${index + 1}note`);
const lines = [...printed, ...notes].map((text) => ({
  page: 1,
  isHeading: false,
  inQuestion: true,
  words: text,
  text,
}));
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
  const all = found.map((text) => ({ page: 1, isHeading: false, inQuestion: true, words: text, text }));
  const piece = { name: "the text", text: text.replaceAll(" ", "") };
  expect(findPiece(all, { from: 0, to: all.length }, piece)).toEqual({ from: 0, to: all.length });
});
