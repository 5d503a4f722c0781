import { visit } from "unist-util-visit";
import type { Block } from "../model/content.ts";
import type { PaperName } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { PointSettings, Settings } from "../model/settings.ts";
import type { SourceText } from "../model/source-text.ts";
import { versionLabels } from "../model/version.ts";
import { understandContent } from "./content.ts";
import { readImage } from "./images.ts";
import { parseMarkdown } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import type { FrontMatter } from "./settings-schema.ts";
import { reportStray } from "./stray.ts";

/** Settings given on the command line, which win over the front matter's. */
export interface SettingOverrides {
  /** A count, or labels that differ ignoring case. */
  readonly versions?: number | readonly string[];
  readonly seed?: string;
  readonly template?: string;
  readonly paper?: PaperName;
}

/** The settings of an exam: what the front matter says, what the command line says, and the defaults. */
export function readSettings(
  front: FrontMatter,
  places: Readonly<Record<string, Place>>,
  name: string,
  overrides: SettingOverrides,
  reading: Reading,
): Settings {
  const asked = overrides.versions ?? front.versions ?? 1;
  const versions = typeof asked === "number" ? versionLabels(asked) : asked;
  const logo = front.logo && places.logo ? readImage(front.logo, places.logo, reading) : undefined;
  const { title, subtitle, course, term, institution, date, duration } = front;
  return {
    title,
    ...(subtitle && { subtitle }),
    ...(course && { course }),
    ...(term && { term }),
    ...(institution && { institution }),
    instructors: front.instructors ?? [],
    ...(logo && { logo }),
    ...(date && { date }),
    ...(duration !== undefined && { duration }),
    lang: front.lang,
    paper: overrides.paper ?? front.paper,
    ...(front.instructions && { instructions: readInstructions(front.instructions, places.instructions, reading) }),
    fields: front.fields ?? ["surname", "name", "score"],
    points: readPoints(front.points),
    ...(front.questions !== undefined && { questions: front.questions }),
    versions,
    seed: overrides.seed ?? front.seed ?? name,
    shuffle: {
      options: front.shuffle?.options ?? versions.length > 1,
      questions: front.shuffle?.questions ?? false,
    },
    titles: front.titles,
    columns: front.columns,
    macros: front.macros ?? {},
    template: overrides.template ?? front.template,
    scoreTable: front["score-table"],
    ignore: front.ignore ?? [],
  };
}

function readPoints(points: FrontMatter["points"]): PointSettings {
  if (points === undefined || typeof points === "number") return { default: points ?? 1, byKind: {} };
  const { total, ...byKind } = points;
  const given = Object.entries(byKind).flatMap(([kind, worth]) =>
    worth === undefined ? [] : [[kind, worth] as const],
  );
  return { default: 1, byKind: Object.fromEntries(given), ...(total !== undefined && { total }) };
}

/** The author's instructions are Markdown inside a YAML value; what is said of a piece of them is said of that value. */
function readInstructions(text: string, place: Place | undefined, reading: Reading): readonly Block[] {
  const whole = place ?? reading.source.place(0, 0);
  const source: SourceText = { file: whole.file, text, point: () => whole.start, place: () => whole };
  const inside: Reading = { ...reading, source };
  const root = parseMarkdown(source, reading.report);
  if (!root) return [];
  understandContent(root, inside);
  reportStray(root, inside);
  for (const block of root.children) if (block.type === "heading") reportHeading(whole, reading);
  visit(root, (node) => {
    if (node.position) node.position = { start: whole.start, end: whole.end };
  });
  return root.children;
}

function reportHeading(place: Place, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "heading-inside",
    message: "Unexpected heading inside the instructions",
    hint: "Headings begin sections, questions and parts; for emphasis write **…**.",
    place,
  });
}
