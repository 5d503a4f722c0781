import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { examine } from "../../src/examine.ts";
import { keysCsv } from "../../src/export/keys-csv.ts";
import { printedQuestions } from "../../src/model/version.ts";
import { planOf } from "../../src/press/plan-exam.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { DOCS, type Fence, fencesOf } from "./fences.ts";

const EXAMS = join(DOCS, "../exams");
const PAGE = readFileSync(join(DOCS, "versions.md"), "utf8");

const lineOf = ({ at }: Fence) => Number(at.split(":")[1]);
const fences = fencesOf("versions.md");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "versions-"));
  mkdirSync(join(folder, ".git"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The exam and its bank as they are before the reader has done anything. */
function startAnew(): void {
  cpSync(join(EXAMS, "pool.md"), join(folder, "pool.md"));
  cpSync(join(EXAMS, "bank"), join(folder, "bank"), { recursive: true });
}

/** Does what a block shows: a question is put at a file's end, a key into the front matter, a line is changed. */
function edit({ lang, meta, text }: Fence): void {
  const file = /\bappend=(\S+)/.exec(meta)?.[1];
  if (file) appendFileSync(join(folder, file), `\n${text}`);
  if (lang === "diff") change(/\bfile=(\S+)/.exec(meta)?.[1] ?? "", text);
  if (lang !== "yaml") return;
  const source = readFileSync(join(folder, "pool.md"), "utf8");
  writeFileSync(join(folder, "pool.md"), source.replace(/^seed: .*\n/m, text));
}

/** Puts the lines with + in the place of those with -. */
function change(file: string, diff: string): void {
  const lines = (sign: string) => diff.split("\n").flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []));
  const source = readFileSync(join(folder, file), "utf8");
  const before = lines("-").join("\n");
  expect(source).toContain(before);
  writeFileSync(join(folder, file), source.replace(before, lines("+").join("\n")));
}

function lockOfPool() {
  return JSON.parse(readFileSync(join(folder, "pool.lock.json"), "utf8"));
}

/** What a terminal shows of the commands of a block. */
async function played({ text }: Fence): Promise<string> {
  const shown: string[] = [];
  for (const [line, command = "", program] of text.matchAll(/^\$ exam ([^|\n]*?)(?: \| (.*))?$/gm)) {
    shown.push(`${line}\n`);
    if (program) {
      expect(program).toBe(`jq -r '.versions[] | "\\(.label): \\([.questions[].id] | join(" "))"'`);
      const io = fakeIo({ cwd: folder });
      await run(command.split(" "), io);
      for (const { label, questions } of JSON.parse(io.stdout.text()).versions)
        shown.push(`${label}: ${questions.map(({ id }: { id: string }) => id).join(" ")}\n`);
    } else {
      const output = { ...fakeIo().stdout, write: (written: string) => shown.push(written), columns: 100 };
      await run(command.split(" "), { ...fakeIo({ cwd: folder }), stdout: output, stderr: output });
    }
  }
  return shown.join("");
}

/** The blocks of each section of the page, in order. */
const sections = PAGE.split("\n").flatMap((line, index, lines) => {
  if (!line.startsWith("## ")) return [];
  const end = lines.findIndex((other, at) => at > index && other.startsWith("## ") && !isInFence(at + 1));
  if (isInFence(index + 1)) return [];
  return [{ title: line.slice(3), fences: fences.filter((fence) => lineOf(fence) > index && lineOf(fence) <= end) }];
});

function isInFence(line: number): boolean {
  return fencesOf("versions.md").some(
    (fence) => line > lineOf(fence) && line <= lineOf(fence) + fence.text.split("\n").length,
  );
}

describe.each(sections.filter((section) => section.fences.some(({ lang }) => lang === "console")))(
  "$title",
  ({ fences }) => {
    test("shows what a reader gets who does the same", async () => {
      startAnew();
      for (const fence of fences) {
        if (fence.lang === "console") expect(await played(fence)).toBe(fence.text);
        else if (fence.lang === "json")
          expect(lockOfPool().versions[0].questions).toContainEqual(JSON.parse(fence.text));
        else edit(fence);
      }
    });
  },
);

test("the pieces of the exam and its bank are theirs", () => {
  const sources = ["pool.md", "bank/genes.md"].map((file) => readFileSync(join(EXAMS, file), "utf8")).join("\n");
  const [question, section] = fences.filter(({ lang }) => lang === "markdown");
  expect(sources).toContain(question?.text);
  expect(sources).toContain(section?.text);
});

test("every version adds up to the difficulty the page says", () => {
  startAnew();
  const { versions } = examine("pool.md", folder);
  const sums = versions.map((version) =>
    printedQuestions(version).reduce((sum, { question }) => sum + (question.difficulty ?? 0), 0),
  );
  const said = Number(/each version comes to (\d+)/.exec(PAGE)?.[1]);
  expect(sums).toEqual([said, said, said, said]);
});

test("the lines of keys.csv are its first", () => {
  startAnew();
  const { exam, versions } = examine("pool.md", folder);
  const nothing = { file: "", title: "", pages: 0, sha256: "", itemPages: [] };
  const generator = { name: "", version: "", browser: "" };
  if (!exam) throw new Error("Expected an exam");
  const plan = planOf(exam);
  const built = versions.map((version) => ({
    version,
    planned: plan.version(version),
    student: nothing,
    key: nothing,
  }));
  const lines = keysCsv.text({ exam, texts: plan.texts, versions: built, copies: [], generator });
  const [shown] = fencesOf("versions.md").filter(({ lang }) => lang === "csv");
  expect(lines?.startsWith(shown?.text ?? "?")).toBe(true);
});
