import type { LeafDirective } from "mdast-util-directive";
import { readAttributes, words } from "../model/attribute-types.ts";
import type { Pooled, Question } from "../model/exam.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Place } from "../model/place.ts";
import type { PointSettings } from "../model/settings.ts";
import { directiveAttributes } from "./attributes.ts";
import { openBank } from "./bank.ts";
import type { EntryOutline } from "./outline.ts";
import { PICK_ATTRIBUTES, withPool } from "./pool.ts";
import { readQuestion } from "./question.ts";
import { placeOf, type Reading } from "./reading.ts";
import { reportStray } from "./stray.ts";

/** Whether a question is wanted by the includes that lead to it. */
type IsWanted = (question: Question) => boolean;

/** Questions of a source and of those it includes, understood; `worth` is what they are worth by default. */
export function readEntries(
  entries: readonly EntryOutline[],
  worth: PointSettings,
  reading: Reading,
  isWanted: IsWanted = () => true,
): Pooled {
  const read = entries.map((entry): Pooled => {
    if ("name" in entry) return readInclude(entry, worth, reading, isWanted);
    const question = readQuestion(entry, worth, reading);
    if (isWanted(question)) return { questions: [question], pools: [] };
    reading.leftOut.push(question);
    return NOTHING;
  });
  return { questions: read.flatMap(({ questions }) => questions), pools: read.flatMap(({ pools }) => pools) };
}

const NOTHING: Pooled = { questions: [], pools: [] };

function readInclude(include: LeafDirective, worth: PointSettings, reading: Reading, isWanted: IsWanted): Pooled {
  const place = placeOf(include, reading);
  const own = readAttributes(directiveAttributes(include, reading), {
    of: "::include",
    types: { ...PICK_ATTRIBUTES, tags: words },
    report: reading.report,
  });
  const bank = openBank(nameIn(include, reading), place, reading);
  if (!bank) return NOTHING;
  const { tags } = own;
  const found = new Set<string>();
  const pooled = readEntries(bank.entries, worth, bank.reading, (question) => {
    for (const tag of question.tags) found.add(tag);
    return isWanted(question) && (!tags || question.tags.some((tag) => tags.includes(tag)));
  });
  reportStray(bank.root, bank.reading);
  if (tags) reportUnknownTags(tags, found, place, reading);
  return pooled.questions.length > 0 ? withPool(pooled, own, place, reading) : NOTHING;
}

/** As typed: in a file's name, `_` and `*` are no emphasis. */
function nameIn({ children }: LeafDirective, { source }: Reading): string {
  const start = children[0]?.position?.start.offset ?? 0;
  const end = children.at(-1)?.position?.end.offset ?? start;
  return source.text.slice(start, end).trim();
}

function reportUnknownTags(tags: readonly string[], found: ReadonlySet<string>, place: Place, reading: Reading): void {
  for (const tag of tags) {
    if (found.has(tag)) continue;
    const hint = [didYouMean(tag, [...found]), found.size > 0 ? `Its tags are ${[...found].sort().join(", ")}.` : ""];
    reading.report({
      severity: "error",
      rule: "unknown-tag",
      message: `No question of this file has the tag "${tag}"`,
      hint: hint.filter(Boolean).join(" ") || "Write {tags=…} behind the headings of its questions.",
      place,
    });
  }
}
