import { describe, expect, test } from "vitest";
import { LEFTOVERS } from "../../src/read/leftovers/index.ts";
import { problemsOf, question, readText } from "./read-text.ts";

describe.each(LEFTOVERS)("$id", ({ id, why, bad, good }) => {
  test("finds its bad example and nothing else in it", () => {
    expect(new Set(readText(bad).problems.map(({ rule }) => rule))).toEqual(new Set([id]));
  });

  test("is silent on its good example", () => {
    expect(readText(good).problems).toEqual([]);
  });

  test("says why", () => expect(why).toMatch(/^[A-Z].*\.$/s));
});

/** Every way a slip is written, by what it is reported as; `␣` is a no-break space. */
const SLIPS: Readonly<Record<string, readonly string[]>> = {
  "colon-line 6:1": [
    "::: solution\nsecret\n:::",
    "::: solution\n\nsecret\n\n:::",
    ":::solution secret\nmore\n:::",
    ":::solution:\nsecret\n:::",
    ":::solution[label\nsecret",
    ":::solution{#id\nsecret",
    ":::solution␣\nsecret\n:::",
    "：：：solution\nsecret\n：：：",
    "::：solution\nsecret\n:::",
    "﹕﹕﹕solution",
    ":: numeric[9.81]",
    "::numeric [9.81]",
    "::numeric[9.81] {tolerance=1}",
    "::numeric[9.81] m/s",
    "::numeric[9.81",
    "::numeric[9.81]{tolerance=1",
    "::numeric[9.81]␣",
    "::short[a]{accept=<}",
    "::blank[9] is it",
    "::space {lines=3}",
    "::1 is local",
    "::= expression",
    ":::",
    "::",
    ":::solution␣",
  ],
  "colon-line 6:3": ["> ::: solution", "- ::numeric[9.81] m/s", "␣ :::solution", "\u200b\u200b:::solution"],
  "colon-line 6:5": ["    :::solution\n    secret\n    :::", "    ：：solution", "    ::space{lines=3}"],
  "colon-line 6:2": ["\t:::solution\n\tsecret", "␣:::solution\nsecret\n:::", "\u200b:::solution\nsecret\n:::"],
  "colon-line 7:5": ["a\n    :::solution\n    secret", "a\n    ::numeric[9.81]"],
  "directive-in-text 6:3": [
    "a ::numeric[9.81]",
    "a ::short [Paris]",
    "a :: numeric[9.81] b",
    "a :::solution",
    "a ：blank[木星]",
    "a ：ref[#a]",
    ": blank[Jupiter]",
    "**::numeric[9.81]**",
  ],
  "directive-in-text 6:5": ["a : blank[Jupiter]"],
  "directive-in-text 6:1": ["blank[Jupiter]", "ref[#a]"],
  "unclosed-block 6:1": [
    ":::solution\nsecret",
    ":::solution\nsecret\n::",
    "::::solution\nsecret\n:::",
    ":::solution\nsecret\n    :::",
    ":::solution\nsecret\n：：：",
    ":::solution",
    ":::solution\nsecret\n\n:::rubric\n- 1: all\n:::",
    ":::solution\nsecret\n\n## B\n\nb\n\n:::solution\nsecret\n:::",
  ],
  "unclosed-fence 6:1": [
    "```\ncode",
    "~~~\ncode\n```",
    "````\ncode\n```",
    "```",
    "$$\nx",
    "$$\nx $$",
    "```\ncode\n\n:::solution\nsecret\n:::\n\n```",
    "```\ncode\n\n```python\nmore\n```",
  ],
  "key-block 6:1": [
    "```{solution}\nsecret\n```",
    "~~~solution\nsecret\n~~~",
    "```{.rubric}\nsecret\n```",
    ";;;solution\nsecret\n;;;",
    ":;:solution\nsecret\n:::",
    ":solution\nsecret",
    ":Solution\nsecret\n:",
    ":note\nsecret",
  ],
  "key-block 6:3": ["> [!SOLUTION]\n> secret", "> [!NOTE]\n> secret"],
  "unclosed-fence 6:3": ["- ```\n  code\n\nb", "> ```\n> code\n\nb"],
  "stray-braces 6:3": [
    "a {#b",
    "a {#",
    "a {# b}",
    "a {pin",
    "a {pin: first}",
    "a {points=2",
    "a {width=\n3cm}",
    "a ｛#b｝",
    "a {kind=single, points=2",
  ],
  "stray-attributes 6:3": ["a {#b} c", "a {pin} c", "a {points=2}", "a {points = 2}", "a {#b}", "a {answer=b}"],
  "stray-box 6:3": [
    "- [x]Foo\n- [ ] b",
    "- [ x ] Foo\n- [ ] b",
    "- [] Foo\n- [x] b",
    "- []\n- [x] b",
    "- [X ] Foo\n- [ ] b",
    "- [x]␣Foo\n- [ ] b",
    "- [␣] Foo\n- [x] b",
    "* [✓] Foo\n* [ ] b",
    "+ [х] Foo\n+ [ ] b",
    "- [x]: Foo\n- [ ] b",
    "- [ ]\\\n- [x] b",
    "- ☑ Foo\n- [ ] b",
    "– [x] Foo",
    "• [ ] Foo",
    "-␣[x] Foo",
    "> [ ] Foo",
  ],
  "stray-box 6:2": ["-[x] Foo", "-[ ] Foo"],
  "stray-box 6:1": ["[ ] Foo\n[x] Bar"],
  "stray-box 6:7": ["    - [x] Foo"],
  "stray-heading 6:1": ["##Foo", "##␣Foo", "＃＃ Foo", "###Foo"],
  "stray-heading 7:5": ["a\n    ## Foo"],
  "stray-table 7:1": ["| a | b |\n|---|", "a | b\n-|-|-"],
  "extra-cells 8:9": ["| a | b |\n|---|---|\n| 1 | 2 | 3 |"],
  "stray-footnote 6:2": ["a[^1]"],
  "stray-footnote 6:1": ["[^note] secret"],
  "stray-image 6:1": ["![a](b c.png)", "![a][nowhere]"],
  "unclosed-comment 6:3": ["a <!-- b\n\nc -->", "a <!-- b", "a <!—— b ——>", "a <!– b –>"],
  "unclosed-comment 7:1": ["a\n[//]: # (secret)", "a\n[comment]: <> (secret)"],
  "directive-in-text 6:4": ["a `:blank[secret]` b", "a $:blank[secret]$ b"],
  "directive-in-text 7:5": ["```python\nx = :blank[secret]\n```"],
};

test.each(Object.entries(SLIPS).flatMap(([found, slips]) => slips.map((slip) => [slip, found] as const)))(
  "%j is %s",
  (slip, found) => {
    expect(problemsOf(question(slip.replaceAll("␣", "\u00a0")))).toEqual([found]);
  },
);

/** Slips among options, and slips in company. */
const MORE_SLIPS: readonly (readonly [slip: string, ...found: string[]])[] = [
  ["- [ ] a\n- [x] b\n> why", "stray-feedback 8:1"],
  ["- [ ] a\n- [x] b\n\n> why", "stray-feedback 9:1"],
  ["- [ ] a\n> why not\n- [x] b", "stray-feedback 7:1"],
  ["- [ ] a\n > why not\n- [x] b\n > why", "stray-feedback 7:2", "stray-feedback 9:2"],
  ["- [ ] a\n      > why not\n- [x] b", "stray-feedback 7:7"],
  ["- [ ] a\n\n      > why not\n- [x] b", "stray-feedback 8:7"],
  ["- [ ] a\n  ＞ why not\n- [x] b", "stray-feedback 7:3"],
  ["- [ ] a\n  - c\n    > why not\n- [x] b", "stray-feedback 8:5"],
  ["- [ ] a\n-[x] b\n- [x] c", "stray-box 7:2"],
  ["- [ ] a\n[x] b\n- [x] c", "stray-box 7:1"],
  ["- [ ] a\n      - [x] b\n- [x] c", "stray-box 7:9"],
  ["- [ ] a\n- [x]b", "stray-box 7:3"],
  ["- ( ) a\n- (x) b", "stray-box 6:3", "stray-box 7:3"],
  ["- [ ] a\n- [x]: b", "stray-box 7:3"],
  ["1. [x]a\n2. [ ] b", "ordered-options 6:1", "stray-box 6:4"],
  [":::solution\nsecret\n::: end", "unclosed-block 6:1", "colon-line 8:1"],
  ["a\n`b\n::: solution\nc` d", "colon-line 8:1"],
  ["- [ ] a\n- [x] b {pin", "stray-braces 7:9"],
  ["- [ ] a\n- [x] b\n\n    :::solution\n    c\n    :::", "stray-directive 9:5"],
];

test.each(MORE_SLIPS.map(([slip, ...found]) => [slip, found] as const))("%j has %j", (slip, found) => {
  expect(problemsOf(question(slip))).toEqual(found);
});

const ORDINARY = [
  "The ratio is 3:1, the map 1:1000, the verse Jn 3:16.",
  "From 10:30 to 11:15, at 10:am, in a:b and b:c.",
  "$5 and a meal costs $10, or 5$ and 10 $.",
  "Well done :smile: and :+1: and :)",
  "C++ has std::vector, Rust has Vec::new and a::b::c.",
  "IPv6 is fe80::1 or ::1 here, BNF has a ::= b.",
  "The sets {1, 2}, {a, b}, {x}, {} and {x | x > 0}; {keep, drop}, {i=1}.",
  "Braces in math: $x_{i}$, $\\{1\\}$, $\\frac{a}{b}$, `{#id}`, `{pin}`.",
  "A citation [1], a letter [x] and [X], a slice a[i:j], an index a[i][j].",
  "[x] is the floor of x.",
  "[1] A. Author, *A title*, 2020.",
  "- [1] A. Author\n- [2] B. Author",
  "- (x) is the floor of x\n- (y) is that of y",
  "Well: solution or mixture; note that a solution is clear. :solution: and :note: are signs.",
  "```lisp\n;;; solution\n```\n\n;; note: a comment of Lisp",
  "Give a `:blank` line and a `blank[1]`.",
  "> A quotation with [!] in it",
  "`a <!– b` and a <! b",
  "- a\n- b\n\n> A quotation after a list.",
  "> A quotation\n> of two lines",
  "Regular expressions: [^aeiou]+ and [^0-9]*.",
  "A --> B, a <- b, a < b, b > a, 1 > 0.",
  "a\n\\> b",
  "#1 is not #2, #hashtag.",
  "\\::: solution, \\{#id}, \\[ ] and \\## are meant.",
  "&#58;:: solution and &lbrace;#id} too.",
  "```yaml\nkey: value\nlist:\n  - [x]\n```",
  "```python\nx = a[::2]\ny = {#comment\n}\n# heading\n## heading\n```",
  "```latex\n\\begin{x}\n\\item {#1}\n```",
  "```haskell\nf\n  :: Int\n:: Int\n```",
  "```markdown\n:::solution\nsecret\n:::\n\n- [x] a\n```",
  "````md\n```python\nx\n```\n````",
  "~~~\n```python\n~~~",
  "    x = a[::2]\n    y = {#comment}\n    # heading",
  "`:::solution` and `::numeric[9.81]` and `- [x]`",
  "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |\n| 4 |",
  "| a |\n|---|\n| 1 |\n:::solution\nb\n:::",
  "a | b | c\n\n---\n\n***",
  "$$\nx\n$$",
  "$$x$$ and $$y$$",
  "<!-- a\n\nb --> ",
  "a <!-- b --> c",
  "[//]: # (a comment)\n\n[comment]: <> (another)",
  "A [link][l] and ![1].\n\n[l]: https://example.org",
  "A note.[^n]\n\n[^n]: Its text\n    on two lines.",
  "::::solution\na\n\n::::",
  ":::solution\n```\n:: code\n```\n:::",
];

test.each(ORDINARY)("%j is ordinary", (text) => {
  expect(problemsOf(question(text))).toEqual([]);
});
