import { expect, onTestFinished, test } from "vitest";
import { examFolder } from "./exam-folder.ts";

test("what is too wide is told once for paper and key, and nothing besides", async () => {
  const word = "x".repeat(150);
  const folder = examFolder({
    "quiz.md": `---\ntitle: Quiz\n---\n\n## {#a}\n\nA ${word} word\n\n- [x] yes\n- [ ] \`${word}\`\n`,
  });
  onTestFinished(folder.remove);
  const { problems } = await folder.build();
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors.map(({ rule, place }) => [rule, place?.start.line])).toEqual([
    ["too-wide", 7],
    ["too-wide", 10],
  ]);
});
