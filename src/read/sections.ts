import { flag, readAttributes, text } from "../model/attribute-types.ts";
import type { Section } from "../model/exam.ts";
import type { PointSettings } from "../model/settings.ts";
import { takeAttributes } from "./attributes.ts";
import { readEntries } from "./entries.ts";
import { takeKeyBlocks } from "./item.ts";
import type { SectionOutline } from "./outline.ts";
import { PICK_ATTRIBUTES, withPool } from "./pool.ts";
import { POINTS } from "./question.ts";
import { placeOf, type Reading } from "./reading.ts";

const SECTION_ATTRIBUTES = { id: text, points: POINTS, shuffle: flag, keep: flag, ...PICK_ATTRIBUTES };

/** A section and its questions, understood. */
export function readSection(outline: SectionOutline, points: PointSettings, reading: Reading): Section {
  const { heading } = outline;
  const own = readAttributes(heading && takeAttributes(heading, reading), {
    of: "a section",
    types: SECTION_ATTRIBUTES,
    report: reading.report,
  });
  // A solution or rubric here belongs to no question; left where it is, it is reported as a directive without meaning.
  const misplaced = outline.content.filter((block) => block.type === "containerDirective" && block.name !== "note");
  const { printed, notes } = takeKeyBlocks(
    outline.content.filter((block) => !misplaced.includes(block)),
    reading,
  );
  const [first] = outline.entries;
  const begin = heading ?? (first && "heading" in first ? first.heading : first);
  const place = begin ? placeOf(begin, reading) : reading.source.place(0, 0);
  const worth = own.points === undefined ? points : { ...points, default: own.points, byKind: {} };
  return {
    place,
    ...(own.id && { id: own.id }),
    title: heading?.children ?? [],
    text: printed,
    notes,
    ...(own.shuffle !== undefined && { shuffle: own.shuffle }),
    keep: own.keep ?? false,
    ...withPool(readEntries(outline.entries, worth, reading), own, place, reading),
  };
}
