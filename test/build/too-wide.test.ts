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

test("a picture is too wide where a length in the source makes it so, and fitted where none does", async () => {
  const folder = examFolder({
    "wide.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 500" width="2000" height="500"/>',
    "quiz.md": `---
title: Quiz
---

## {#a}

![A](wide.svg){width=25cm}

![B](wide.svg)

![C](wide.svg){width=100%}

![D](wide.svg){width=16cm}

- [x] ![E](wide.svg){width=18cm}
- [ ] ![F](wide.svg){width=60mm}
- [ ] ![G](wide.svg){height=10cm}
`,
  });
  onTestFinished(folder.remove);
  const { problems } = await folder.build();
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors.map(({ rule, place }) => [rule, place?.start.line])).toEqual([
    ["too-wide", 7],
    ["too-wide", 15],
    ["too-wide", 17],
  ]);
});
