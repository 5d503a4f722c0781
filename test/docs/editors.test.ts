import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { fencesOf } from "./fences.ts";

/** A problem of each severity, with what could mislead a pattern. */
const EXAM = `---
title: "Quiz"
---

## {#ratio}

At 10:45:30: error: what is the ratio? ![](figure.svg)

- [ ] 1:2
- [x]2:3
- [ ] None of the above

## Untitled

![](missing.png)

Why is that so?
`;

/** What an editor takes for problems. */
function matched(output: string): (string | undefined)[][] {
  const tasks = JSON.parse(fencesOf("editors.md").find(({ lang }) => lang === "jsonc")?.text ?? "").tasks;
  const { regexp, file, line, column, severity, message, code } = tasks[0].problemMatcher.pattern;
  return output.split("\n").flatMap((text) => {
    const match = new RegExp(regexp).exec(text);
    return match ? [[file, line, column, severity, message, code].map((group: number) => match[group])] : [];
  });
}

test.each([{}, { isTTY: true, env: { NO_COLOR: "1" } }])(
  "the task's pattern finds every problem and no other line",
  async (surroundings) => {
    const folder = mkdtempSync(join(tmpdir(), "editors-"));
    try {
      writeFileSync(join(folder, "quiz 1.md"), EXAM);
      writeFileSync(join(folder, "figure.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
      const data = fakeIo({ cwd: folder });
      await run(["check", "--format", "json", "quiz 1.md"], data);
      const { problems } = JSON.parse(data.stdout.text());
      const said = fakeIo({ cwd: folder, ...surroundings });
      await run(["check", "quiz 1.md"], said);
      expect(matched(said.stderr.text())).toEqual(
        problems.map((problem: Record<string, unknown>) =>
          ["file", "line", "column", "severity", "message", "rule"].map((key) => String(problem[key])),
        ),
      );
      expect(new Set(problems.map(({ severity }: { severity: string }) => severity)).size).toBeGreaterThan(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test("the tasks are commands there are", () => {
  const tasks = JSON.parse(fencesOf("editors.md").find(({ lang }) => lang === "jsonc")?.text ?? "").tasks;
  expect(tasks.map(({ command }: { command: string }) => command)).toEqual([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in.
    "npx exam check ${relativeFile}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in.
    "npx exam build ${relativeFile}",
  ]);
});
