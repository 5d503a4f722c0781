import fc from "fast-check";
import type { ElementContent } from "hast";
import { toHtml as plainly } from "hast-util-to-html";
import { expect, test } from "vitest";
import { toHtml } from "../../src/render/to-html.ts";

const words = fc.string({ unit: fc.constantFrom(..."ab <>&\"'`=;#x é\u{1F600}\n"), maxLength: 8 });

const properties = fc.dictionary(
  fc.constantFrom(
    "className",
    "id",
    "style",
    "colSpan",
    "dataMark",
    "ariaLabel",
    "hidden",
    "start",
    "accept",
    "viewBox",
  ),
  fc.oneof(
    words,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(words, { maxLength: 3 }),
  ),
);

const { nodes } = fc.letrec<{ nodes: ElementContent[]; node: ElementContent }>((tie) => ({
  nodes: fc.array(tie("node"), { maxLength: 4 }),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constant("text" as const), value: words }),
    fc.record({ type: fc.constant("raw" as const), value: words }),
    fc.record({
      type: fc.constant("element" as const),
      tagName: fc.constantFrom("p", "span", "td", "br", "img", "svg", "path", "style"),
      properties,
      children: tie("nodes"),
    }),
  ),
}));

test("all that is remembered is written as it would be without", () => {
  fc.assert(
    fc.property(nodes, (children) => {
      expect(toHtml(children)).toBe(plainly({ type: "root", children }, { allowDangerousHtml: true }));
    }),
    { numRuns: 1000 },
  );
});
