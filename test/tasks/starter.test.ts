import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExam } from "../../src/build.ts";
import { examine } from "../../src/examine.ts";
import { LANGUAGES } from "../../src/languages/index.ts";
import { allQuestions, totalPoints } from "../../src/model/exam.ts";
import { STARTERS } from "../../src/tasks/starter/texts.ts";
import { starterLanguage, starterText } from "../../src/tasks/starter.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "starter-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const date = "2025-03-14";

/** An exam as a starter for a language makes it. */
function started(lang: string, name = `quiz-${lang}.md`) {
  const text = starterText(name, { lang, date });
  writeFileSync(join(folder, name), text);
  return { name, text, ...examine(name, folder) };
}

/** All of a starter that is not its words. */
function skeleton(lang: string) {
  const { text, exam } = started(lang);
  if (!exam) throw new Error(`Expected an exam in ${lang}`);
  return {
    questions: allQuestions(exam).map(({ id, kind, points, solution, rubric }) => ({
      id,
      kind,
      points,
      solved: solution.length,
      rubric: rubric.map((criterion) => criterion.points),
    })),
    total: totalPoints(exam),
    versions: exam.settings.versions,
    duration: exam.settings.duration,
    remarks: text.match(/<!--/g)?.length,
    remarksAbove: text.match(/^# /gm)?.length,
    commands: text.match(/^ {2}exam \w+ \S+/gm),
    pins: text.match(/ \{pin\}$/gm)?.length,
    feedback: text.match(/^ {2}> \S/gm)?.length,
    formulas: text.match(/\$[^$\n]+\$/g),
    boxes: text.match(/^- \[[ x]\]/gm),
  };
}

test("every language an exam can have has its starter", () => {
  const tags = LANGUAGES.map(({ tag }) => tag).sort();
  expect(Object.keys(STARTERS).sort()).toEqual(tags);
  const files = readdirSync(join(import.meta.dirname, "../../src/tasks/starter")).filter((file) =>
    file.endsWith(".md"),
  );
  expect(files.map((file) => file.replace(/\.md$/, "")).sort()).toEqual(tags);
});

describe.each(LANGUAGES.map(({ tag }) => tag))("the starter in %s", (lang) => {
  test("has no problem at all", () => expect(started(lang).problems).toEqual([]));

  test("differs from the English one in words alone", () => {
    const { commands, ...rest } = skeleton(lang);
    const { commands: english, ...expected } = skeleton("en");
    expect(rest).toEqual(expected);
    expect(commands).toEqual(english?.map((command) => command.replace("quiz-en.md", `quiz-${lang}.md`)));
  });

  test("says nothing in English", () => {
    if (lang === "en") return;
    const sentences = (tag: string): readonly string[] => STARTERS[tag]?.match(/^[^:{]* [^:{]* [^:{]* .*$/gmu) ?? [];
    const english = sentences("en");
    expect(english.length).toBeGreaterThan(10);
    expect(sentences(lang).filter((line) => english.includes(line))).toEqual([]);
  });

  test("is printed, with nothing to be said of it", async () => {
    const { name } = started(lang);
    const { problems, summary } = await buildExam(name, { cwd: folder, out: "out", jobs: 1 });
    expect(problems.filter(({ rule }) => rule !== "no-sandbox")).toEqual([]);
    expect(summary).toMatchObject({ versions: 2, copies: 0 });
  });
});

test("what is asked for stands in the front matter, and its remarks stay", () => {
  const text = starterText("my quiz.md", {
    lang: "es-PE",
    date,
    title: "Práctica: raíces",
    course: "1.10",
    duration: "1 h 30 min",
    versions: "4",
    template: "compact",
  });
  expect(text.slice(0, text.indexOf("<!--"))).toBe(`---
# Lo que va arriba de la hoja. Detrás de un # van apuntes; nadie más los ve.
title: "Práctica: raíces"
course: "1.10"
date: 2025-03-14
duration: 1 h 30 min
lang: es-PE
# Lo que vale una pregunta de cada tipo. El total se comprueba.
points: { single: 2, numeric: 2, true-false: 1, open: 5, total: 10 }
# Versiones A y B: las mismas preguntas, con las respuestas en otro orden.
versions: 4
template: compact
---

`);
  expect(text).toContain('exam build "my quiz.md"');
});

test("nothing asked for changes nothing but the date", () => {
  const written = readFileSync(join(import.meta.dirname, "../../src/tasks/starter/de.md"), "utf8");
  const text = starterText("{file}", { lang: "de", date: "2025-01-31" });
  expect(text.replaceAll('"{file}"', "{file}")).toBe(written);
});

test.each([
  ["en-US", "Letter"],
  ["es-MX", "Letter"],
  ["es-PE", "A4"],
  ["en", "A4"],
])("the paper of %s is %s", (lang, paper) => {
  expect(started(lang).exam?.settings).toMatchObject({ lang, paper });
});

test.each([
  ["es-PE", "es-PE"],
  ["zh-CN", "zh-CN"],
  ["zh-TW", "en"],
  ["sv-SE", "en"],
  ["en-US-u-va-posix", "en-US"],
  ["not a tag", "en"],
])("a user of %s gets a starter in %s", (locale, lang) => expect(starterLanguage(locale)).toBe(lang));
