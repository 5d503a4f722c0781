import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { examine } from "../../src/examine.ts";
import { LANGUAGES } from "../../src/languages/index.ts";
import type { Problem } from "../../src/model/problem.ts";
import { FACE_SETS } from "../../src/read/typefaces/families.ts";
import { fontCharacters } from "../../src/read/typefaces/font-characters.ts";
import { installedFamily } from "../../src/read/typefaces/installed-family.ts";
import { loadTypefaces } from "../../src/read/typefaces.ts";
import { charactersOf } from "../../src/read/written-characters.ts";

const require = createRequire(import.meta.url);
const font = (path: string) => readFileSync(require.resolve(`@fontsource/${path}.woff2`));

describe("the characters of a font", () => {
  test.each([
    ["libertinus-serif/files/libertinus-serif-latin-400-normal", "aZé½“•", "αЖ中"],
    ["libertinus-serif/files/libertinus-serif-hebrew-700-italic", "אתְ", "éع"],
    ["libertinus-math/files/libertinus-math-latin-400-normal", "∑ℝ𝔸⇒", "中✓"],
    ["noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal", "✓☐♠", "中"],
    ["markazi-text/files/markazi-text-arabic-400-normal", "عم،؟", "中"],
  ])("%s", (path, its, others) => {
    const characters = fontCharacters(font(path));
    expect([...its].filter((sign) => !characters.has(sign.codePointAt(0) as number))).toEqual([]);
    expect([...others].filter((sign) => characters.has(sign.codePointAt(0) as number))).toEqual([]);
  });

  test("are in no other file", () => {
    expect(() => fontCharacters(Buffer.from("<svg/>"))).toThrow(/WOFF2/);
    expect(() => fontCharacters(Buffer.alloc(100))).toThrow(/WOFF2/);
  });
});

/** What loading the faces for a text in a language reports, and the names of the large families it brings. */
function load(text: string, lang = "en", faces: "serif" | "sans" = "serif", own: readonly Buffer[] = []) {
  const problems: Problem[] = [];
  const { style, files } = loadTypefaces({
    faces,
    lang,
    characters: charactersOf([{ text }]),
    own: own.map((bytes) => ({ type: "font/woff2", bytes })),
    report: (problem) => problems.push(problem),
  });
  const large = [...new Set([...style.matchAll(/font-family:"(Noto S[^"]*? [A-Z]{2})"/g)].map(([, name]) => name))];
  return { problems: problems.map(({ rule, message }) => `${rule}: ${message}`), large, style, files };
}

describe("an exam's faces", () => {
  test.each([
    "Ünïcödé Łódź ĝojo İstanbul Tiếng Việt được",
    "Ελληνικά ἄνθρωπος, Привет Ґанок Ђорђе",
    "مرحبا بالعالم، كيف؟ پچژگ",
    "שָׁלוֹם עולם",
    "← → ⇒ ≤ ≥ ≠ ∞ ∑ √ ∈ ℝ ½ ² ₂ € £ № ‰ † • … – — « » „ “ ✓ ✗ ☐ ☑ ♠ ① ▲ °",
  ])("have every sign of %s without a large one", (text) => {
    for (const faces of ["serif", "sans"] as const) {
      const { problems, large } = load(text, "en", faces);
      expect(problems).toEqual([]);
      expect(large).toEqual([]);
    }
  });

  test("tell a character that none has, once and with its number", () => {
    expect(load("ก ข ก").problems).toEqual([
      'missing-glyph: No typeface at hand has "ก" (U+0E01)',
      'missing-glyph: No typeface at hand has "ข" (U+0E02)',
    ]);
  });

  test("need no other where a template's own font has the character", () => {
    const family = installedFamily(FACE_SETS.serif.large.ja) ?? [];
    const own = family.map(({ file }) => Buffer.from(file.bytes)).find((bytes) => fontCharacters(bytes).has(0x3042));
    expect(load("あ").large).toEqual(["Noto Serif JP"]);
    expect(load("あ", "en", "serif", own ? [own] : []).large).toEqual([]);
  });

  test.each([
    ["日本語のテスト", "ja", ["Noto Serif JP"]],
    ["汉字考试", "zh-Hans", ["Noto Serif SC"]],
    ["한국어 시험", "ko", ["Noto Serif KR"]],
    // Of no language of theirs: the script beside a character says whose form it has.
    ["漢字とかな", "en", ["Noto Serif JP"]],
    ["한글 漢字", "en", ["Noto Serif KR"]],
    ["汉字", "en", ["Noto Serif SC"]],
    // Simplified characters that Japanese does not have.
    ["日本語 们", "ja", ["Noto Serif JP", "Noto Serif SC"]],
  ])("of %s in %s are %s", (text, lang, families) => {
    const { problems, large } = load(text, lang);
    expect(problems).toEqual([]);
    expect(large).toEqual(families);
  });

  test("name the package of a large face that is not installed", () => {
    expect(load("한국어", "ko", "sans").problems).toEqual([
      'missing-typeface: "한" is printed in Noto Sans KR, which is not installed',
    ]);
  });

  test("are no other ones on another machine: all their files are the packages'", () => {
    const { style, files } = load("日本語", "ja");
    const urls = [...style.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url as string);
    expect(urls.length).toBeGreaterThan(100);
    expect(urls.filter((url) => !files.has(url))).toEqual([]);
  });
});

test("the words of every language have glyphs in both sets of faces, or name a package", () => {
  for (const language of LANGUAGES)
    for (const faces of ["serif", "sans"] as const) {
      const large = FACE_SETS[faces].large[language.tag.slice(0, 2) as "ja"];
      const { problems } = load(JSON.stringify(language), language.tag, faces);
      if (large && !installedFamily(large)) expect(problems).toEqual([expect.stringContaining(large.name)]);
      else expect(problems).toEqual([]);
    }
});

describe("a character without a glyph is told where it stands", () => {
  const told = (markdown: string) => {
    const folder = mkdtempSync(join(tmpdir(), "exam-glyphs-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "exam.md"), markdown);
    return examine("exam.md", folder)
      .problems.filter(({ rule }) => rule === "missing-glyph")
      .map(({ place, message }) => `${place?.start.line}:${place?.start.column} ${/"(.*)"/.exec(message)?.[1]}`);
  };
  const front = "---\ntitle: Quiz\n---\n\n";

  test.each([
    ["in the text", `${front}## {#q}\n\nAsk *about ก* it.\n`, "7:12 ก"],
    ["in an option", `${front}## {#q}\n\nAsk.\n\n- [x] a\n- [ ] ก\n`, "10:7 ก"],
    ["in its feedback", `${front}## {#q}\n\nAsk.\n\n- [x] a\n  > ก\n- [ ] b\n`, "10:5 ก"],
    ["in a title", `${front}## The ก {#q}\n\nAsk.\n`, "5:8 ก"],
    ["in code", `${front}## {#q}\n\nAsk \`ก\`.\n`, "7:6 ก"],
    ["in a solution", `${front}## {#q}\n\nAsk.\n\n:::solution\nก\n:::\n`, "10:1 ก"],
    ["in an accepted answer", `${front}## {#q}\n\nAsk.\n\n::short[a]{accept="ก"}\n`, "9:20 ก"],
    ["in the front matter", "---\ntitle: Quiz ก\n---\n\n## {#q}\n\nAsk.\n", "2:13 ก"],
    ["by its number", `${front}## {#q}\n\nAsk &#3585;.\n`, "7:1 ก"],
  ])("%s", (_, markdown, expected) => {
    expect(told(markdown)).toEqual([expected]);
  });

  test.each([
    ["a comment", `${front}## {#q}\n\nAsk.\n\n<!-- ก -->\n`],
    ["a tag and an id", `${front}## {#ก tags="ก"}\n\nAsk.\n`],
    ["a formula's own signs", `${front}## {#q}\n\nAsk $α ≤ ℝ ∮ ⟹$.\n`],
  ])("but not in %s, which no face has to print", (_, markdown) => {
    expect(told(markdown)).toEqual([]);
  });
});
