import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyOutput } from "../../src/tasks/verify-output.ts";
import { type BuiltFolders, buildFolders, changeManifest } from "./built-folders.ts";

let folders: BuiltFolders;
beforeAll(async () => {
  folders = await buildFolders("plain");
});
afterAll(() => folders.remove());

const path = (name: string) => folders.path(name);
// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is.
const entries = (change: (manifest: any) => void) => () => changeManifest(path("manifest.json"), change);

/** Changes the text of the manifest; throws where that changes nothing. */
function manifest(pattern: string | RegExp, replacement: string): () => void {
  return () => {
    const text = readFileSync(path("manifest.json"), "utf8");
    const changed = text.replace(pattern, replacement);
    if (changed === text) throw new Error(`Expected ${pattern} in the manifest`);
    writeFileSync(path("manifest.json"), changed);
  };
}

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
    const findings = await folders.found(entries((content) => change(content.versions[0], content)));
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
      "an answer that none of its options is",
      entries(({ versions }) => {
        versions[0].questions[0].answer = "z";
      }),
      /^verify-manifest manifest\.json: Version A has the answer "z" to question 1, of which "[a-e]" is right$/,
    ],
    [
      "nesting without an end",
      () => writeFileSync(path("manifest.json"), "[".repeat(200_000)),
      /^verify-manifest It is no JSON: /,
    ],
  ])("%s", async (_, change, finding) => {
    const findings = await folders.found(change);
    expect(findings[0]).toMatch(finding);
    expect(findings.length).toBeLessThan(11);
  });

  test("what is wrong is told at its line", async () => {
    await folders.found(manifest('"quiz-A.pdf"', '"../quiz-A.pdf"'));
    const { problems, sources } = await verifyOutput(folders.name, { cwd: folders.folder });
    const lines = sources.get(`${folders.name}/manifest.json`)?.split("\n") ?? [];
    const { start } = problems[0]?.place ?? { start: { line: 0, column: 0 } };
    expect(lines[start.line - 1]?.slice(start.column - 1)).toMatch(/^"\.\.\/quiz-A\.pdf"/);
  });
});
