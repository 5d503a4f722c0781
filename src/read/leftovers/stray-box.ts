import type { List, ListItem, Nodes } from "mdast";
import { placeOf, type Reading, typed } from "../reading.ts";
import type { Leftover, Spot } from "./leftover.ts";
import { isNearOptions } from "./options.ts";
import { isFenced } from "./unclosed-fence.ts";
import { type WrittenLine, writtenLines } from "./written-text.ts";

/** What is typed, or pasted, for the x of a box: the letters that look like it, and ticks. */
const TICK = "[xXхХχΧｘＸ×✓✔✗✘√]";
const BOX_LINE = new RegExp(
  `^([\\s\\p{Cf}>]*)((?:(?:[-*+•‣∙·–—−]|\\d{1,9}[.)])[\\s\\p{Cf}]*)*)([[［][\\s\\p{Cf}]*(${TICK}?)[\\s\\p{Cf}]*[\\]］]|([☑☒]))(.*)$`,
  "u",
);

const OPTION_INSIDE = /^(.*\s-\s)(\[[ xX]\])(?=\s|$)/;
const OPTION_BEHIND_SIGN = /^(.{1,4})(\[[ xX]\])(?=\s|$)/;

/** An option's box that is not understood as one. */
export const strayBox: Leftover = {
  id: "stray-box",
  why: "A box with a slip in it is text: `-[x] Paris` would print the mark of the right option on the student's paper.",
  bad: "---\ntitle: Quiz\n---\n\n## Capital\n\n- [ ] Lyon\n- [x]Paris\n",
  good: "---\ntitle: Quiz\n---\n\n## Capital\n\nSee [1] and [x] or x[ ]:\n\n- [ ] Lyon\n- [x] Paris\n",
  find(node, spot) {
    if (node.type === "list") return findRound(node, spot.reading);
    if (node.type === "listItem") return findDefinition(node, spot.reading);
    if (node.type !== "text" && (node.type !== "code" || isFenced(node, spot.reading))) return;
    for (const line of writtenLines(node, spot.reading)) findBox(line, spot);
  },
};

function findBox(line: WrittenLine, { parents, indexes, reading }: Spot): void {
  const [, lead = "", marker = "", box = "", tick = "", ballot, rest = ""] = BOX_LINE.exec(line.text) ?? [];
  const column = lead.length + marker.length;
  if (!box || column + box.length <= line.from) findInside(line, { parents, indexes, reading });
  if (!box || column + box.length <= line.from || column >= line.to) return;
  const isPlain = /^\[[ xX]\]$/.test(box);
  const item = parents.at(-2);
  const isItemStart = item?.type === "listItem" && item.children[0] === parents.at(-1) && line.from > 0;
  // The box alone on an option's first line: its content follows.
  if (isItemStart && isPlain && rest.trim() === "") return;
  // Without a dash `[x]` may be anything, unless options are near.
  const isMarked = !ballot && /^([ \t]|$)/.test(rest) && (isPlain || tick !== "");
  if (marker === "" && !(isMarked && (box === "[ ]" || isNearOptions(parents, indexes)))) return;
  if (isItemStart) item.checked = tick !== "" || ballot !== undefined;
  report(explain(marker, box, isPlain, rest, isItemStart), line.start + column, box.length, reading);
}

/** An option behind something else on its line: `a- [x] Paris`. */
function findInside(line: WrittenLine, { parents, indexes, reading }: Omit<Spot, "told">): void {
  const text = line.text.slice(line.from, line.to);
  const inside = OPTION_INSIDE.exec(text) ?? (line.from === 0 ? OPTION_BEHIND_SIGN.exec(text) : null);
  if (!inside || !isNearOptions(parents, indexes)) return;
  const [, before = "", box = ""] = inside;
  const start = line.start + line.from + before.length;
  report("Unexpected option inside a line, expected a line of its own", start, box.length, reading);
}

function report(message: string, start: number, length: number, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: strayBox.id,
    message,
    hint: "An option is a line `- [ ] …`, a right one `- [x] …`, with one space before and behind the box. For brackets in the text write \\[ ].",
    place: reading.source.place(start, start + length),
  });
}

function explain(marker: string, box: string, isPlain: boolean, rest: string, isItemStart: boolean): string {
  if (/^\[\s[xX]?\]$/.test(box) && !isPlain) return "Unexpected no-break space in a box, expected a plain one";
  if (!isPlain) return `Unexpected box ${box}, expected [ ] or [x]`;
  if (marker === "") return `Unexpected ${box} without a dash, expected - ${box}`;
  if (!/^[-*+\d]/.test(marker)) return `Unexpected ${marker.trim()} before a box, expected a plain -`;
  if (!/ $/.test(marker)) return `Unexpected ${marker}${box}, expected a space between`;
  if (/^[\s\p{Cf}]/u.test(rest) && !/^[ \t]/.test(rest))
    return `Unexpected no-break space behind ${box}, expected a plain one`;
  if (rest !== "" && !/^[ \t]/.test(rest)) return `Unexpected ${[...rest][0]} behind ${box}, expected a space`;
  return isItemStart ? `Unexpected ${box} here` : `Unexpected option inside a text, expected it below the one before`;
}

/** `- ( ) Lyon` beside `- (x) Paris`: round boxes, as other tools write them. */
function findRound({ children }: List, reading: Reading): void {
  const boxes = children.map((item) => /^\([\sxX]?\)(?=\s)/.exec(typed(firstText(item), reading))?.[0]);
  if (!boxes.some((box) => box && /x/i.test(box)) || !boxes.some((box) => box && !/x/i.test(box))) return;
  for (const [index, box] of boxes.entries()) {
    if (!box) continue;
    const { start } = placeOf(firstText(children[index] as ListItem), reading);
    report(
      `Unexpected ${box} for a box, expected ${/x/i.test(box) ? "[x]" : "[ ]"}`,
      start.offset,
      box.length,
      reading,
    );
  }
}

/** What an item begins with. */
function firstText(item: ListItem): Nodes {
  const [first] = item.children;
  return first?.type === "paragraph" ? (first.children[0] ?? first) : item;
}

/** `- [x]: Paris` is the address of a link called x, and would vanish. */
function findDefinition(item: ListItem, reading: Reading): void {
  const [first] = item.children;
  if (first?.type !== "definition" || !/^x$/i.test(first.identifier)) return;
  reading.report({
    severity: "error",
    rule: strayBox.id,
    message: "Unexpected : behind [x], expected a space",
    hint: "An option is a line `- [ ] …`, a right one `- [x] …`.",
    place: placeOf(first as Nodes, reading),
  });
  item.checked = true;
  item.children[0] = { type: "paragraph", children: [{ type: "text", value: first.url }] };
}
