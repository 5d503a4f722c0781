import { didYouMean } from "../../model/nearest.ts";
import { FORMS, formOf } from "../directive-names.ts";

/** What was probably meant by something that begins with colons. */
export interface Explanation {
  readonly message: string;
  readonly hint: string;
}

/** Colons: the plain one, and the wide, small and vertical ones of East Asian keyboards. */
export const COLON = "[:：﹕︓]";

const WRITTEN = new RegExp(`^(${COLON}+)(\\s*)(\\p{L}[\\p{L}\\p{M}\\p{N}_-]*)?(.*)$`, "u");

const MARGIN = "Begin it at the left margin: delete what stands before it, invisible characters too.";

/** Explains a line, from its first colon to its end, that was meant as a directive and became text or code. */
export function explainDirective(written: string): Explanation {
  const [, colons = "", gap = "", name = "", rest = ""] = WRITTEN.exec(written.trimEnd()) ?? [];
  const hint = `Directives are ${FORMS.join(", ")}. For colons in the text write \\:\\:.`;
  if (name === "" && rest === "") {
    return {
      message: `Unexpected ${colons}, expected it alone at the left margin behind an open block`,
      hint: "Look above for the line that opens the block: it stands alone, as in :::solution, and ends with as many colons as it began with.",
    };
  }
  const form = formOf(name.toLowerCase());
  if (!form) {
    return {
      message: `Unexpected line that begins with ${colons}`,
      hint: [name && didYouMean(colons + name, FORMS), hint].filter(Boolean).join(" "),
    };
  }
  const alone = form.startsWith(":::");
  const write = `Write ${form}${alone ? " alone on its line, and the text on the next" : ""}.`;
  if (/[^:]/.test(colons)) return { message: `Unexpected wide colons in ${colons}${gap}${name}`, hint: write };
  if (gap) return { message: `Unexpected space in ${colons}${gap}${name}, expected ${form}`, hint: write };
  if (colons.length !== form.length - name.length && !(alone && colons.length > 3)) {
    return { message: `Unexpected ${colons}${name}, expected ${form}`, hint: write };
  }
  if (alone) {
    return rest === ""
      ? { message: `Unexpected ${colons}${name} inside text or code`, hint: MARGIN }
      : { message: `Unexpected text behind ${colons}${name}, expected the end of the line`, hint: write };
  }
  return explainTail(form, rest);
}

/** What is wrong behind the name of a directive that stands alone on its line. */
function explainTail(form: string, rest: string): Explanation {
  const [whole = "", label = "", braces = ""] = /^(\[[^\]]*\])?(\{[^}]*\})?/.exec(rest) ?? [];
  const tail = rest.slice(whole.length);
  const directive = `${form}${label}${braces}`;
  if (tail === "") return { message: `Unexpected ${form} inside text or code`, hint: MARGIN };
  if (/^\s+[[{]/.test(tail)) {
    return { message: `Unexpected space behind ${directive}`, hint: `Write ${directive}${tail.trim()}.` };
  }
  if (tail.startsWith("[") || tail.startsWith("{")) {
    const end = tail.startsWith("[") ? "]" : "}";
    return {
      message: `Unexpected ${directive}${tail[0]} without an end, expected ${end}`,
      hint: `Close it with ${end}.`,
    };
  }
  return {
    message: `Unexpected text behind ${directive}, expected the end of the line`,
    hint: "A directive that begins with two colons stands alone on its line.",
  };
}
