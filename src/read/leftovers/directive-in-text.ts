import { FORMS, formOf } from "../directive-names.ts";
import { COLON } from "./explain-directive.ts";
import type { Leftover } from "./leftover.ts";
import { LINE_LEAD } from "./line-lead.ts";
import { writtenText } from "./written-text.ts";

const NAMES = FORMS.map((form) => form.replace(/^:+/, "")).join("|");
const DIRECTIVE = new RegExp(
  `(?<!${COLON})(${COLON}+)([ \\t]*)(${NAMES})(?![\\p{L}\\p{N}_-])[ \\t]*([[{［｛【])?`,
  "giu",
);
const LEAD = new RegExp(`^${LINE_LEAD}$`, "u");

/** A directive with its own line written into the middle of a text, or one of any form with a slip in its colons. */
export const directiveInText: Leftover = {
  id: "directive-in-text",
  why: "Answers and solutions have lines of their own; inside a text, `::numeric[9.81]` would be printed as it is, answer included.",
  bad: "---\ntitle: Quiz\n---\n\n## Gravity\n\nIts value is ::numeric[9.81] here.\n",
  good: "---\ntitle: Quiz\n---\n\n## Gravity\n\nIts value by std::numeric_limits is\n\n::numeric[9.81]\n",
  find(node, _parents, reading) {
    if (node.type !== "text") return;
    const text = writtenText(node, reading);
    const begin = node.position?.start.offset ?? 0;
    for (const match of text.matchAll(DIRECTIVE)) {
      const [written, colons = "", gap = "", name = "", open] = match;
      const start = begin + match.index;
      const previous = reading.source.text.slice(Math.max(0, start - 1), start);
      const isBlock =
        colons.length > 2 && formOf(name.toLowerCase())?.startsWith(":::") && !/[\p{L}\p{N}_]/u.test(previous);
      const isWide = /[^:]/.test(colons);
      // One colon and a space are ordinary before any word but this.
      const isGap = gap !== "" && name === "blank" && written.endsWith("blank[");
      if (!isBlock && !(open && (colons.length > 1 || isWide || isGap))) continue;
      const line =
        reading.source.text
          .slice(Math.max(0, start - 1000), start)
          .split(/[\r\n]/)
          .at(-1) ?? "";
      // Such a line is explained by `colon-line`.
      if (colons.length > 1 && LEAD.test(line)) continue;
      const form = formOf(name.toLowerCase()) ?? "";
      reading.report({
        severity: "error",
        rule: directiveInText.id,
        message: `Unexpected ${colons}${gap}${name} inside a text, expected ${form}${form.startsWith("::") ? " on a line of its own" : ""}`,
        hint: form.startsWith("::")
          ? `Give ${form} a line of its own at the left margin. For colons in the text write \\:\\:.`
          : `Write ${form}[…], with one plain colon and nothing between. For a colon in the text write \\:.`,
        place: reading.source.place(start, start + (colons + gap + name).length),
      });
    }
  },
};
