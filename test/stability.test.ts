import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printedQuestions } from "../src/model/version.ts";
import { exam, examineFiles } from "./read/bank-folder.ts";

/** A question as its source has it. */
interface Written {
  readonly id: string;
  readonly wording: number;
  readonly kind: "single" | "matching" | "ordering" | "parts";
}

/** A teacher's exam: two sections of its own and a bank that is picked from. */
interface Sources {
  readonly first: readonly Written[];
  readonly second: readonly Written[];
  readonly bank: readonly Written[];
}

const WORDS = "amber basil cedar delta ember fjord".split(" ");
const options = WORDS.map((word, index) => `- [${index === 0 ? "x" : " "}] ${word}`).join("\n");
const ANSWERS: Readonly<Record<Written["kind"], string>> = {
  single: options,
  matching: `| Word | Number |\n| --- | --- |\n${WORDS.map((word, index) => `| ${word} | ${index} |`).join("\n")}`,
  ordering: WORDS.map((word, index) => `${index + 1}. ${word}`).join("\n"),
  parts: `### {#one points=0.5}\n\nFirst?\n\n${options}\n\n### {#two points=0.5}\n\nSecond?\n\n${options}`,
};

function source({ id, wording, kind }: Written): string {
  const attributes = kind === "matching" || kind === "ordering" ? ` kind=${kind}` : "";
  return `## {#${id}${attributes}}\n\nWhat of ${id}, in wording ${wording}?\n\n${ANSWERS[kind]}\n`;
}

/** What each version prints of each question: its options in order, and what is right. */
function dealt({ first, second, bank }: Sources, front: string): readonly Readonly<Record<string, string>>[] {
  const text = `# One {shuffle}\n\n${first.map(source).join("\n")}\n# Two\n\n${second.map(source).join("\n")}\n::include[bank.md]{pick=2}`;
  const { versions, problems } = examineFiles({ "exam.md": exam(text, front), "bank.md": bank.map(source).join("\n") });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return versions.map((version) =>
    Object.fromEntries(
      printedQuestions(version).map(({ question, answer, parts }) => {
        const bodies = [question, ...parts.map(({ part }) => part)].map(({ body }) => body);
        return [question.id, JSON.stringify([bodies, answer, parts.map((part) => part.answer)], withoutPlaces)];
      }),
    ),
  );
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === "place" || key === "position" ? undefined : value;
}

const kind = fc.constantFrom(...(Object.keys(ANSWERS) as Written["kind"][]));
const question = (id: string) => kind.map((of): Written => ({ id, wording: 0, kind: of }));
const questions = (ids: string, least: number) =>
  fc.tuple(...[...ids].map(question)).chain((all) => fc.subarray(all, { minLength: least }));
const sources: fc.Arbitrary<Sources> = fc.record({
  first: questions("abcd", 2),
  second: questions("efgh", 2),
  bank: questions("ijklm", 3),
});

/** What a teacher does to one question. */
const edit = fc.record({
  what: fc.constantFrom("add", "delete", "move", "reword", "replace"),
  where: fc.constantFrom("first", "second", "bank"),
  at: fc.nat(20),
  to: fc.nat(20),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** The sources after an edit, and the questions it was about; one that comes is called `fresh`. */
function edited(before: Sources, { what, where, at, to }: Edit, fresh: string) {
  const list = before[where];
  const one = list[at % list.length] as Written;
  const others = list.filter((other) => other !== one);
  const put = (thing: Written, into: readonly Written[]) => into.toSpliced(to % (into.length + 1), 0, thing);
  const other: Written = { ...one, id: fresh, wording: at };
  const after = {
    add: put(other, list),
    // Two must be left to be picked.
    delete: others.length < 2 ? list : others,
    move: put(one, others),
    reword: list.map((each) => (each === one ? { ...one, wording: at + 1 } : each)),
    replace: list.map((each) => (each === one ? other : each)),
  }[what];
  return { after: { ...before, [where]: after }, about: [fresh, one.id] };
}

describe("an edit of one question", () => {
  test("changes no other question's options or answer, in any version", { timeout: 120_000 }, () => {
    const fronts = fc.constantFrom(
      "versions: 4\n",
      "versions: 2\nshuffle: { questions: true }\n",
      "versions: 7\nseed: s\n",
    );
    fc.assert(
      fc.property(sources, fc.array(edit, { minLength: 1, maxLength: 3 }), fronts, (before, edits, front) => {
        const about = new Set<string>();
        let now = before;
        for (const [index, each] of edits.entries()) {
          const step = edited(now, each, `new-${index}`);
          for (const id of step.about) about.add(id);
          now = step.after;
        }
        const [old, fresh] = [dealt(before, front), dealt(now, front)];
        const untouched = (of: Readonly<Record<string, string>> = {}) => Object.keys(of).filter((id) => !about.has(id));
        for (const [version, printed] of old.entries()) {
          const ids = untouched(printed).filter((id) => fresh[version]?.[id] !== undefined);
          for (const id of ids) expect(fresh[version]?.[id]).toBe(printed[id]);
        }
        const gone = untouched(old[0]).filter((id) => fresh[0]?.[id] === undefined);
        expect(gone.length).toBeLessThanOrEqual(edits.length);
      }),
      { numRuns: 200 },
    );
  });
});
