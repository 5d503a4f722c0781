import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { orderOf } from "../../src/arrange/order.ts";
import type { Item } from "../../src/model/exam.ts";
import { KIND_NAMES, type KindName } from "../../src/model/settings.ts";
import { letterAt } from "../../src/model/version.ts";
import { KINDS, kindOf } from "../../src/questions/index.ts";
import { otherAnswers } from "./other-answers.ts";
import { printed, printedHtml, withClass, words } from "./paper.ts";
import { exampleItems, QUESTIONS } from "./written.ts";

const FOLDERS = readdirSync(QUESTIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const modules = new Map<string, object>();
for (const folder of FOLDERS) modules.set(folder, await import(join(QUESTIONS, folder, "index.tsx")));

const version = fc.record({ seed: fc.string(), version: fc.nat(1000) });
const arranged = (item: Item, { seed, version }: { seed: string; version: number }) =>
  kindOf(item.kind).arrange(item.body, orderOf({ seed, version, item: [item.id], shuffle: true }));

describe("the list of kinds", () => {
  test("holds what the folders export, and nothing else", () => {
    const exported = [...modules.values()].flatMap((module) => Object.values(module));
    expect(new Set(KINDS)).toEqual(new Set(exported));
    expect(KINDS).toHaveLength(exported.length);
  });

  test("has one kind a name of the format", () => {
    expect(KINDS.map(({ name }) => name).sort()).toEqual([...KIND_NAMES].sort());
  });

  test.each(FOLDERS)("%s has a style sheet and an example", (folder) => {
    expect(existsSync(join(QUESTIONS, folder, "style.css"))).toBe(true);
    const names = Object.values(modules.get(folder) ?? {}).map((kind: { name: KindName }) => kind.name);
    const shown = new Set(exampleItems(folder).map(({ kind }) => kind));
    expect([...shown].sort()).toEqual(names.sort());
  });
});

const EXAMPLES = FOLDERS.flatMap((folder) => exampleItems(folder).map((item) => ({ folder, id: item.id, item })));

describe.each(EXAMPLES)("question $id of $folder/example.md", ({ folder, item }) => {
  test("is a permutation of itself in every version", () => {
    fc.assert(
      fc.property(version, (drawn) => {
        expect(contentOf(arranged(item, drawn))).toEqual(contentOf(item.body));
      }),
    );
  });

  test("comes out alike for one seed and version", () => {
    fc.assert(
      fc.property(version, (drawn) => {
        expect(arranged(item, drawn)).toEqual(arranged(item, drawn));
      }),
    );
  });

  test("has the same answer in every version, found by the key on the student's paper", () => {
    fc.assert(
      fc.property(version, (drawn) => {
        expect(answerByPaper(item, arranged(item, drawn))).toEqual(answerByPaper(item, item.body));
      }),
    );
  });

  test("gives nothing of the answer to the student", () => {
    fc.assert(
      fc.property(version, (drawn) => {
        const body = arranged(item, drawn);
        const other = otherAnswers(item.kind as KindName, body);
        expect(printedHtml(item, other, "student")).toBe(printedHtml(item, body, "student"));
        if (item.kind !== "open") expect(printedHtml(item, other, "key")).not.toBe(printedHtml(item, body, "key"));
      }),
    );
  });

  test("has nothing on paper but classes of their own, sizes and neutral marks", () => {
    for (const view of ["student", "key"] as const) {
      const classes = elementsOf(item, view).flatMap(({ properties }) => [properties.className ?? []].flat());
      for (const name of classes) expect(name).toMatch(new RegExp(`^(?:(?:${folder}|space)(?:-[a-z]+)*|key-only)$`));
    }
    const attributes = elementsOf(item, "student").flatMap(({ properties }) => Object.keys(properties));
    expect(["className", "style", "dataOptions", "dataColumns", "dataFill"]).toEqual(
      expect.arrayContaining([...new Set(attributes)]),
    );
  });

  test("letters what may be referred to in printed order", () => {
    fc.assert(
      fc.property(version, (drawn) => {
        const body = arranged(item, drawn);
        const kind = kindOf(item.kind);
        const places = [...(kind.letters?.(body) ?? new Map<string, number>())];
        const options = kind.key(body).details.options as { letter: string; id: string }[] | undefined;
        expect(places.map(([id, place]) => ({ id, letter: letterAt(place) }))).toEqual(
          (options ?? []).map(({ id, letter }) => ({ id, letter })),
        );
      }),
    );
  });
});

/** A body's parts, each list as a set: what is left of it when the order is taken away. */
function contentOf(body: unknown): Record<string, unknown> {
  const entries = Object.entries(body as object).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((entry) => JSON.stringify(entry)).sort() : value,
  ]);
  return Object.fromEntries(entries);
}

function elementsOf(item: Item, view: "student" | "key"): Element[] {
  const elements: Element[] = [];
  // Markdown's own elements have no classes here; what is left is the kind's.
  visit(printed(item, item.body, view), "element", (element) => {
    if (element.tagName !== "code") elements.push(element);
  });
  return elements;
}

/** The answer as a grader finds it: the letters and numbers of `keys.csv`, looked up on the student's paper. */
function answerByPaper(item: Item, body: unknown): unknown {
  const paper = printed(item, body, "student");
  const { text } = kindOf(item.kind).key(body);
  const texts = (name: string) => withClass(paper, name).map(words);
  const lettered = (all: readonly string[], letter: string) =>
    all.find((_, index) => letterAt(index) === letter) ?? `no ${letter}`;
  switch (item.kind) {
    case "single":
    case "multiple":
    case "true-false":
      return new Set(text.split(";").map((letter) => lettered(texts("choice-content"), letter)));
    case "matching": {
      const [left = [], right = []] = withClass(paper, "matching-cells").map((column) =>
        withClass(column, "matching-content").map(words),
      );
      const pairs = text.split(";").map((pair) => pair.split("-") as [string, string]);
      return pairs.map(([number, letter]) => [left[Number(number) - 1], lettered(right, letter)]);
    }
    case "ordering":
      return text.split(";").map((letter) => lettered(texts("ordering-content"), letter));
    default:
      return text;
  }
}
