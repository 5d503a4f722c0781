import type { Code, Nodes } from "mdast";
import { placeOf, type Reading, typed } from "../reading.ts";
import type { Leftover } from "./leftover.ts";
import { writtenLines } from "./written-text.ts";

const FENCE = /^(`{3,}|~{3,}|\${2,})/;
const OUR_LINE = /^[\s>]*(:::+(?:solution|rubric|note)\s*$|::(?:numeric|short|space)[[{])/;

/** A code block or a display formula without its closing line. */
export const unclosedFence: Leftover = {
  id: "unclosed-fence",
  why: "A code block or formula that is not closed swallows all that follows, and prints it, solutions included.",
  bad: "---\ntitle: Quiz\n---\n\n## Loop\n\n```python\nwhile True: pass\n\n:::solution\nIt never ends.\n:::\n",
  good: "---\ntitle: Quiz\n---\n\n## Loop\n\n```python\nwhile True: pass\n```\n\n$$\nx\n$$\n\n:::solution\nIt never ends.\n:::\n",
  find(node, { reading }) {
    if (node.type !== "code" && node.type !== "math") return;
    const source = typed(node, reading);
    const fence = FENCE.exec(source)?.[0];
    if (!fence) return;
    const last = /[\r\n][ \t>]*([`~$]+)[ \t]*$/.exec(source.slice(-1000))?.[1] ?? "";
    const isClosed = last.startsWith(fence) && last === fence.charAt(0).repeat(last.length);
    if (!isClosed) {
      report(node, fence, undefined, reading);
      // What it swallowed is no formula.
      if (node.type === "math") node.value = "";
    } else if (node.type === "code") reportSwallowed(node, fence, reading);
  },
};

/** Whether a code block has fences; without, it is indented by four spaces. */
export function isFenced(node: Code, reading: Reading): boolean {
  return FENCE.test(typed(node, reading));
}

/** The closing line may be that of the next block, which then shows inside this one. */
function reportSwallowed(code: Code, fence: string, reading: Reading): void {
  const mayShowSource = /^(markdown|md)$/i.test(code.lang ?? "");
  for (const { text, start, from } of writtenLines(code, reading)) {
    const written = text.replace(/^[\s>]+/, "");
    const isOpening = written.startsWith(fence) && /[^`~\s]/.test(written) && !/[^`]`/.test(written);
    if (from > 0 || start === code.position?.start.offset || !(isOpening || (OUR_LINE.test(text) && !mayShowSource)))
      continue;
    const begin = start + text.length - written.length;
    report(code, fence, reading.source.place(begin, begin + written.trimEnd().length), reading);
    return;
  }
}

function report(node: Nodes, fence: string, inside: ReturnType<typeof placeOf> | undefined, reading: Reading): void {
  const { start } = placeOf(node, reading);
  const what = fence.startsWith("$") ? "formula" : "code block";
  reading.report({
    severity: "error",
    rule: unclosedFence.id,
    message: `The ${what} that begins with ${fence} is never closed`,
    hint: `Write ${fence} on a line of its own behind it.${inside ? " Name its language markdown if it is to show this line." : ""}`,
    place: reading.source.place(start.offset, start.offset + fence.length),
    ...(inside && { related: { message: "this would be part of it", place: inside } }),
  });
}
