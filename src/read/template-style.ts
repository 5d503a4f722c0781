import type { CssNode } from "css-tree";
import parse from "css-tree/parser";
import walk from "css-tree/walker";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";

/**
 * What is wrong with a template's style sheet: what a browser would skip in silence, and every file it asks for that is none of
 * the template's. `url` is the sheet's own, which names in it are relative to.
 */
export function checkStyle(source: SourceText, url: string, hasFile: (url: string) => boolean): Problem[] {
  const problems: Problem[] = [];
  const fault = (message: string, hint: string, place: Place, rule = "template") =>
    problems.push({ severity: "error", rule, message, hint, place });
  const sheet = parse(source.text, {
    positions: true,
    parseCustomProperty: true,
    // A sheet nested so deeply that the parser gives up has no place.
    onParseError: ({ message, offset = 0 }) =>
      fault(
        `${message} in the style sheet`,
        "A browser would skip what stands here.",
        source.place(offset, offset + 1),
      ),
  });
  const asked = (name: string, node: CssNode) => {
    const place = source.place(node.loc?.start.offset ?? 0, node.loc?.end.offset ?? 0);
    const refusal = refusalOf(name, url, hasFile);
    if (refusal) fault(refusal, "Put the file into the template's folder and name it there.", place, "refused-request");
  };
  walk(sheet, function visit(node) {
    if (node.type === "Block" && node.loc && source.text[node.loc.end.offset - 1] !== "}") {
      const { offset } = node.loc.start;
      fault("A block without an end in the style sheet", "Close it with }.", source.place(offset, offset + 1));
    }
    if (node.type === "Url") asked(node.value, node);
    // `@import "…"` and `image-set("…")` name files without `url`.
    if (node.type === "String" && (this.atrule?.name === "import" || /image-set$/.test(this.function?.name ?? "")))
      asked(node.value, node);
  });
  return problems;
}

function refusalOf(name: string, sheet: string, hasFile: (url: string) => boolean): string | undefined {
  if (name.startsWith("#") || name.startsWith("data:")) return undefined;
  const origin = "https://template.invalid";
  const url = URL.canParse(name, origin + sheet) ? new URL(name, origin + sheet) : undefined;
  if (url?.origin !== origin) return `${name} lies outside the template; papers are printed without the network`;
  return hasFile(decodeURI(url.pathname)) ? undefined : `The template has no file ${name}`;
}
