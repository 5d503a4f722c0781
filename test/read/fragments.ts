import fc from "fast-check";

/** Pieces of Markdown, YAML and the format's own syntax, whole and broken, to be put together at random. */
export const PIECES = [
  "---\ntitle: T\n---\n",
  "---\n",
  "title: T",
  "title: &a [*a]",
  "points: { open: 2 }",
  "instructions: |\n  ::: x\n  $x$",
  "lang: xx",
  "# S {#s points=2}",
  "## Q",
  "## {#q kind=matching}",
  "### P {points=1}",
  "#### D",
  "##",
  "Text of a line.",
  "- [ ] a",
  "- [x] b {pin}",
  "- [x]",
  "-[x] c",
  "  - [ ] d",
  "* e",
  "1. f",
  "  > feedback",
  "> quote",
  ">",
  ":::solution",
  ":::rubric",
  "- 1: good",
  ":::note",
  "::::",
  ":::",
  "::",
  ":",
  "::numeric[1]{tolerance=1%}",
  '::short[a]{accept="b|c"}',
  "::space{lines=3}",
  "::pagebreak",
  "::include[exam.md]",
  "::include[bank.md]{pick=2 tags=a}",
  "::include[no.md]{pick-per=version}",
  "# P {pick=1 pick-per=version}",
  "## {#t tags=a difficulty=2}",
  ":blank[x]{width=4cm}",
  ":ref[#q]",
  ":foo[",
  "[^1]",
  "[^1]: note",
  "[a]: b",
  "[x]",
  "![a](b.png){width=3cm}",
  "![a][a]",
  "[l](javascript:x)",
  "<!-- c",
  "-->",
  "<sub>",
  "</sub>",
  "<div>",
  "<b",
  "$x$",
  "$",
  "$$",
  "\\",
  "`",
  "```",
  "~~~",
  "    code",
  "| a | b |",
  "|---|---|",
  "***",
  "===",
  "{#a",
  '{a="b"}',
  "{",
  "}",
  "&lt;",
  "\u00a0",
  "\u200b",
  "：：",
  "日本",
  "🙂",
  "é",
  "\u0000",
  "\t",
  " ",
];

const SEPARATORS = ["", " ", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\n  ", "\n    ", "\n> "];

/** Sources of up to about forty pieces, with a front matter more often than not. */
export const hostileSource: fc.Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...SEPARATORS)), { maxLength: 40 }),
  )
  .map(
    ([isBare, pieces]) =>
      (isBare ? "" : "---\ntitle: T\n---\n\n## Q {#q}\n\n") + pieces.map(([piece, behind]) => piece + behind).join(""),
  );

/** Words, numbers and signs of ordinary running text, none of them syntax of the format. */
export const ordinaryWord: fc.Arbitrary<string> = fc.constantFrom(
  ..."the cat and (say) don't “quoted” naïve 日本 Größe 3:1 10:30 10:am a:b :smile: :+1: $5 10$ {1,2} {x} {a,b} [1] [x] a[i] a[i:j]".split(
    " ",
  ),
  ..."std::vector fe80::1 ::1 ::= --> -> => < > ≤ + - * / = != 50% #1 #tag C# & | ~ ^2 x_i a_b_c 1e-3 3.14 U+0041 e.g. i.e.".split(
    " ",
  ),
  ..."*em* **strong** `code` `{#id}` `:::solution` $x_{i}$ $\\{1\\}$ $\\frac{a}{b}$ \\{#id} \\[x] \\:blank x² H₂O 9.81 m/s".split(
    " ",
  ),
);
