import { defaultSchema, type Options as Schema } from "rehype-sanitize";
import { INLINE_TAGS } from "../model/content.ts";

/**
 * What converted Markdown may consist of. Reading has refused everything else already; this is the second line of
 * defence, before our own markup (formulas, spaces, sizes) is put in.
 */
export const SANITIZE_SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...["p", "blockquote", "ul", "ol", "li", "hr", "table", "thead", "tbody", "tr", "th", "td", "pre", "code"],
    ...["em", "strong", "del", "a", "img", "div", "span", ...INLINE_TAGS],
  ],
  attributes: {
    a: ["href"],
    em: [["className", "dotted"]],
    img: ["src", "alt"],
    ol: ["start"],
    p: [["className", "figure"]],
    td: ["align"],
    th: ["align"],
  },
  // No picture has a protocol of its own: all are the exam's, by their path.
  protocols: { href: ["http", "https", "mailto"], src: ["path"] },
  required: {},
};
