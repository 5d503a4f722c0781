import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { type AttributeEntry, parseAttributes } from "../../src/model/attributes.ts";
import { hasErrors, type Problem } from "../../src/model/problem.ts";
import { sourceText } from "../../src/model/source-text.ts";
import { parseMarkdown } from "../../src/read/markdown.ts";
import { hostileSource, ordinaryWord } from "./fragments.ts";
import { problemsOf, question, readText } from "./read-text.ts";

describe("any source", () => {
  test("is read without throwing, every problem in its place", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const { problems } = readText(source);
        for (const problem of problems) expectPlaced(problem, source);
      }),
      { numRuns: 1000 },
    );
  });

  test("is read the same way twice", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const [first, second] = [readText(source), readText(source)];
        expect(second.problems).toEqual(first.problems);
        expect(JSON.stringify(second.exam)).toBe(JSON.stringify(first.exam));
      }),
      { numRuns: 100 },
    );
  });

  test("leaves nothing in the exam that a paper cannot show", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const { exam, problems } = readText(source);
        if (!exam || hasErrors(problems)) return;
        const types = typesIn(JSON.parse(JSON.stringify(exam)));
        expect(types.filter((type) => !PRINTED.has(type))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Node types that render knows. */
const PRINTED = new Set(
  "text paragraph heading emphasis strong delete inlineCode code link image break list listItem blockquote thematicBreak table tableRow tableCell math inlineMath footnote inlineElement reference blank space pageBreak".split(
    " ",
  ),
);

function typesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(typesIn);
  if (typeof data !== "object" || data === null) return [];
  // What `remark-math` notes for other renderers is no content.
  const { data: _, ...content } = data as Readonly<Record<string, unknown>>;
  const own = typeof content.type === "string" ? [content.type] : [];
  return [...own, ...Object.values(content).flatMap(typesIn)];
}

function expectPlaced({ place, message }: Problem, source: string): void {
  expect(message).toMatch(/\S/);
  if (!place) throw new Error(`Expected a place for "${message}"`);
  const { start, end } = place;
  expect(start.offset).toBeGreaterThanOrEqual(0);
  expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  expect(end.offset).toBeLessThanOrEqual(source.length);
  const { point } = sourceText("exam.md", source);
  expect([start, end]).toEqual([point(start.offset), point(end.offset)]);
}

describe("ordinary text", () => {
  const line = fc.array(ordinaryWord, { minLength: 1, maxLength: 12 }).map((words) => `So ${words.join(" ")}`);

  test("has no problem", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom("\n", "\n\n"), (lines, between) => {
        expect(problemsOf(question(lines.join(between)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("has none as options with feedback", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(line, line, line, (right, wrong, feedback) => {
        // In an option this is a second one, put behind the first by mistake.
        fc.pre(![right, wrong].some((text) => text.includes(" - [x]")));
        const options = `- [x] ${right}.\n  > ${feedback}.\n- [ ] ${wrong}!`;
        expect(problemsOf(question(`Which?\n\n${options}`))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a dollar", () => {
  const text = fc
    .array(fc.constantFrom("$", "$5", "$x", "x$", "10$", "$x$", " ", "a", "\\$", "\n", "$$", "3", "*"), {
      maxLength: 20,
    })
    .map((pieces) => `a${pieces.join("")}`);

  test("opens a formula that it touches, and closes one that it touches and no digit follows", () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const formula of formulasIn(source)) {
          if (formula.written.startsWith("$$")) continue;
          expect(formula.written).toMatch(/^\$[^\s$]([\s\S]*\S)?\$$/);
          expect(formula.behind).not.toMatch(/^[\d$]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("before a price opens none", () => {
    const price = fc.integer({ min: 0, max: 999 }).map((amount) => `$${amount}`);
    fc.assert(
      fc.property(fc.array(price, { minLength: 2 }), (prices) => {
        expect(formulasIn(`From ${prices.join(" to ")}, or ${prices.join("/")}`)).toEqual([]);
      }),
    );
  });
});

function formulasIn(text: string) {
  const formulas: { written: string; behind: string }[] = [];
  const visit = (node: Nodes) => {
    if (node.type === "inlineMath") {
      const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
      formulas.push({ written: text.slice(start.offset, end.offset), behind: text.slice(end.offset) });
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(parseMarkdown(sourceText("exam.md", text), () => {}) as Nodes);
  return formulas;
}

describe("attributes", () => {
  const name = fc.stringMatching(/^[a-zäλ_][a-z0-9äλ_-]{0,8}$/);
  const bare = fc.stringMatching(/^[a-z0-9.%/²:,-]{1,10}$/);
  const quoted = fc.stringMatching(/^[a-z {}=#.,'“”-]{0,12}$/);
  const entry = fc.oneof(
    name.map((id) => ({ written: `#${id}`, read: { name: "id", value: id } })),
    name.map((word) => ({ written: `.${word}`, read: { name: "class", value: word } })),
    name.map((flag) => ({ written: flag, read: { name: flag } })),
    fc.tuple(name, bare).map(([key, value]) => ({ written: `${key}=${value}`, read: { name: key, value } })),
    fc.tuple(name, quoted).map(([key, value]) => ({ written: `${key}="${value}"`, read: { name: key, value } })),
  );

  test("are read as they were written", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), fc.constantFrom(" ", "  ", "\t"), (entries, between) => {
        const written = `{${entries.map(({ written }) => written).join(between)}}`;
        const source = sourceText("exam.md", `## T ${written} ##`);
        const read = parseAttributes(source, 5, 5 + written.length);
        if (!("entries" in read)) throw new Error(read.message);
        expect(read.entries.map(({ place, ...entry }) => entry)).toEqual(entries.map(({ read }) => read));
        expect(read.entries.map(written_)).toEqual(entries.map(({ written }) => written));
        function written_({ place }: AttributeEntry) {
          return source.text.slice(place.start.offset, place.end.offset);
        }
      }),
    );
  });

  test("are never anything else than entries or one fault inside the braces", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a#.="'“{ \\\d-]{0,15}$/), (inner) => {
        const source = sourceText("exam.md", `{${inner}}`);
        const { start, end } = parseAttributes(source, 0, source.text.length).place;
        expect(start.offset).toBeGreaterThanOrEqual(0);
        expect(end.offset).toBeLessThanOrEqual(source.text.length);
      }),
    );
  });
});
