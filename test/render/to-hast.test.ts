import { toHtml } from "hast-util-to-html";
import type { RootContent } from "mdast";
import { expect, test } from "vitest";
import { toHast } from "../../src/render/to-hast.ts";

const html = (...nodes: RootContent[]) => toHtml({ type: "root", children: toHast(nodes) });
const paragraph = (...children: unknown[]) => ({ type: "paragraph", children }) as RootContent;
const text = { type: "text", value: "x" };

test.each([
  ["raw HTML", { type: "html", value: "<script>alert(1)</script>" }, "<p></p>"],
  ["a script's address", { type: "link", url: "javascript:alert(1)", children: [text] }, "<p><a>x</a></p>"],
  ["an id of the source", { type: "link", url: "#secret", children: [text] }, "<p><a>x</a></p>"],
  [
    "a picture from elsewhere",
    { type: "image", url: "https://example.com/x.png", alt: "x" },
    '<p class="figure"><img alt="x"></p>',
  ],
  ["an element that is not allowed", { type: "inlineElement", tagName: "iframe", children: [text] }, "<p>x</p>"],
  [
    "attributes smuggled in",
    { ...text, type: "emphasis", children: [text], data: { hProperties: { onClick: "x", id: "x" } } },
    "<p><em>x</em></p>",
  ],
])("%s does not get through", (_, node, expected) => {
  expect(html(paragraph(node))).toBe(expected);
});

test("links and pictures of an exam do", () => {
  const link = { type: "link", url: "https://example.com/", children: [text] };
  expect(html(paragraph(link))).toBe('<p><a href="https://example.com/">x</a></p>');
  expect(html(paragraph({ type: "image", url: "/images/1.png", alt: "x" }))).toBe(
    '<p class="figure"><img src="/images/1.png" alt="x"></p>',
  );
});

test("words of a script without italics are stressed with dots", () => {
  const emphasis = (value: string) => html(paragraph({ type: "emphasis", children: [{ type: "text", value }] }));
  expect(emphasis("not")).toBe("<p><em>not</em></p>");
  for (const word of ["不", "ない", "않은"]) {
    const letters = [...word].map((letter) => `<span>${letter}</span>`).join("");
    expect(emphasis(word)).toBe(`<p><em class="dotted">${letters}</em></p>`);
  }
  expect(emphasis("不、が")).toBe('<p><em class="dotted"><span>不</span>、<span>が</span></em></p>');
});
