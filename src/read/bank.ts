import { createHash } from "node:crypto";
import { dirname } from "node:path";
import type { Root, Yaml } from "mdast";
import { findLanguage } from "../languages/index.ts";
import type { Place } from "../model/place.ts";
import type { Settings } from "../model/settings.ts";
import type { SourceText } from "../model/source-text.ts";
import { understandContent } from "./content.ts";
import { decodeSource } from "./decode.ts";
import type { FileFound } from "./files.ts";
import { type FrontMatterResult, readFrontMatter } from "./front-matter.ts";
import { parseMarkdown } from "./markdown.ts";
import { type EntryOutline, outlineOf } from "./outline.ts";
import { type BankFile, placeOf, type Reading } from "./reading.ts";

/** A file to be included, by its headings; its questions are not yet understood. */
export interface Bank {
  readonly root: Root;
  /** Its questions and what it includes itself; at least one. */
  readonly entries: readonly EntryOutline[];
  /** What its parts are read with. */
  readonly reading: Reading;
}

/** The most that is included, one file as often as it is, so that banks cannot multiply each other without end. */
const MOST_FILES = 1000;
/** In UTF-16 code units, all files together. */
const MOST_CHARACTERS = 1_000_000;

/** The most files that lead from the exam to one that is included. */
const MOST_LEVELS = 50;

/** Opens the file of a name that an include at `place` gives; reports why it cannot, or what is no bank's in it. */
export function openBank(name: string, place: Place, from: Reading): Bank | undefined {
  const fault = (rule: string, message: string, hint: string): undefined => {
    from.report({ severity: "error", rule, message, hint, place });
  };
  if (!/\.(md|markdown)$/i.test(name))
    return fault(
      "include",
      `Unexpected ${name || "nothing"}, expected a Markdown file`,
      "Write for example ::include[bank/heat.md].",
    );
  const file = from.files.readNamed(name, from.folder);
  if ("fault" in file) return fault(file.fault.rule, file.fault.message, file.fault.hint);
  if (from.trail.includes(file.real)) {
    const way = [...from.trail.slice(from.trail.indexOf(file.real)), file.real].map(from.files.shown).join(" → ");
    return fault("include-loop", `${name} includes itself: ${way}`, "Take one of these includes out.");
  }
  if (from.trail.length > MOST_LEVELS)
    return fault(
      "too-deep",
      `Unexpected includes nested more than ${MOST_LEVELS} levels`,
      "Include the files directly.",
    );
  if (isTooMuch(from.banks))
    return fault(
      "source-too-large",
      `More than ${MOST_FILES} files or ${MOST_CHARACTERS} characters are included`,
      "Include less; a file counts as often as it is included.",
    );
  const source = decodeSource(from.files.shown(file.path), file.bytes, from.report);
  const root = source && parseMarkdown(source, from.report);
  if (!root) return undefined;

  const [first] = root.children;
  const yaml = first?.type === "yaml" ? (first as Yaml) : undefined;
  const isUnclosed = !yaml && /^---[ \t]*[\r\n]/.test(source.text);
  const front = yaml || isUnclosed ? readBankFrontMatter(yaml, source, from) : NO_FRONT_MATTER;
  noteBank(file, source, front, from);
  const reading: Reading = {
    ...from,
    source,
    folder: dirname(file.path),
    trail: [...from.trail, file.real],
    includes: [...from.includes, place],
    understood: new WeakSet(),
  };
  understandContent(root, reading);
  const { opening, sections } = outlineOf(root, reading);
  const entries = sections.flatMap((section) => section.entries);
  if (entries.length === 0)
    return fault("no-questions", `${name} has no question`, "A question begins with a line `## ` and its title.");
  reportNoBank(
    [isUnclosed ? undefined : opening[0], ...sections.flatMap(({ heading, content }) => [heading, content[0]])],
    reading,
  );
  return { root, entries, reading };
}

const NO_FRONT_MATTER: FrontMatterResult = { faulty: [], places: {} };

function isTooMuch(banks: readonly BankFile[]): boolean {
  return banks.length >= MOST_FILES || banks.reduce((sum, { length }) => sum + length, 0) > MOST_CHARACTERS;
}

function readBankFrontMatter(
  yaml: Yaml | undefined,
  source: SourceText,
  { kinds, language, report }: Reading,
): FrontMatterResult {
  const names = kinds.map(({ name }) => name);
  const front = readFrontMatter(yaml, source, names, report, true);
  const lang = front.places.lang && front.values?.lang;
  const place = front.places.lang;
  if (lang && place && findLanguage(lang) !== language) {
    report({
      severity: "error",
      rule: "bank-language",
      message: `Unexpected language ${lang}, expected the exam's, ${language.tag}`,
      hint: "The questions of one exam are in one language.",
      place,
    });
  }
  return front;
}

function noteBank(file: FileFound, source: SourceText, { values, places }: FrontMatterResult, from: Reading): void {
  from.texts.set(source.file, source.text);
  from.banks.push({
    file: {
      source: from.files.inRoot(file.path),
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
    },
    length: source.text.length,
    macros: values?.macros ?? {},
    places,
  });
}

/** An exam's macros and those of the files it includes; reports where two have one name. */
export function joinMacros(
  { macros }: Settings,
  banks: readonly BankFile[],
  report: Reading["report"],
): Readonly<Record<string, string>> {
  const joined: Record<string, string> = { ...macros };
  for (const bank of banks) {
    for (const [name, tex] of Object.entries(bank.macros)) {
      const place = bank.places[`macros.${name}`];
      if (!Object.hasOwn(joined, name)) joined[name] = tex;
      else if (joined[name] !== tex) {
        report({
          severity: "error",
          rule: "bank-macro",
          message: `Unexpected second meaning of the macro ${name}`,
          hint: "A formula has one set of macros, that of the exam and of all files it includes. Rename one.",
          ...(place && { place }),
        });
      }
    }
  }
  return joined;
}

/** Sections and their texts are the exam's. */
function reportNoBank(blocks: readonly (Root["children"][number] | undefined)[], reading: Reading): void {
  for (const block of blocks) {
    if (!block) continue;
    reading.understood.add(block);
    reading.report({
      severity: "error",
      rule: "bank-form",
      message: `Unexpected ${block.type === "heading" ? "section" : "text before the first question"} in an included file`,
      hint: "An included file has questions alone; sections and their texts stand in the exam.",
      place: placeOf(block, reading),
    });
  }
}
