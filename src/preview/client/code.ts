import type { Spot } from "../messages.ts";
import { element } from "./element.ts";

/** A place in a source: where it is, which leads into the editor where one was chosen. */
export function spotLink({ file, line, column, editor }: Spot): HTMLElement {
  const text = `${file}:${line}:${column}`;
  return editor
    ? element("a", { class: "spot", href: editor, title: "Open in the editor" }, text)
    : element("span", { class: "spot" }, text);
}

/** A sentence in which what stands between backticks is code. */
export function sentence(text: string): (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}

/** The lines of a place, numbered, with what it covers marked; nothing where there are none. */
export function codeFrame({ code }: Spot): HTMLElement[] {
  if (code.length === 0) return [];
  const lines = code.map(({ number, before, marked, after }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, String(number)),
      element("td", {}, before, ...(marked ? [element("mark", {}, marked)] : []), after || "\u200b"),
    ),
  );
  const table = element("table", { role: "presentation" }, element("tbody", {}, ...lines));
  return [element("div", { class: "code", tabindex: 0, role: "group", "aria-label": "Source" }, table)];
}
