import { type Chapter, error, quiz } from "./chapter.ts";

const QUESTION = "## Entropy\n\nWhat is it?\n";

/** What can be wrong between the `---` lines, and with `ignore`. */
export const frontMatter: Chapter = {
  title: "Front matter and `ignore`",
  rules: [
    error({
      id: "no-front-matter",
      why: "Every exam begins with its settings, of which the title is required. Without them a stray first line would be taken for text.",
      bad: QUESTION,
      good: quiz(QUESTION),
    }),
    error({
      id: "yaml",
      why: "What is no YAML cannot be understood. Most often a value holds `: ` or ` #`, or begins with a special character, and needs quotes.",
      bad: `---\ntitle: Quiz: the second\n---\n\n${QUESTION}`,
      good: `---\ntitle: "Quiz: the second"\n---\n\n${QUESTION}`,
    }),
    error({
      id: "missing-key",
      why: "A paper without a title cannot be told from another.",
      bad: `---\ncourse: Physics\n---\n\n${QUESTION}`,
      good: `---\ncourse: Physics\ntitle: Quiz\n---\n\n${QUESTION}`,
    }),
    error({
      id: "unknown-key",
      why: "A mistyped key would leave its default in place without a word. The message names the key that is nearest.",
      bad: `---\ntitle: Quiz\nverions: 4\n---\n\n${QUESTION}`,
      good: `---\ntitle: Quiz\nversions: 4\n---\n\n${QUESTION}`,
    }),
    error({
      id: "duplicate-key",
      why: "Of a key that is given twice only one value can count.",
      bad: `---\ntitle: Quiz\ntitle: Quiz 2\n---\n\n${QUESTION}`,
    }),
    error({
      id: "front-matter-value",
      why: "A value that is not understood is never replaced by a default in silence.",
      bad: `---\ntitle: Quiz\ndate: 2025-02-30\n---\n\n${QUESTION}`,
      good: `---\ntitle: Quiz\ndate: 2025-02-28\n---\n\n${QUESTION}`,
    }),
    error({
      id: "macro-name",
      why: "A formula calls a macro by letters behind a backslash. `R` alone would change every R of every formula, and `\\R[1]` could never be called.",
      bad: `---\ntitle: Quiz\nmacros: { R: '\\mathbb{R}' }\n---\n\n${QUESTION}`,
      good: `---\ntitle: Quiz\nmacros: { \\R: '\\mathbb{R}', ℕ: '\\mathbb{N}' }\n---\n\n${QUESTION}`,
    }),
    error({
      id: "cut-macro",
      why: "YAML ends a value at ` #` and takes the rest for a comment, so a macro loses its second half. Quotes keep it whole.",
      bad: `---\ntitle: Quiz\nmacros:\n  \\E: \\mathbb{E}[ #1 ]\n---\n\n${QUESTION}`,
      good: `---\ntitle: Quiz\nmacros:\n  \\E: '\\mathbb{E}[ #1 ]'\n---\n\n${QUESTION}`,
    }),
    error({
      id: "unknown-rule",
      why: "A mistyped id in `ignore` would silence nothing.",
      bad: `---\ntitle: Quiz\nignore: [missing-alto]\n---\n\n${QUESTION}`,
      good: `---\ntitle: Quiz\nignore: [lopsided-key]\n---\n\n${QUESTION}`,
    }),
    {
      id: "unused-ignore",
      severity: "warning",
      why: "A silence whose cause is gone would hide the next slip of its kind. Nothing is said about rules that hang on the seed, the number of versions or the browser, nor while the exam has errors; and that errors cannot be silenced is always said.",
      bad: [
        quiz("## Graph {ignore=missing-alt}\n\nDescribe it.\n\n![A rising line](graph.svg)"),
        `---\ntitle: Quiz\nignore: [points-total]\n---\n\n${QUESTION}`,
      ],
      good: quiz("## Graph {ignore=missing-alt}\n\nDescribe it.\n\n![](graph.svg)"),
    },
    error({
      id: "unknown-version",
      why: "`--only` names a version by its label; one the exam does not have cannot be built.",
    }),
    error({
      id: "template",
      why: "A template that is missing, lies outside the exam's folder or has a mistake cannot print anything. The message says where it is at fault.",
      bad: `---\ntitle: Quiz\ntemplate: defualt\n---\n\n${QUESTION}`,
      good: `---\ntitle: Quiz\ntemplate: default\n---\n\n${QUESTION}`,
    }),
  ],
};
