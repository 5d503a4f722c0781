import { describe, expect, test } from "vitest";
import { exam, type Files, folderWith, pngOf, svg, told } from "./folder.ts";

const DIGITS = [..."0123456789"];
const letters = [..."abcdefghijklmnop"];
/** Each is what comes before it, ten times. */
const powers = (first: string, next: (before: string, name: string) => string) =>
  letters.map((name, at) => (at === 0 ? first : next(letters[at - 1] as string, name))).join("");

const withPicture = (name: string, bytes: string | Uint8Array): Files => ({
  "exam.md": exam(`![a figure](${name})`),
  [name]: bytes,
});

describe("what a stranger writes into a source is refused at its line", () => {
  test.each<[what: string, source: string, rule: string]>([
    ["a script", exam("<script>alert(1)</script>"), "raw-html"],
    ["an event handler", exam('What <b onclick="alert(1)">is</b> it?'), "raw-html"],
    ["a frame", exam('<iframe src="file:///etc/passwd"></iframe>'), "raw-html"],
    ["a style sheet", exam("<style>@import url(http://127.0.0.1:9/x.css);</style>"), "raw-html"],
    ["a picture as HTML", exam('What <img src=x onerror="alert(1)"> is it?'), "raw-html"],
    ["a link to a script", exam("[see](javascript:alert(1))"), "link"],
    ["a link to a script, disguised", exam("[see](&#106;avascript&colon;alert(1))"), "link"],
    ["a link to data", exam("[see](data:text/html,<script>alert(1)</script>)"), "link"],
    ["a link to a file", exam("[see](file:///etc/passwd)"), "link"],
    ["a picture from the network", exam("![a](https://127.0.0.1:9/x.png)"), "image-url"],
    ["a picture from the network, without its protocol", exam("![a](//127.0.0.1:9/x.png)"), "image-url"],
    ["a picture of data", exam("![a](data:image/png;base64,AAAA)"), "image-url"],
    ["a picture by its file address", exam("![a](file:///etc/passwd)"), "image-url"],
    ["a picture outside the folder", exam("![a](../../../../etc/passwd.png)"), "outside-root"],
    ["a file included from outside", `${exam("Why?")}\n::include[../../../../etc/passwd.md]\n`, "outside-root"],
    ["a logo outside the folder", exam("Why?", "logo: ../x.png\n"), "outside-root"],
    ["an id that is a path", exam("Why?").replace("#one", "#../../x"), "stray-braces"],
    ["a label that is a path", exam("Why?", 'versions: ["../x", B]\n'), "front-matter-value"],
    ["a language that is a path", exam("Why?", "lang: ../../etc/passwd\n"), "front-matter-value"],
    ["a template outside the folder", exam("Why?", "template: ../../../etc\n"), "outside-root"],
    ["a terminal's escape sequence", exam("\u001b]0;title\u0007\u001b[31mred"), "control-character"],
    ["text that is shown in another order", exam("- [x] safe\u202e elttil a\u202c\n- [ ] not"), "control-character"],
    ["text set apart from its line", exam("a \u2066b\u2069 c"), "control-character"],
    ["a zero", exam("a\0b"), "control-character"],
    ["an object's own keys", exam("Why?", "__proto__: { title: x }\nconstructor: y\n"), "unknown-key"],
    ["a tag of YAML", exam("Why?", 'seed: !!js/function "function(){}"\n'), "yaml"],
    [
      "a bomb of aliases",
      exam(
        "Why?",
        powers("k0: &a [x]\n", (before, name) => `k${name}: &${name} [${`*${before},`.repeat(10)}]\n`),
      ),
      "yaml",
    ],
    ["a billion versions", exam("Why?", "versions: 1000000000\n"), "front-matter-value"],
    ["a billion columns", exam("- [x] a\n- [ ] b").replace("#one", "#one columns=1000000000"), "attribute-value"],
    ["a space higher than a house", exam("::space{height=100000cm}"), "attribute-value"],
    ["squares finer than ink", exam("::space{grid=0.0001mm height=20cm}"), "attribute-value"],
    ["a gap longer than a street", exam("a :blank[x]{width=1000000cm}"), "attribute-value"],
    ["a macro that is itself", exam("$\\def\\x{\\x\\x}\\x$"), "math"],
    ["a macro of the front matter that is itself", exam("$\\x$", "macros: { '\\x': '\\x\\x' }\n"), "math"],
    [
      "macros of ten times each other",
      exam(`$${powers("\\def\\a{x}", (before, name) => `\\def\\${name}{${`\\${before}`.repeat(10)}}`)}\\p$`),
      "math",
    ],
    ["a long macro many times", exam(`$\\def\\a{${"x".repeat(5000)}}${"\\a{}".repeat(900)}$`), "math"],
    ["a formula of 15,000 signs", exam(`$${"x".repeat(15_000)}$`), "math"],
    ["a formula nested 300 times", exam(`$${"\\frac{1}{".repeat(300)}x${"}".repeat(300)}$`), "math"],
    [
      "a thousand formulas as large as they may be",
      exam(`$\\def\\a{xxxxxxxxxx}\\def\\b{${"\\a".repeat(20)}}\\b\\b\\b\\b\\b$\n\n`.repeat(1000)),
      "math",
    ],
    ["a link in a formula", exam("$\\href{javascript:alert(1)}{x}$"), "math"],
    ["a file in a formula", exam("$\\includegraphics{/etc/passwd}$"), "math"],
    ["a style in a formula", exam("$\\htmlStyle{background: url(http://127.0.0.1:9)}{x}$"), "math"],
    ["10,000 options in one list", exam(DIGITS.map(() => "- [ ] a\n".repeat(1000)).join("")), "text-too-long"],
  ])("%s", { timeout: 60_000 }, async (_, source, rule) => {
    const { code, rules, errors } = await told({ "exam.md": source });
    expect(rules).toEqual([rule]);
    expect(errors.every(({ line }) => line !== undefined && line > 0)).toBe(true);
    expect(code).toBe(1);
  });

  test("another encoding", async () => {
    expect(await told({ "exam.md": Buffer.from(`\ufeff${exam("Why?")}`, "utf16le") })).toMatchObject({
      rules: ["encoding"],
    });
  });

  test("a mark of the encoding is none of the text", async () => {
    expect(await told({ "exam.md": `\ufeff${exam("Why?")}` })).toMatchObject({ code: 0 });
  });
});

describe("a picture that would hang, or lacks something on paper, is refused", () => {
  const used = (levels: number) =>
    `<defs><g id="g0"><rect/></g>${Array.from({ length: levels }, (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`).join("")}</defs><use xlink:href="#g${levels}"/>`;
  test.each<[what: string, name: string, bytes: string | Uint8Array, rule: string]>([
    ["nine hundred million pixels", "a.png", pngOf(30_000, 30_000), "image-too-large"],
    ["a drawing that uses itself a billion times", "a.svg", svg(used(9)), "image-too-large"],
    ["a drawing of 200,000 elements", "a.svg", svg("<g/>".repeat(200_000)), "image-too-large"],
    ["a drawing 100,000 levels deep", "a.svg", svg("<g>".repeat(100_000)), "image-too-large"],
    ["a drawing with entities", "a.svg", svg("&a;", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'), "image-format"],
    [
      "a drawing that reads a file through an entity",
      "a.svg",
      svg("&a;", '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      "image-format",
    ],
    ["a picture in a drawing", "a.svg", svg('<image href="http://127.0.0.1:9/x.png"/>'), "image-reference"],
    ["a file in a drawing", "a.svg", svg("<image xlink:href='file:///etc/passwd'/>"), "image-reference"],
    ["a piece of another drawing", "a.svg", svg('<use href="other.svg#a"/>'), "image-reference"],
    ["a script from elsewhere", "a.svg", svg('<script href="http://127.0.0.1:9/x.js"/>'), "image-reference"],
    ["a frame in a drawing", "a.svg", svg('<style>@import "http://127.0.0.1:9/x.css";</style>'), "image-reference"],
    ["a colour from elsewhere", "a.svg", svg('<rect fill="url(other.svg#a)"/>'), "image-reference"],
    ["HTML that is called a drawing", "a.svg", "<html><script>alert(1)</script></html>", "image-format"],
    ["a program that is called a picture", "a.png", "#!/bin/sh\nexit", "image-format"],
  ])("%s", async (_, name, bytes, rule) => {
    expect(await told(withPicture(name, bytes))).toMatchObject({ code: 1, rules: [rule] });
  });

  test.each([
    ["what it holds itself", '<linearGradient id="a"/><rect fill="url(#a)"/><use href="#a"/><a href="https://x.org"/>'],
    ["a picture inside", '<image href="data:image/png;base64,AAAA"/>'],
    ["a thousand uses", used(3)],
    ["text like tags", "<!-- <image href='x'/> --><![CDATA[<image href='x'/>]]><text>a &lt; b</text>"],
  ])("one with %s is not", async (_, inside) => {
    expect(await told(withPicture("a.svg", svg(inside)))).toMatchObject({ code: 0, rules: [] });
  });

  test("files of more than 200 MB in all", { timeout: 60_000 }, async () => {
    const names = Array.from({ length: 21 }, (_, at) => `${at}.png`);
    const pictures = Object.fromEntries(
      names.map((name, at) => [name, Buffer.concat([pngOf(9, 9), Buffer.alloc(10_000_000 + at)])]),
    );
    const source = exam(names.map((name) => `![a](${name})`).join("\n\n"));
    expect(await told({ "exam.md": source, ...pictures })).toMatchObject({ code: 1, rules: ["file-too-large"] });
  });
});

test.each(["exam.md", "picture.png", "bank.md"])(
  "a link of the folder that leads out of it is not followed: %s",
  async (name) => {
    const outside = folderWith({
      "exam.md": exam("Secret?"),
      "picture.png": pngOf(9, 9),
      "bank.md": "## {#secret}\n\nSecret?\n",
    });
    const files: Files = {
      "quiz.md": `${exam("![a](picture.png)")}\n::include[bank.md]\n\n::include[exam.md]\n`,
      "exam.md": "## {#a}\n\nWhy?\n",
      "bank.md": "## {#b}\n\nWhy?\n",
      "picture.png": pngOf(9, 9),
    };
    const { rules } = await told({ ...files, [name]: { link: `${outside}/${name}` } }, ["check", "quiz.md"]);
    expect(rules).toEqual(["outside-root"]);
  },
);

describe("a template's folder", () => {
  const template = (files: Files): Files => ({
    "exam.md": exam("Why?", "template: ./ours\n"),
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`ours/${name}`, content])),
  });
  test.each<[what: string, files: Files, rules: readonly string[]]>([
    [
      "style sheets from elsewhere",
      template({ "style.css": '@import "http://127.0.0.1:9/x.css";' }),
      ["refused-request"],
    ],
    [
      "files from elsewhere",
      template({ "style.css": "p { background: url(../../../etc/passwd) }" }),
      ["refused-request"],
    ],
    [
      "a typeface from elsewhere",
      template({ "style.css": '@font-face { font-family: X; src: url("//127.0.0.1:9/x.woff2") }' }),
      ["refused-request"],
    ],
    ["a style sheet of two million signs", template({ "style.css": "a{b:c}\n".repeat(300_000) }), ["template"]],
    ["a style sheet 100,000 levels deep", template({ "style.css": `a { b: ${"(".repeat(100_000)}` }), ["template"]],
    [
      "600 files",
      template(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`${at}.css`, ""]))),
      ["file-too-large"],
    ],
    ["a link that leads out of it", template({ "logo.svg": { link: "/etc/hostname" } }), []],
    [
      "nothing but a link to the whole disk",
      { "exam.md": exam("Why?", "template: ./ours\n"), ours: { link: "/" } },
      ["outside-root"],
    ],
    ["a file in its place", { "exam.md": exam("Why?", "template: ./ours\n"), ours: "p {}" }, ["template"]],
  ])("with %s", { timeout: 60_000 }, async (_, files, rules) => {
    expect(await told(files)).toMatchObject({ rules });
  });
});

test("what a stranger calls a file moves no cursor and changes no colour", async () => {
  const name = "a\u001b[31m\u202eb\u0007.md";
  const { stderr, errors } = await told({ [name]: exam(":foo[x]") }, ["check", name]);
  expect(errors).toMatchObject([{ rule: "unknown-directive" }]);
  for (const sign of ["\u0007", "\u001b", "\u202e"]) expect(stderr).not.toContain(sign);
});
