import { expect, test } from "vitest";
import { LANGUAGES } from "../../src/languages/index.ts";
import type { Language } from "../../src/languages/language.ts";
import { KIND_NAMES } from "../../src/languages/language.ts";
import { wordsFor } from "../../src/languages/words.ts";

// One page a native speaker can read through. `npx vitest run -u test/languages` writes it anew; read the diff.
test("what every language prints", async () => {
  const page = ["# What every language prints", ...LANGUAGES.map(section)].join("\n\n");
  await expect(`${page}\n`).toMatchFileSnapshot("golden.md");
});

function section(language: Language): string {
  const words = wordsFor(language.tag);
  const { instructions, labels, fields } = language;
  const rows = [
    `## ${language.tag}: ${language.name}`,
    "",
    list("Boxes", Object.values(fields)),
    list(
      "Labels",
      Object.entries(labels).map(([name, label]) => `${name} = ${label}`),
    ),
    list("Points", [0.5, 1, 1.5, 2, 5, 11, 21, 100].map(words.points)),
    list("Short", [0.5, 1, 1.5, 2, 5].map(words.pointsShort)),
    list("Dates", [words.date("2025-02-08"), words.dateNumeric("2025-02-08")]),
    list("Durations", [1, 40, 60, 90, 120, 135, 185].map(words.duration)),
    list("Options", [0, 1, 2, 3, 4, 5, 6, 7].map(words.optionLabel)),
    list("Parts", [0, 1, 2, 3].map(words.partLabel)),
    list("Footer", [language.pageOf]),
    list("Label and value", [`${labels.date}${language.colon}${words.dateNumeric("2025-02-08")}`]),
    list(
      "True, false",
      language.trueFalse.map((pair) => pair.join("/")),
    ),
    "",
    instructions.duration.replace("{duration}", words.duration(90)),
    ...[1, 2, 7, 12, 21].map((number) => words.count(instructions.questions, number)),
    "",
    ...KIND_NAMES.flatMap((kind) => [words.kindWorth(kind, 1, 1), words.kindWorth(kind, 3, 1.5)]),
  ];
  return rows.map((row) => (row?.startsWith("#") || row === "" ? row : `- ${row}`)).join("\n");
}

function list(title: string, items: readonly string[]): string {
  return `${title}: ${items.join(" · ")}`;
}
