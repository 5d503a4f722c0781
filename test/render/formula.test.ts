import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { formula } from "../../src/render/formula.ts";

const markup = (element: Element) => toHtml(element.children, { allowDangerousHtml: true });

test("a formula is an image whose description is its TeX, and its markup is not hidden", () => {
  const element = formula("\\frac{1}{2}", false, {});
  expect(element.properties).toMatchObject({ role: "img", ariaLabel: "\\frac{1}{2}" });
  expect(markup(element)).not.toContain("aria-hidden");
  expect(markup(element)).not.toContain("<math");
});

test.each([
  ["a % comment\n+ b", "a + b"],
  ["50\\% of x", "50\\% of x"],
  ["a \\\\% comment\nb", "a \\\\ b"],
])("comments of %j are in no description", (tex, label) => {
  expect(formula(tex, false, {}).properties.ariaLabel).toBe(label);
});

test("macros are the exam's, and none a formula defines reaches the next", () => {
  const macros = { "\\R": "\\mathbb{R}" };
  expect(markup(formula("\\R", false, macros))).toContain("mathbb");
  expect(() => formula("\\gdef\\new{x}\\new", false, macros)).not.toThrow();
  expect(() => formula("\\new", false, macros)).toThrow();
});

test.each(["\\href{https://example.com}{x}", "\\htmlId{x}{y}", "\\includegraphics{x}", "\\def\\x{\\x\\x}\\x", "x^"])(
  "%s is refused",
  (tex) => {
    expect(() => formula(tex, false, {})).toThrow();
  },
);

test("what lends its height alone is not there to be too wide", () => {
  expect(markup(formula("\\vphantom{X}y", false, {}))).not.toContain("X");
  expect(markup(formula("\\ce{OH-}", false, {}))).not.toContain("transparent");
  expect(markup(formula("\\phantom{X}y", false, {}))).toContain("X");
});

test("chemistry is set", () => {
  expect(markup(formula("\\ce{H2O}", false, {}))).toContain("O");
});
