import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFrame } from "../../src/cli/code-frame.ts";
import { sourceText } from "../../src/model/source-text.ts";

const plain = { width: 60, underline: "^", paint: (text: string) => text };

/** The frame of `[start, end)` in a text, as it is drawn right of the rail. */
function frame(text: string, start: number, end = start, width = 60): string[] {
  return codeFrame(text, sourceText("a.md", text).place(start, end), { ...plain, width }).map((line) => line.text);
}

/** The frame of a text whose place stands between `«` and `»`. */
function frameOf(marked: string, width = 60): string[] {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  return frame(marked.replace(/[«»]/g, ""), start, end, width);
}

describe("a place within a line", () => {
  test("is underlined", () => {
    expect(frameOf("one\ntwo «three» four\nfive")).toEqual(["two three four", "    ^^^^^"]);
  });

  test("is one caret when it is empty, also behind the end of the line and of the file", () => {
    expect(frameOf("a«»bc")).toEqual(["abc", " ^"]);
    expect(frameOf("abc«»\nd")).toEqual(["abc", "   ^"]);
    expect(frameOf("abc\n«»")).toEqual(["", "^"]);
    expect(frameOf("«»")).toEqual(["", "^"]);
  });

  test("ends before the line ending it may hold", () => {
    for (const ending of ["\n", "\r\n", "\r"]) expect(frameOf(`a «b${ending}${ending}»c`)).toEqual(["a b", "  ^"]);
  });

  test("is found under tabs, wide characters, emoji and combining marks", () => {
    expect(frameOf("\tx «y»")).toEqual(["    x y", "      ^"]);
    expect(frameOf("日本 «語» x")).toEqual(["日本 語 x", "     ^^"]);
    expect(frameOf("👩‍👩‍👧 «a»")).toEqual(["👩‍👩‍👧 a", "   ^"]);
    expect(frameOf("é«a»")).toEqual(["éa", " ^"]);
    expect(frameOf("ｶﾅ«a»")).toEqual(["ｶﾅa", "  ^"]);
  });

  test("is in the window cut from a long line", () => {
    const words = "lorem ipsum dolor sit amet ".repeat(20);
    expect(frameOf(`${words}«here»${words}`, 30)).toEqual(["…or sit amet herelorem ipsum …", "             ^^^^"]);
    expect(frameOf(`«here»${words}`, 30)).toEqual(["herelorem ipsum dolor sit am…", "^^^^"]);
    expect(frameOf(`${words}«»`, 30)).toEqual(["…lorem ipsum dolor sit amet ", "                            ^"]);
  });

  test("is underlined up to the window's end when it is wider", () => {
    const [text, carets] = frameOf(`ab «${"x".repeat(200)}» cd`, 30);
    expect(text).toBe(`…${"x".repeat(28)}…`);
    expect(carets).toBe(` ${"^".repeat(28)}`);
  });
});

test("a place over several lines has a bar before each, the middle of a long one left out", () => {
  expect(frameOf("a «b\nc\nd» e")).toEqual(["┃ a b", "┃ c", "┃ d e"]);
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join("\n");
  const text = `«${lines}»`;
  expect(frameOf(text)).toEqual(["┃ line 1", "┃ line 2", "┃ line 3", "⋮", "┃ line 12"]);
  const numbers = codeFrame(lines, sourceText("a.md", lines).place(0, lines.length), plain).map(({ number }) => number);
  expect(numbers).toEqual([1, 2, 3, undefined, 12]);
});

test("control characters, escape sequences and text that runs backwards are made visible", () => {
  expect(frameOf("\u001b[31m«red»\u0007\u202e\u0085\u0000")).toEqual(["␛[31mred␇��␀", "     ^^^"]);
});

/** Texts that are hard to align: any characters, and many of those that matter. */
const hard = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\t", "日本語", "한국어", "é", "👩‍👩‍👧", "🇵🇪", "\r\n", "\n", "\r", "\u001b[0m", "\ud800", "word "),
  ),
  { maxLength: 60 },
);

test("a frame is drawn for any place of any text, without control characters", () => {
  fc.assert(
    fc.property(hard, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 80 }), (parts, a, b, width) => {
      const text = parts.join("");
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      for (const line of frame(text, start, end, width)) expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    }),
  );
});

/** Characters that every terminal shows one or two columns wide. */
const simple = fc.array(fc.constantFrom("a", "b", "é", "ß", "日", "語", "한"), { minLength: 1, maxLength: 200 });
const columns = (text: string) => Array.from(text).reduce((sum, character) => sum + (character > "ᄀ" ? 2 : 1), 0);

test("the carets stand under the marked text", () => {
  fc.assert(
    fc.property(
      simple,
      fc.nat(),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 20, max: 90 }),
      (parts, at, length, width) => {
        const start = at % parts.length;
        const marked = parts.slice(start, start + length).join("");
        const before = parts.slice(0, start).join("");
        const text = `above\r\n${parts.join("")}\r\nbelow`;
        const [line = "", carets = ""] = frame(text, 7 + before.length, 7 + before.length + marked.length, width);
        const lead = carets.indexOf("^");
        expect(columns(line)).toBeLessThanOrEqual(width);
        expect(carets.length - lead).toBe(columns(marked));
        const shown = Array.from(line.replace("…", "."));
        let left = "";
        while (columns(left) < lead) left += shown.shift();
        expect(columns(left)).toBe(lead);
        expect(shown.join("").startsWith(marked)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

// So often that the test's time would be over, were the line read from its beginning or to its end.
test("a line of many megabytes costs no more than a short one", { timeout: 20_000 }, () => {
  const text = "日本 ".repeat(4_000_000);
  const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const place = { file: "a.md", start: at(6_000_000), end: at(6_000_001) };
  for (let run = 0; run < 2_000; run++) expect(codeFrame(text, place, plain)).toHaveLength(2);
});
