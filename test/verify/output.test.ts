import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { verifyOutput } from "../../src/tasks/verify-output.ts";
import { type ExamFolder, examFolder } from "../build/exam-folder.ts";
import { fakeIo } from "../cli/fake-io.ts";

/** Every kind of question, in a form that says what it prints. */
const EXAM = `---
title: Quiz
course: Logic
versions: 3
fields: [surname, name, code]
macros: {}
---

Read :ref[#choice] first.

# Part one

## Choice {#choice}

Which of them is a tautology?

- [x] $p \\lor \\lnot p$
  > The law of the excluded middle holds in this logic.
- [ ] $p \\land q$
- [ ] $p \\to q$ {#implies}
- [ ] None of them, not even :ref[#choice.implies]

## {#gaps}

The :blank[modus ponens]{accept="implication elimination"} derives :blank[q] from p and p → q.

## {#pairs kind=matching}

| sign | name |
| --- | --- |
| ∧ | conjunction |
| ∨ | disjunction |
| ¬ | negation |

# Part two

## Parts {#parts}

Look at a proof.[^1]

[^1]: Any will do.

### {#order kind=ordering}

1. assume the contrary
2. derive a contradiction
3. conclude

### {#count points=2}

How many steps are there?

::numeric[3]{unit="steps"}

:::solution
As many as the ordering above lists, for each of them is one.
:::

:::rubric
- 2: the number is right and a reason is given
:::
`;

const ROSTER = "surname,name,code\nPaz,Ana,u1\nRuiz,Eva,u2\n";

let built: ExamFolder;
let folder: string;
beforeAll(async () => {
  built = examFolder({ "quiz.md": EXAM, "class.csv": ROSTER });
  for (const [out, options] of [
    ["plain", {}],
    ["class", { roster: "class.csv", merge: true }],
    ["papers", { key: false, merge: true }],
  ] as const) {
    const { problems } = await built.build({ ...options, out });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  }
  folder = mkdtempSync(join(tmpdir(), "exam-verify-"));
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

const NAME = "copy";
const path = (name: string) => join(folder, NAME, name);

/** What is found, as rule and message without the folder, when something is done to a copy of an output folder. */
async function found(change: () => void, out = "plain"): Promise<string[]> {
  rmSync(join(folder, NAME), { recursive: true, force: true });
  cpSync(join(built.path, out, "quiz"), join(folder, NAME), { recursive: true });
  change();
  const { problems } = await verifyOutput(NAME, { cwd: folder });
  return problems.map(({ rule, message }) => `${rule} ${message.replaceAll(`${NAME}/`, "")}`);
}

/** Changes the text of the manifest; throws where that changes nothing. */
function manifest(pattern: string | RegExp, replacement: string): () => void {
  return () => {
    const text = readFileSync(path("manifest.json"), "utf8");
    const changed = text.replace(pattern, replacement);
    if (changed === text) throw new Error(`Expected ${pattern} in the manifest`);
    writeFileSync(path("manifest.json"), changed);
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is.
function entries(change: (manifest: any) => void): () => void {
  return () => {
    const content = JSON.parse(readFileSync(path("manifest.json"), "utf8"));
    change(content);
    writeFileSync(path("manifest.json"), JSON.stringify(content, null, 2));
  };
}

describe("a folder as it was built", () => {
  test.each(["plain", "class"])("passes: %s", async (out) => {
    expect(await found(() => {}, out)).toEqual([]);
  });

  test("without keys says that it was not searched", async () => {
    expect(await found(() => {}, "papers")).toEqual([expect.stringMatching(/^verify-no-key manifest\.json: /)]);
  });

  test("without keys says nothing of the key in its manifest", () => {
    const text = built.bytes("manifest.json", "papers").toString();
    expect(text).not.toMatch(/excluded middle|implication|modus|reason is given|for each of them|"correct"|"filled"/);
    // The source's order of what is to be ordered is the answer.
    expect(text).toMatch(/assume the contrary[\s\S]*conclude[\s\S]*derive a contradiction/);
  });

  test("tells how much was proven", async () => {
    const { proven } = await verifyOutput("quiz", { cwd: join(built.path, "class") });
    expect(proven).toMatchObject({ exam: "quiz", papers: 5, keys: 3, searched: true });
  });

  test("has its texts once, however many versions and students there are", () => {
    for (const out of ["plain", "class"])
      expect(
        built
          .bytes("manifest.json", out)
          .toString()
          .match(/excluded middle/g),
      ).toHaveLength(1);
  });
});

describe("found in a folder is", () => {
  test.each<[what: string, change: () => void, finding: RegExp]>([
    ["a missing paper", () => rmSync(path("quiz-A.pdf")), /^verify-file quiz-A\.pdf: It is missing$/],
    ["a missing key", () => rmSync(path("quiz-B-key.pdf")), /^verify-file quiz-B-key\.pdf: It is missing$/],
    [
      "a paper that is another version's",
      () => cpSync(path("quiz-A.pdf"), path("quiz-B.pdf")),
      /^verify-file quiz-B\.pdf: .* copy of quiz-A\.pdf$/,
    ],
    [
      "a key in a paper's place",
      () => cpSync(path("quiz-A-key.pdf"), path("quiz-A.pdf")),
      /^verify-leak quiz-A\.pdf, page \d: The solution of question 4 \(b\) can be read there$/,
    ],
    [
      "two papers exchanged",
      () => {
        renameSync(path("quiz-A.pdf"), path("x"));
        renameSync(path("quiz-B.pdf"), path("quiz-A.pdf"));
        renameSync(path("x"), path("quiz-B.pdf"));
      },
      /^verify-text quiz-A\.pdf, page 1: Option . of question 1 stands in another place/,
    ],
    [
      "a paper cut off",
      () => truncateSync(path("quiz-A.pdf"), 20_000),
      /^verify-readable quiz-A\.pdf: It cannot be read/,
    ],
    [
      "a paper with a byte changed",
      () => {
        const bytes = readFileSync(path("quiz-A.pdf"));
        bytes[bytes.length - 2] = 32;
        writeFileSync(path("quiz-A.pdf"), bytes);
      },
      /^verify-file quiz-A\.pdf: Its bytes are not those that were built$/,
    ],
    [
      "a link",
      () => {
        renameSync(path("quiz-A.pdf"), join(folder, "elsewhere"));
        symlinkSync(join(folder, "elsewhere"), path("quiz-A.pdf"));
      },
      /^verify-file quiz-A\.pdf: It is a link/,
    ],
    [
      "a PDF nobody knows",
      () => cpSync(path("quiz-A-key.pdf"), path("quiz-D.PDF")),
      /^verify-file quiz-D\.PDF: It is not in the manifest$/,
    ],
    [
      "a changed answer in keys.csv",
      () => writeFileSync(path("keys.csv"), readFileSync(path("keys.csv"), "utf8").replace("single,1,", "single,2,")),
      /^verify-keys-csv keys\.csv: Line 2 is "A,1,,choice,single,2,/,
    ],
    ["keys.csv missing", () => rmSync(path("keys.csv")), /^verify-file keys\.csv: It is missing$/],
    ["no manifest", () => rmSync(path("manifest.json")), /^verify-manifest manifest\.json: It is missing$/],
  ])("%s", async (_, change, finding) => {
    expect(await found(change)).toContainEqual(expect.stringMatching(finding));
  });

  test.each<[what: string, change: () => void, finding: RegExp]>([
    [
      "a student's paper in another's place",
      () => cpSync(path("quiz-u1.pdf"), path("quiz-u2.pdf")),
      /^verify-file quiz-u2\.pdf: .* copy of quiz-u1\.pdf$/,
    ],
    [
      "a student's name that is not on the paper",
      entries(({ students }) => {
        students[0].surname = "Pérez";
      }),
      /^verify-student quiz-u1\.pdf: It is made out to Pérez/,
    ],
    [
      "the file of all papers with a key in it",
      () => cpSync(path("quiz-A-key.pdf"), path("quiz-print.pdf")),
      /^verify-print-file quiz-print\.pdf, page 1: Expected page 1 of quiz-u1\.pdf$/,
    ],
    [
      "the file of all papers missing",
      () => rmSync(path("quiz-print.pdf")),
      /^verify-file quiz-print\.pdf: It is missing$/,
    ],
    [
      "a student taken out of the manifest",
      entries(({ students }) => students.pop()),
      /^verify-print-file quiz-print\.pdf: It has \d+ pages, expected \d+$/,
    ],
  ])("%s", async (_, change, finding) => {
    expect(await found(change, "class")).toContainEqual(expect.stringMatching(finding));
  });
});

describe("a manifest that plans otherwise does not pass:", () => {
  // biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is.
  test.each<[what: string, change: (first: any, manifest: any) => void, finding: RegExp]>([
    [
      "options exchanged",
      ({ questions }) => questions[0].options.reverse(),
      /^verify-text quiz-A\.pdf, page 1: Option . of question 1 stands in another place/,
    ],
    [
      "another right option",
      ({ questions }) => {
        for (const option of questions[0].options) option.correct = !option.correct;
      },
      /^verify-mark quiz-A-key\.pdf, page 1: Option . of question 1 is marked as right and is not$/,
    ],
    [
      "another letter",
      ({ questions }) => {
        questions[0].options[1].letter = "e";
      },
      /^verify-text quiz-A\.pdf, page 1: Option e of question 1 stands in another place or behind another letter/,
    ],
    [
      "other points",
      ({ questions }) => {
        questions[1].points = 7;
      },
      /^verify-unplanned quiz-A\.pdf, page \d: "1 pt"/,
    ],
    [
      "another page",
      ({ questions }) => {
        questions[1].page = 2;
      },
      /^verify-page quiz-A\.pdf, page 1: Question 2 begins on page 1, expected page 2$/,
    ],
    [
      "another pair",
      ({ proof }) => {
        const [one, two] = proof.printed.pairs.filter(({ filled }: { filled?: string }) => filled);
        [one.filled, two.filled] = [two.filled, one.filled];
      },
      /^verify-text quiz-A-key\.pdf, page \d: Option 1 of question 3/,
    ],
    [
      "an answer that keys.csv does not have",
      ({ questions }) => {
        questions[0].answer = "z";
      },
      /^verify-keys-csv keys\.csv: Line 2 /,
    ],
    ["a question left out", ({ questions }) => questions.pop(), /^verify-unplanned quiz-A\.pdf/],
    [
      "a question out of its order",
      ({ questions }) => {
        questions.reverse();
      },
      /^verify-manifest manifest\.json: Version A has question 4 in place 1$/,
    ],
    [
      "two documents of one name",
      (first, { versions }) => {
        versions[1].student.file = first.student.file;
      },
      /^verify-file quiz-A\.pdf: Two documents have this name$/,
    ],
    [
      "a key that breaks elsewhere",
      ({ proof }) => {
        proof.keyPages[0] = 0;
      },
      /^verify-breaks quiz-A-key\.pdf/,
    ],
    [
      "other words",
      (_, { proof }) => {
        proof.sections[0].questions[1].stem.runs[0] += " now";
      },
      /^verify-text quiz-A\.pdf, page 1: The text of question 2 is missing/,
    ],
    [
      "a solution that the key does not have",
      (_, { proof }) => {
        proof.sections[1].questions[0].secrets[0].runs = ["Another one."];
      },
      /^verify-key quiz-A-key\.pdf, page \d: The solution of question 4 \(b\) is not on the key/,
    ],
    [
      "a solution that the paper has",
      (_, { proof }) => {
        proof.sections[0].questions[0].secrets[0].runs = ["Look at a proof, and at all else"];
        proof.sections[1].questions[0].stem.runs = [];
      },
      /^verify-leak|^verify-unplanned/,
    ],
  ])("%s", async (_, change, finding) => {
    const findings = await found(entries((content) => change(content.versions[0], content)));
    expect(findings).toContainEqual(expect.stringMatching(finding));
  });
});

describe("a manifest that no build writes is refused:", () => {
  test.each<[what: string, change: () => void, finding: RegExp]>([
    ["another format", manifest('"format": 1', '"format": 2'), /^verify-manifest Unexpected format 2, expected 1$/],
    ["no JSON", manifest('"seed"', '"seed'), /^verify-manifest It is no JSON: /],
    ["an end too soon", () => truncateSync(path("manifest.json"), 500), /^verify-manifest It is no JSON: /],
    [
      "a list",
      () => writeFileSync(path("manifest.json"), "[]"),
      /^verify-manifest Unexpected list for the manifest, expected object$/,
    ],
    [
      "null",
      () => writeFileSync(path("manifest.json"), "null"),
      /^verify-manifest Unexpected null for the manifest, expected object$/,
    ],
    [
      "a path out of the folder",
      manifest('"quiz-A.pdf"', '"../quiz-A.pdf"'),
      /^verify-manifest Unexpected "\.\.\/quiz-A\.pdf" for versions\.0\.student\.file, expected the name of a file in this folder$/,
    ],
    ["an absolute path", manifest('"quiz-A.pdf"', '"/etc/x.pdf"'), /^verify-manifest .* expected the name of a file/],
    [
      "another kind of file",
      manifest('"quiz-A.pdf"', '"manifest.json"'),
      /^verify-manifest .* expected the name of a PDF$/,
    ],
    [
      "text for a number",
      manifest('"pages": 1', '"pages": "1"'),
      /^verify-manifest Unexpected "1" for versions\.0\.student\.pages, expected number$/,
    ],
    [
      "too many pages",
      manifest('"pages": 1', '"pages": 1e300'),
      /^verify-manifest Unexpected 1e\+300 for versions\.0\.student\.pages/,
    ],
    [
      "an unknown field",
      manifest('"pages": 1', '"pages": 1, "sheets": 1'),
      /^verify-manifest Unexpected "sheets" in versions\.0\.student$/,
    ],
    [
      "a missing part",
      entries((content) => {
        delete content.proof;
      }),
      /^verify-manifest Unexpected nothing for proof, expected object$/,
    ],
    [
      "words of an unknown question",
      entries(({ versions }) => {
        versions[0].questions[0].id = "other";
      }),
      /^verify-manifest manifest\.json: Version A has a question other, whose words are not there$/,
    ],
    [
      "nesting without an end",
      () => writeFileSync(path("manifest.json"), "[".repeat(200_000)),
      /^verify-manifest It is no JSON: /,
    ],
  ])("%s", async (_, change, finding) => {
    const findings = await found(change);
    expect(findings[0]).toMatch(finding);
    expect(findings.length).toBeLessThan(11);
  });

  test("what is wrong is told at its line", async () => {
    await found(manifest('"quiz-A.pdf"', '"../quiz-A.pdf"'));
    const { problems, sources } = await verifyOutput(NAME, { cwd: folder });
    const lines = sources.get(`${NAME}/manifest.json`)?.split("\n") ?? [];
    const { start } = problems[0]?.place ?? { start: { line: 0, column: 0 } };
    expect(lines[start.line - 1]?.slice(start.column - 1)).toMatch(/^"\.\.\/quiz-A\.pdf"/);
  });
});

describe("exam verify", () => {
  async function exam(...argv: string[]) {
    const io = fakeIo({ cwd: built.path });
    const code = await run(["verify", ...argv], io);
    return { code, out: io.stdout.text(), err: io.stderr.text() };
  }

  test("says of each folder what was proven", async () => {
    const { code, out, err } = await exam("plain/quiz", "class/quiz");
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(
      /^Proved 3 papers and 3 keys in plain\/quiz, \d+ pages: .* \(\d+\.\d s\)\nProved 5 papers and 3 keys in/,
    );
  });

  test("goes on behind a folder in which something is wrong", async () => {
    const { code, err } = await exam("nowhere", "plain/quiz");
    expect(code).toBe(1);
    expect(err).toMatch(
      /^error: nowhere\/manifest\.json: It is missing \[verify-manifest\]\n[\s\S]*\nProved [\s\S]*1 error\n$/,
    );
  });

  test("names document and page in JSON", async () => {
    rmSync(join(folder, NAME), { recursive: true, force: true });
    cpSync(join(built.path, "plain", "quiz"), join(folder, NAME), { recursive: true });
    cpSync(path("quiz-A-key.pdf"), path("quiz-A.pdf"));
    const { code, out } = await exam("--format", "json", join(folder, NAME));
    const { problems } = JSON.parse(out);
    expect(code).toBe(1);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: "verify-leak", severity: "error", document: path("quiz-A.pdf"), page: 1 }),
    );
    expect((await exam("--format", "github", join(folder, NAME))).out).toMatch(/^::error title=verify-file::/);
  });

  test("wants a folder", async () => {
    expect((await exam()).code).toBe(2);
  });
});
