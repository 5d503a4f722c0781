import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { examine } from "../../src/examine.ts";
import { allQuestions, type Exam } from "../../src/model/exam.ts";
import { hasErrors } from "../../src/model/problem.ts";
import { sourceText } from "../../src/model/source-text.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { exam, examineFiles, type FilesByPath, inFolder, makeFolder, open, told } from "./bank-folder.ts";
import { hostileSource } from "./fragments.ts";

/** The ids of all questions, section by section. */
function idsOf(files: FilesByPath): string[][] {
  const { exam: read, problems } = examineFiles(files);
  expect(problems).toEqual([]);
  return read?.sections.map(({ questions }) => questions.map(({ id }) => id)) ?? [];
}

describe("an include", () => {
  test("places the questions of a file where it stands", () => {
    const files = {
      "exam.md": exam(`# One\n\n${open("a")}\n::include[bank/x.md]\n\n${open("b")}\n# Two\n\n::include[bank/y.md]`),
      "bank/x.md": `${open("x1")}\n${open("x2")}`,
      "bank/y.md": open("y"),
    };
    expect(idsOf(files)).toEqual([["a", "x1", "x2", "b"], ["y"]]);
  });

  test("may stand before every heading, and end a question with parts", () => {
    const parts = "## {#p}\n\nBoth.\n\n### {#i}\n\nWhy?\n\n### {#j}\n\nHow?\n";
    const files = {
      "exam.md": exam(`::include[x.md]\n\n${parts}\n::include[y.md]`),
      "x.md": open("x"),
      "y.md": open("y"),
    };
    expect(idsOf(files)).toEqual([["x", "p", "y"]]);
    const { exam: read } = examineFiles(files);
    expect(read?.sections[0]?.place).toMatchObject({ file: "exam.md", start: { line: 5 } });
  });

  test("takes the file's own includes, relative to that file", () => {
    const files = {
      "exam.md": exam("::include[bank/all.md]"),
      "bank/all.md": `${open("a")}\n::include[sub/x.md]\n\n::include[../up.md]`,
      "bank/sub/x.md": open("x"),
      "up.md": open("up"),
    };
    expect(idsOf(files)).toEqual([["a", "x", "up"]]);
    const { exam: read } = examineFiles(files);
    const [, x] = read ? allQuestions(read) : [];
    expect(x?.includes.map(({ file, start }) => `${file}:${start.line}`)).toEqual(["exam.md:5", "bank/all.md:5"]);
    expect(read?.banks.map(({ source }) => source)).toEqual(["bank/all.md", "bank/sub/x.md", "up.md"]);
  });

  test("chooses by any of its tags, through other includes too", () => {
    const bank = [open("a", "tags=heat"), open("b", "tags='light sound'"), open("c"), open("d", "tags=sound,heat")];
    const files = {
      "exam.md": exam('# Heat\n\n::include[all.md]{tags="heat"}\n\n# Light\n\n::include[bank.md]{tags="light"}'),
      "all.md": "::include[bank.md]",
      "bank.md": bank.join("\n"),
    };
    expect(idsOf(files)).toEqual([["a", "d"], ["b"]]);
  });

  test("gives its questions the default points of where it stands", () => {
    const files = {
      "exam.md": exam("# One {points=3}\n\n::include[x.md]\n\n# Two\n\n::include[y.md]", "points: { open: 2 }\n"),
      "x.md": open("x"),
      "y.md": `${open("y")}\n${open("z", "points=5")}`,
    };
    const { exam: read } = examineFiles(files);
    expect(read && allQuestions(read).map(({ points }) => points)).toEqual([3, 2, 5]);
  });

  test("reads pictures and macros of the file it names", () => {
    const files = {
      "exam.md": exam("::include[bank/x.md]", "macros: { '\\A': 'a' }\n"),
      "bank/x.md":
        "---\nmacros: { '\\E': '\\mathbb{E}' }\n---\n\n## {#x}\n\nWhat is $\\E + \\A$ in ![it](fig/a.svg)?\n",
      "bank/fig/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    };
    const { exam: read, problems, pictures, files: seen } = examineFiles(files);
    expect(problems).toEqual([]);
    expect(pictures.size).toBe(1);
    expect(read?.settings.macros).toEqual({ "\\A": "a", "\\E": "\\mathbb{E}" });
    expect([...seen.sought].map((path) => path.split("/").at(-1))).toEqual([
      "exam.md",
      "x.md",
      "a.svg",
      "exam.lock.json",
    ]);
  });

  test("gives a question the id it has wherever it is included", () => {
    const bank = "## Boiling\n\nWhy?\n\n##\n\nAt what temperature?\n";
    const ids = (text: string, more: FilesByPath = {}) =>
      allQuestions(examineFiles({ "exam.md": exam(text), "b/x.md": bank, ...more }).exam as Exam).map(({ id }) => id);
    const alone = ids("::include[b/x.md]").slice(-2);
    expect(ids(`# S {points=4}\n\n${open("o")}\n::include[b/x.md]`).slice(-2)).toEqual(alone);
    expect(ids("::include[y.md]", { "y.md": "::include[b/x.md]" })).toEqual(alone);
  });
});

describe("what is wrong with an include is told at its line", () => {
  const x = { "x.md": open("x") };
  test.each<readonly [name: string, files: FilesByPath, expected: readonly string[]]>([
    ["a missing file", { "exam.md": exam("::include[y.md]"), ...x }, ["exam.md:5 missing-file"]],
    ["a file outside the root", { "exam.md": exam("::include[../y.md]") }, ["exam.md:5 outside-root"]],
    ["an absolute path", { "exam.md": exam("::include[/etc/hosts.md]") }, ["exam.md:5 outside-root"]],
    ["a folder", { "exam.md": exam("::include[d.md]"), "d.md/x": "" }, ["exam.md:5 not-a-file"]],
    ["upper and lower case", { "exam.md": exam("::include[X.md]"), ...x }, ["exam.md:5 missing-file"]],
    ["no name", { "exam.md": exam("::include") }, ["exam.md:5 include"]],
    ["another sort of file", { "exam.md": exam("::include[.git/config]") }, ["exam.md:5 include"]],
    ["no question", { "exam.md": exam("::include[x.md]"), "x.md": "<!-- later -->\n" }, ["exam.md:5 no-questions"]],
    ["an empty file", { "exam.md": exam("::include[x.md]"), "x.md": "" }, ["exam.md:5 no-questions"]],
    ["itself", { "exam.md": exam(`${open("a")}\n::include[exam.md]`) }, ["exam.md:9 include-loop"]],
    [
      "a loop of several",
      { "exam.md": exam("::include[x.md]"), "x.md": "::include[d/y.md]", "d/y.md": `${open("y")}\n::include[../x.md]` },
      ["d/y.md:5 include-loop"],
    ],
    ["an unknown tag", { "exam.md": exam("::include[x.md]{tags=no}"), ...x }, ["exam.md:5 unknown-tag"]],
    ["an unknown attribute", { "exam.md": exam("::include[x.md]{tag=a}"), ...x }, ["exam.md:5 unknown-attribute"]],
    ["too many to pick", { "exam.md": exam("::include[x.md]{pick=2}"), ...x }, ["exam.md:5 pick-count"]],
    ["pick-per alone", { "exam.md": exam("::include[x.md]{pick-per=version}"), ...x }, ["exam.md:5 pick-form"]],
    ["text behind it", { "exam.md": exam("::include[x.md]\n\nThink.\n"), ...x }, ["exam.md:7 behind-include"]],
    ["a place in a list", { "exam.md": exam(`${open("a")}\n- ::include[x.md]`), ...x }, ["exam.md:9 stray-directive"]],
    [
      "an id that the exam has",
      { "exam.md": exam(`::include[x.md]\n\n${open("x")}`), ...x },
      ["exam.md:5 duplicate-id"],
    ],
    [
      "an id of two files",
      { "exam.md": exam("::include[x.md]\n\n::include[y.md]"), ...x, "y.md": `${open("y")}\n${open("x")}` },
      ["exam.md:7 duplicate-id"],
    ],
    [
      "an id that the file and one it includes have",
      { "exam.md": exam("::include[x.md]"), "x.md": `${open("y")}\n::include[y.md]`, "y.md": open("y") },
      ["x.md:5 duplicate-id"],
    ],
    ["a file twice", { "exam.md": exam("::include[x.md]\n\n::include[x.md]"), ...x }, ["exam.md:7 duplicate-id"]],
    [
      "unequal points to pick from",
      { "exam.md": exam("::include[x.md]{pick=1}"), "x.md": `${open("a")}\n${open("b", "points=2")}` },
      ["exam.md:5 pick-points"],
    ],
    [
      "a bonus among those to pick from",
      { "exam.md": exam("::include[x.md]{pick=1}"), "x.md": `${open("a")}\n${open("b", "bonus")}` },
      ["exam.md:5 pick-points"],
    ],
    [
      "a pick of what is picked per version",
      {
        "exam.md": exam("# S {pick=1}\n\n::include[x.md]{pick=2 pick-per=version}", "versions: 2\n"),
        "x.md": ["a", "b", "c"].map((id) => open(id)).join("\n"),
      },
      ["exam.md:6 pick-form"],
    ],
  ])("%s", (_, files, expected) => expect(told(files)).toEqual(expected));

  test("links that lead out, or in circles", () => {
    inFolder({ "root/exam.md": "", "root/.git/x": "", "out.md": open("o"), "root/sub/x.md": open("x") }, (folder) => {
      const root = join(folder, "root");
      symlinkSync("../out.md", join(root, "link.md"));
      symlinkSync("..", join(root, "sub/up"));
      writeFileSync(join(root, "sub/y.md"), "::include[up/sub/y.md]\n");
      symlinkSync("sub/x.md", join(root, "inside.md"));
      const rules = (include: string) => {
        writeFileSync(join(root, "exam.md"), exam(include));
        return examine("exam.md", root).problems.map(
          ({ rule, place }) => `${place?.file}:${place?.start.line} ${rule}`,
        );
      };
      expect(rules("::include[link.md]")).toEqual(["exam.md:5 outside-root"]);
      expect(rules("::include[sub/y.md]")).toEqual(["sub/y.md:1 include-loop"]);
      expect(rules("::include[inside.md]")).toEqual([]);
    });
  });
});

describe("what is wrong in an included file is told there", () => {
  const including = { "exam.md": exam("::include[bank/x.md]") };
  test.each<readonly [name: string, bank: string, expected: readonly string[]]>([
    ["a section", `# Part\n\n${open("a")}`, ["bank/x.md:1 bank-form"]],
    ["text above its questions", `Think.\n\n${open("a")}`, ["bank/x.md:1 bank-form"]],
    ["a note above its questions", `:::note\nThink.\n:::\n\n${open("a")}`, ["bank/x.md:1 bank-form"]],
    ["a picture that is missing", "## {#a}\n\n![it](no.svg)\n", ["bank/x.md:3 missing-file"]],
    ["an id twice", `${open("a")}\n${open("a")}`, ["bank/x.md:5 duplicate-id"]],
    ["a reference", "## {#a}\n\nAs in :ref[#b].\n", ["bank/x.md:3 reference"]],
    ["a formula", "## {#a}\n\nWhat is $\\nothing$?\n", ["bank/x.md:3 math"]],
    [
      "its front matter",
      `---\nlang: xx\nseeed: a\n---\n\n${open("a")}`,
      ["bank/x.md:2 front-matter-value", "bank/x.md:3 unknown-key"],
    ],
    ["a front matter without end", `---\nlang: en\n\n${open("a")}`, ["bank/x.md:1 no-front-matter"]],
    ["another language", `---\nlang: es\n---\n\n${open("a")}`, ["bank/x.md:2 bank-language"]],
    ["bytes that are no text", "## {#a}\n\nWhy\u0000?\n", ["bank/x.md:3 control-character"]],
  ])("%s", (_, bank, expected) => expect(told({ ...including, "bank/x.md": bank })).toEqual(expected));

  test("a macro with two meanings", () => {
    const files = {
      "exam.md": exam("::include[x.md]", "macros: { '\\E': 'e' }\n"),
      "x.md": `---\nmacros: { '\\E': 'f' }\n---\n\n${open("a")}`,
    };
    expect(told(files)).toEqual(["x.md:2 bank-macro"]);
  });

  test("with the lines of that file", async () => {
    const { folder, remove } = makeFolder({ ...including, "bank/x.md": "## {#a}\n\n![it](no.svg)\n" });
    const check = async (format: string) => {
      const io = fakeIo({ cwd: folder });
      await run(["check", "exam.md", "--format", format], io);
      return format === "human" ? io.stderr.text() : io.stdout.text();
    };
    const human = await check("human");
    expect(human).toContain("bank/x.md:3:1: error: bank/no.svg does not exist");
    expect(human).toContain("3 │ ![it](no.svg)");
    const problem = { file: "bank/x.md", line: 3, rule: "missing-file" };
    expect(JSON.parse(await check("json")).problems).toMatchObject([problem]);
    expect(await check("github")).toMatch(/^::error .*file=bank\/x\.md,line=3/);
    remove();
  });
});

test("files that multiply each other come to an end", { timeout: 60_000 }, () => {
  const files: Record<string, string> = { "exam.md": exam("::include[b0.md]") };
  for (let level = 0; level < 40; level++) {
    const next = `::include[b${level + 1}.md]`;
    files[`b${level}.md`] = `${next}\n\n${next}\n`;
  }
  files["b40.md"] = open("end");
  const rules = new Set(examineFiles(files).problems.map(({ rule }) => rule));
  expect(rules).toContain("source-too-large");
});

test("a long row of files has an end", () => {
  const files: Record<string, string> = { "exam.md": exam("::include[b0.md]") };
  for (let level = 0; level < 100; level++) files[`b${level}.md`] = `::include[b${level + 1}.md]\n`;
  expect(examineFiles(files).problems.map(({ rule }) => rule)).toEqual(["too-deep"]);
});

test("a file without front matter is no exam, and that is said", () => {
  const { problems } = inFolder({ "x.md": open("x") }, (folder) => examine("x.md", folder));
  expect(problems.map(({ rule }) => rule)).toEqual(["no-front-matter"]);
  expect(problems[0]?.hint).toContain("checked with the exam that includes it");
});

describe("any file", () => {
  test("is included without throwing, every problem in its place", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        hostileSource,
        hostileSource,
        fc.constantFrom("", "{pick=1}", "{tags=a}"),
        (own, bank, attributes) => {
          const files = { "exam.md": exam(`::include[bank.md]${attributes}\n\n${own}`), "bank.md": bank };
          const { problems, versions } = examineFiles(files);
          for (const { place, message } of problems) {
            const text = new Map(Object.entries(files)).get(place?.file ?? "");
            if (!place || text === undefined) throw new Error(`Expected a place for "${message}"`);
            const { point } = sourceText(place.file, text);
            expect([place.start, place.end]).toEqual([point(place.start.offset), point(place.end.offset)]);
          }
          if (hasErrors(problems)) expect(versions).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
