import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { verifyOutput } from "../../src/tasks/verify-output.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { type BuiltFolders, buildFolders, changeManifest } from "./built-folders.ts";

let folders: BuiltFolders;
beforeAll(async () => {
  folders = await buildFolders("plain", "class", "papers");
});
afterAll(() => folders.remove());

const path = (name: string) => folders.path(name);
// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is.
const entries = (change: (manifest: any) => void) => () => changeManifest(path("manifest.json"), change);

describe("a folder as it was built", () => {
  test.each(["plain", "class"] as const)("passes: %s", async (out) => {
    expect(await folders.found(() => {}, out)).toEqual([]);
  });

  test("without keys says that it was not searched", async () => {
    expect(await folders.found(() => {}, "papers")).toEqual([expect.stringMatching(/^verify-no-key manifest\.json: /)]);
  });

  test("without keys says nothing of the key in its manifest", () => {
    const text = folders.built.bytes("manifest.json", "papers").toString();
    expect(text).not.toMatch(/excluded middle|implication|modus|reason is given|for each of them|"correct"|"filled"/);
    // The source's order of what is to be ordered is the answer.
    expect(text).toMatch(/assume the contrary[\s\S]*conclude[\s\S]*derive a contradiction/);
  });

  test("tells how much was proven", async () => {
    const { proven } = await verifyOutput("quiz", { cwd: join(folders.built.path, "class") });
    expect(proven).toMatchObject({ exam: "quiz", papers: 5, keys: 3, searched: true });
  });

  test("has its texts once, however many versions and students there are", () => {
    for (const out of ["plain", "class"])
      expect(
        folders.built
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
        renameSync(path("quiz-A.pdf"), join(folders.folder, "elsewhere"));
        symlinkSync(join(folders.folder, "elsewhere"), path("quiz-A.pdf"));
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
    [
      "a page as HTML missing",
      entries(({ versions }) => {
        versions[0].student.html = "0".repeat(64);
      }),
      /^verify-file quiz-A\.html: It is missing$/,
    ],
    [
      "a page as HTML changed",
      () => {
        entries(({ versions }) => {
          versions[0].key.html = "0".repeat(64);
        })();
        writeFileSync(path("quiz-A-key.html"), "");
      },
      /^verify-file quiz-A-key\.html: Its bytes are not those that were built$/,
    ],
    ["keys.csv missing", () => rmSync(path("keys.csv")), /^verify-file keys\.csv: It is missing$/],
    ["no manifest", () => rmSync(path("manifest.json")), /^verify-manifest manifest\.json: It is missing$/],
  ])("%s", async (_, change, finding) => {
    expect(await folders.found(change)).toContainEqual(expect.stringMatching(finding));
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
    expect(await folders.found(change, "class")).toContainEqual(expect.stringMatching(finding));
  });
});

describe("exam verify", () => {
  async function exam(...argv: string[]) {
    const io = fakeIo({ cwd: folders.built.path });
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
    folders.copy();
    cpSync(path("quiz-A-key.pdf"), path("quiz-A.pdf"));
    const { code, out } = await exam("--format", "json", path(""));
    const { problems } = JSON.parse(out);
    expect(code).toBe(1);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: "verify-leak", severity: "error", document: path("quiz-A.pdf"), page: 1 }),
    );
    expect((await exam("--format", "github", path(""))).out).toMatch(/^::error title=verify-file::/);
  });

  test("wants a folder", async () => {
    expect((await exam()).code).toBe(2);
  });
});
