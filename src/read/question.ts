import type { Nodes } from "mdast";
import { flag, integer, number, oneOf, readAttributes, text, words } from "../model/attribute-types.ts";
import type { Attributes } from "../model/attributes.ts";
import type { Block } from "../model/content.ts";
import { type Part, type Question, sumPoints } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import type { PointSettings } from "../model/settings.ts";
import { takeAttributes } from "./attributes.ts";
import { identify } from "./identify.ts";
import { readItem } from "./item.ts";
import type { PartOutline, QuestionOutline } from "./outline.ts";
import { placeOf, type Reading, typed } from "./reading.ts";

/** What a question or a section may be worth. Sums are made of so many decimals. */
export const POINTS = number(0, 100_000, 6);

const itemAttributes = ({ kinds }: Reading) => ({
  id: text,
  points: POINTS,
  kind: oneOf(kinds.map(({ name }) => name)),
  columns: integer(1, 5),
  shuffle: flag,
});

const QUESTION_ATTRIBUTES = {
  bonus: flag,
  tags: words,
  difficulty: number(),
  pin: oneOf(["first", "last"]),
  newpage: flag,
  keep: flag,
  ignore: words,
};

/** A question and its parts, understood. */
export function readQuestion(outline: QuestionOutline, worth: PointSettings, reading: Reading): Question {
  const { heading } = outline;
  const place = placeOf(heading, reading);
  const source = [...outline.content, ...outline.parts.flatMap((part) => [part.heading, ...part.content])];
  const words = source.map((block) => typed(block as Nodes, reading)).join("\n");
  const attributes = takeAttributes(heading, reading);
  const own = readAttributes(attributes, {
    of: "a question",
    types: { ...itemAttributes(reading), ...QUESTION_ATTRIBUTES },
    report: reading.report,
  });
  const parts = outline.parts.map((part, index) => readPart(part, index, worth, reading));
  const item = readItem(outline.content, place, own.kind, reading);
  if (parts.length > 0) reportOwnAnswer(item, own.kind !== undefined, place, reading);
  reportIdle(own, attributes, parts.length > 0 ? "parts" : item.kind, reading);
  const sum = sumPoints(parts.map((part) => part.points));
  if (parts.length > 0 && own.points !== undefined && own.points !== sum) {
    reading.report({
      severity: "error",
      rule: "part-points",
      message: `The question says ${own.points} points, its parts add up to ${sum}`,
      hint: "Correct one of them, or leave the question's points out.",
      place,
    });
  }
  return {
    place,
    includes: reading.includes,
    ...identify(own.id, heading, words),
    title: heading.children,
    ...item,
    ...(parts.length > 0 && { kind: "parts" as const, body: {} }),
    points: parts.length > 0 ? sum : pointsOf(own.points, item.kind, worth),
    bonus: own.bonus ?? false,
    tags: own.tags ?? [],
    ...(own.difficulty !== undefined && { difficulty: own.difficulty }),
    ...(own.columns && { columns: own.columns }),
    ...(own.shuffle !== undefined && { shuffle: own.shuffle }),
    ...(own.pin && { pin: own.pin }),
    newPage: own.newpage ?? false,
    keep: own.keep ?? true,
    ignore: (own.ignore ?? []).map((rule) => ({
      rule,
      place: attributes?.entries.find(({ name }) => name === "ignore")?.place ?? place,
    })),
    parts,
  };
}

function readPart(outline: PartOutline, index: number, worth: PointSettings, reading: Reading): Part {
  const { heading } = outline;
  const place = placeOf(heading, reading);
  const attributes = takeAttributes(heading, reading);
  const own = readAttributes(attributes, { of: "a part", types: itemAttributes(reading), report: reading.report });
  const item = readItem(outline.content, place, own.kind, reading);
  reportIdle(own, attributes, item.kind, reading);
  return {
    place,
    id: own.id ?? `p${index + 1}`,
    title: heading.children,
    ...item,
    points: pointsOf(own.points, item.kind, worth),
    ...(own.columns && { columns: own.columns }),
    ...(own.shuffle !== undefined && { shuffle: own.shuffle }),
  };
}

function pointsOf(own: number | undefined, kind: Question["kind"], worth: PointSettings): number {
  return own ?? (kind === "parts" ? undefined : worth.byKind[kind]) ?? worth.default;
}

/** With parts, the question's own text is their common stem: an answer there would be a second one. */
function reportOwnAnswer(
  item: { kind: string; stem: readonly Block[] },
  named: boolean,
  place: Place,
  reading: Reading,
) {
  if (item.kind === "open" && !named) return;
  reading.report({
    severity: "error",
    rule: "two-answers",
    message: "Unexpected answer in a question that has parts",
    hint: "Make it a part of its own: `###` and its text.",
    place,
  });
}

/** Who writes what changes nothing expects that it does. */
function reportIdle(
  own: { readonly columns?: number; readonly shuffle?: boolean },
  attributes: Attributes | undefined,
  kind: Question["kind"],
  reading: Reading,
) {
  for (const name of ["columns", "shuffle"] as const) {
    const entry = attributes?.entries.find((entry) => entry.name === name);
    const heeding = reading.kinds.filter(({ heeds }) => heeds?.includes(name)).map((heeder) => heeder.name);
    // Parts are shuffled as their question says.
    if (!entry || own[name] === undefined || heeding.includes(kind) || (kind === "parts" && name === "shuffle"))
      continue;
    const where = kind === "parts" ? "a question that has parts" : `a question of kind ${kind}`;
    reading.report({
      severity: "warning",
      rule: "idle-attribute",
      message: `"${name}" changes nothing on ${where}`,
      hint: `Leave it out. It is for the options of ${heeding.join(", ")}${kind === "parts" ? ": write it on the part" : ""}.`,
      place: entry.place,
    });
  }
}
