import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrange } from "../../src/arrange/arrange.ts";
import { compareLock } from "../../src/lock/compare-lock.ts";
import type { Lock } from "../../src/lock/lock.ts";
import { lockOf } from "../../src/lock/lock-of.ts";
import { type LockPlan, planLock } from "../../src/lock/lock-plan.ts";
import { pageDigest } from "../../src/lock/page-digest.ts";
import type { Exam } from "../../src/model/exam.ts";
import type { View } from "../../src/model/page.ts";
import type { Version } from "../../src/model/version.ts";
import { readExam } from "../../src/read/read.ts";
import { render } from "../../src/render/render.ts";

/** An exam that was read, dealt and set, as far as that goes without a browser. */
export interface Dealt {
  readonly exam: Exam;
  readonly versions: readonly Version[];
  readonly plan: LockPlan;
  /** The page of a version as HTML. */
  html(label: string, view?: View): string;
  digestOf(label: string): string;
  /** The lock it would have, with made-up prints. */
  lock(): Lock;
}

/** Deals an exam; throws where it has errors. `files` are written beside it. */
export function deal(markdown: string, files: Readonly<Record<string, string>> = {}): Dealt {
  const folder = mkdtempSync(join(tmpdir(), "exam-lock-"));
  try {
    for (const [name, text] of Object.entries({ ...files, "quiz.md": markdown }))
      writeFileSync(join(folder, name), text);
    const { exam, template, pictures, problems } = readExam("quiz.md", folder);
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!exam || !template || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
    const versions = arrange(exam);
    const typefaces = { style: "", files: new Map() };
    const page = (version: Version, view: View) => {
      const made = render(exam, version, view, { template, pictures, typefaces, report: () => {} });
      if (!made) throw new Error("Expected a page");
      return made;
    };
    const digests = new Map(versions.map((version) => [version.label, pageDigest(page(version, "student"))]));
    const plan = planLock(exam, versions);
    return {
      exam,
      versions,
      plan,
      html: (label, view = "student") =>
        page(versions.find((version) => version.label === label) as Version, view).html,
      digestOf: (label) => digests.get(label) as string,
      lock: () => lockOf(plan, { ...madeUpPrints(versions), digests }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function madeUpPrints(versions: readonly Version[]) {
  const file = (name: string) => ({ file: name, pages: 2, sha256: "0".repeat(64) });
  return {
    generator: { name: "exams-as-code", version: "1.0.0", browser: "Chrome/1" },
    versions: new Map(
      versions.map(({ label }) => [
        label,
        {
          student: { ...file(`quiz-${label}.pdf`), itemPages: Array<number>(500).fill(1) },
          key: file(`quiz-${label}-key.pdf`),
        },
      ]),
    ),
    copies: [],
  };
}

/** What is said of an exam that was locked as the first text and now is the second: `rule message`. */
export function told(before: string, after: string): string[] {
  const lock = deal(before).lock();
  return compareLock(lock, deal(after)).map(({ rule, message }) => `${rule} ${message}`);
}
