import type { Directives } from "mdast-util-directive";

/** Directives by form. The answers among them are understood by their kind, the blocks for the key by `item.ts`. */
const KNOWN = {
  textDirective: ["blank", "ref"],
  leafDirective: ["space", "pagebreak", "numeric", "short", "include"],
  containerDirective: ["solution", "rubric", "note"],
} as const;

/** How a directive of each form begins. */
export const COLONS = { textDirective: ":", leafDirective: "::", containerDirective: ":::" } as const;

/** Every directive as it is written: `:blank`, `::space` … */
export const FORMS: readonly string[] = (Object.keys(KNOWN) as (keyof typeof KNOWN)[]).flatMap((form) =>
  KNOWN[form].map((name) => COLONS[form] + name),
);

/** The names alone. */
export const NAMES: readonly string[] = Object.values(KNOWN).flat();

/** How the directive of a name is written; undefined when there is none. */
export function formOf(name: string): string | undefined {
  return FORMS.find((form) => form.replace(/^:+/, "") === name);
}

/** Whether the format has a directive of this name in this form; others have been or are to be reported. */
export function isKnown(node: Directives): boolean {
  return (KNOWN[node.type] as readonly string[]).includes(node.name);
}
