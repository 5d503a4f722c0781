import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { verifyOutput } from "../../src/tasks/verify-output.ts";
import { type ExamFolder, examFolder } from "../build/exam-folder.ts";

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

/** What the exam is built into, and how. */
const OUTS = {
  plain: {},
  class: { roster: "class.csv", merge: true },
  papers: { key: false, merge: true },
} as const;

/** Output folders, and a copy of one of them to do something to. */
export interface BuiltFolders {
  readonly built: ExamFolder;
  /** The folder in which the copy is, and the copy's name. */
  readonly folder: string;
  readonly name: string;
  /** A file of the copy. */
  path(name: string): string;
  /** Makes the copy anew. */
  copy(out?: keyof typeof OUTS): void;
  /** What is found, as rule and message without the folder, when something is done to a copy of an output folder. */
  found(change: () => void, out?: keyof typeof OUTS): Promise<string[]>;
  remove(): void;
}

export async function buildFolders(...outs: readonly (keyof typeof OUTS)[]): Promise<BuiltFolders> {
  const built = examFolder({ "quiz.md": EXAM, "class.csv": ROSTER });
  for (const out of outs) {
    const { problems } = await built.build({ ...OUTS[out], out });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  }
  const folder = mkdtempSync(join(tmpdir(), "exam-verify-"));
  const name = "copy";
  const copy = (out: keyof typeof OUTS = "plain") => {
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(built.path, out, "quiz"), join(folder, name), { recursive: true });
  };
  return {
    built,
    folder,
    name,
    copy,
    path: (file) => join(folder, name, file),
    async found(change, out) {
      copy(out);
      change();
      const { problems } = await verifyOutput(name, { cwd: folder });
      return problems.map(({ rule, message }) => `${rule} ${message.replaceAll(`${name}/`, "")}`);
    },
    remove() {
      built.remove();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Changes what a manifest holds. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is.
export function changeManifest(path: string, change: (manifest: any) => void): void {
  const content = JSON.parse(readFileSync(path, "utf8"));
  change(content);
  writeFileSync(path, JSON.stringify(content, null, 2));
}
