import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { colorsFor } from "../../src/cli/colors.ts";
import { formatShares } from "../../src/cli/format-shares.ts";
import { run } from "../../src/cli.ts";
import type { Exam } from "../../src/model/exam.ts";
import { longestRun, rightLetters } from "../../src/model/letter-shares.ts";
import type { Version } from "../../src/model/version.ts";
import { suggestSeed } from "../../src/tasks/suggest-seed.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { exam, examineFiles, makeFolder, open } from "../read/bank-folder.ts";

/** What is said, in full. */
const messages = (text: string, more: string, bank = "") =>
  examineFiles({ "exam.md": exam(text, more), "bank.md": bank || open("unused") }).problems.map(
    ({ place, message }) => `${place?.file}:${place?.start.line} ${message}`,
  );

describe("a reference", () => {
  const bank = ["a", "b", "c"].map((id) => open(id)).join("\n");

  test("to what a version does not have names the version", () => {
    const text = "Mind :ref[#a].\n\n::include[bank.md]{pick=1 pick-per=version}";
    const [told, ...others] = messages(text, "versions: 6\n", bank);
    expect(told).toMatch(
      /^exam\.md:6 In version [A-F]( and [2-4] more)?, nothing has the id "a": a pick leaves it out$/,
    );
    expect(others).toEqual([]);
  });

  test("to what all versions have is right, whatever else is picked", () => {
    const text = `${open("own")}\nMind :ref[#a], in :ref[#own].\n\n::include[bank.md]{pick=2}`;
    const { problems, versions } = examineFiles({ "exam.md": exam(text, "versions: 3\n"), "bank.md": bank });
    const picked = versions[0]?.references.a !== undefined;
    expect(problems.map(({ message }) => message)).toEqual(
      picked ? [] : ['In version A and 2 more, nothing has the id "a": a pick leaves it out'],
    );
  });

  test("is judged only where it is printed", () => {
    const other = "## {#d}\n\nMore of :ref[#e].\n\n## {#e}\n\nWhy?\n";
    // Where d is printed e is not, and where f is there is nothing to miss it.
    const three = `# S {pick=1 pick-per=version}\n\n${other}\n${open("f")}`;
    for (let seed = 0; seed < 9; seed++) {
      const more = `versions: 3\nseed: s${seed}\n`;
      const [told] = messages(three, more);
      const { exam: read } = examineFiles({ "exam.md": exam(three, more) });
      const lacking = arrange(read as Exam).filter(({ references }) => references.d !== undefined);
      const who = `${lacking[0]?.label}${lacking.length > 1 ? " and 1 more" : ""}`;
      expect(told).toBe(
        lacking.length === 0 ? undefined : `exam.md:11 In version ${who}, nothing has the id "e": a pick leaves it out`,
      );
    }
    const both = `# S {pick=2}\n\n${other}`;
    expect(messages(both, "versions: 2\n")).toEqual([]);
  });

  test("over files prints what the version has", () => {
    const files = {
      "exam.md": exam(`# S {shuffle}\n\n::include[x.md]\n\n${open("last")}`, "versions: 5\n"),
      "x.md":
        "## {#x}\n\nSee :ref[#last], :ref[#y.two] and, in it, :ref[#y.one.right].\n\n## {#y}\n\n### {#one}\n\nA?\n\n- [x] yes {#right}\n- [ ] no\n- [ ] so\n\n### {#two}\n\nB?\n",
    };
    const { problems, versions } = examineFiles(files);
    expect(problems).toEqual([]);
    for (const { references, sections } of versions) {
      const number = (id: string) =>
        sections.flatMap(({ questions }) => questions).find(({ question }) => question.id === id)?.number;
      expect(references).toMatchObject({ last: `${number("last")}`, "y.two": `${number("y")} (b)` });
      expect(references["y.one.right"]).toMatch(/^[abc]$/);
    }
  });
});

/** Single-choice questions with the right option first. */
function quiz(count: number, prefix = "q"): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `## {#${prefix}${index}}\n\nWhat is ${index} plus ${index + 3}?\n\n- [x] ${2 * index + 3}\n- [ ] ${index}\n- [ ] ${index + 90}\n- [ ] none {pin}\n`,
  ).join("\n");
}

/** A run of letters, counted another way. */
function runOf(version: Version): number {
  const letters = rightLetters(version)
    .map(({ letter }) => letter)
    .join("");
  return Math.max(0, ...[...letters.matchAll(/(.)\1*/g)].map(([row]) => row.length));
}

describe("another seed", () => {
  const of = (seed: string) =>
    examineFiles({
      "exam.md": exam("::include[bank.md]{pick=10}", `versions: 4\nseed: ${seed}\n`),
      "bank.md": quiz(20),
    });

  test("is one that nothing is said about, and the same each time", () => {
    const poor = ["a", "b", "c", "d", "e"].map(of).filter(({ problems }) => problems.length > 0);
    expect(poor.length).toBeGreaterThan(0);
    for (const examined of poor) {
      const found = suggestSeed(examined);
      expect(found?.seed).toMatch(/^[a-e]-\d+$/);
      const better = of(found?.seed as string);
      expect(better.problems).toEqual([]);
      expect(better.versions.map(({ references }) => references)).toEqual(
        found?.versions.map(({ references }) => references),
      );
      expect(suggestSeed(examined)?.seed).toBe(found?.seed);
    }
  });

  test("is not looked for where nothing is wrong, and not found where none helps", () => {
    const fair = ["a", "b", "c", "d", "e", "f", "g", "h"].map(of).find(({ problems }) => problems.length === 0);
    expect(fair).toBeDefined();
    expect(fair && suggestSeed(fair)).toBeUndefined();
    const fixed = examineFiles({ "exam.md": exam(quiz(10), "shuffle: { options: false }\n") });
    expect(fixed.problems.map(({ rule }) => rule)).toContain("lopsided-key");
    expect(suggestSeed(fixed)).toBeUndefined();
  });

  test("is told with what changes, and given as a line for the front matter", async () => {
    const { folder, remove } = makeFolder({
      "exam.md": exam("::include[bank.md]{pick=10}", "versions: 4\nseed: a-7\n"),
      "bank.md": quiz(20),
    });
    const io = fakeIo({ cwd: folder });
    await run(["check", "exam.md", "--suggest-seed"], io);
    remove();
    expect(io.stdout.text()).toMatch(/^(seed: a-\d+\n)?$/);
    if (io.stdout.text() === "")
      expect(io.stderr.text()).toContain("No seed tried deals the right answers more evenly");
    else {
      expect(io.stderr.text()).toContain(`Right letters of exam with the ${io.stdout.text().trim().replace(":", "")}`);
      expect(io.stderr.text()).toContain("it picks other questions too");
    }
  });
});

test("the longest run is counted in printed order, pools left out and all", () => {
  const { versions } = examineFiles({
    "exam.md": exam("::include[bank.md]{pick=9 pick-per=version}", "versions: 20\n"),
    "bank.md": quiz(15),
  });
  expect(versions.map(longestRun)).toEqual(versions.map(runOf));
  expect(new Set(versions.map(longestRun)).size).toBeGreaterThan(1);
});

test("the table of shares tells of versions with other questions", () => {
  const bank = `${quiz(3)}\n${open("w")}\n## {#five}\n\nWhich is prime?\n\n- [ ] 4\n- [ ] 6\n- [ ] 8\n- [ ] 9\n- [x] 7\n`;
  const files = { "exam.md": exam("::include[bank.md]{pick=3 pick-per=version}", "versions: 6\n"), "bank.md": bank };
  const { versions } = examineFiles(files);
  const lines = formatShares("quiz", versions, colorsFor({ write: () => true }, {})).split("\n");
  expect(lines[0]).toBe("Right letters of quiz (2 to 3 single-choice questions) and longest run");
  expect(lines[1]?.trim().split(/\s+/)).toEqual(["a", "b", "c", "d", "e", "run"]);
  for (const [index, version] of versions.entries()) {
    const letters = rightLetters(version).map(({ letter }) => letter);
    const counts = [..."abcde"].map((letter) => letters.filter((right) => right === letter).length);
    expect(lines[index + 2]?.trim().split(/\s+/)).toEqual([version.label, ...counts, longestRun(version)].map(String));
  }
});
