import type { Problem } from "../model/problem.ts";
import type { Manifest, ManifestVersion } from "./manifest.ts";
import { verifyProblem } from "./verify-problem.ts";

/**
 * Proves of what a manifest plans that each document has a name of its own; that a key has each question on the page its
 * paper has it on, or on a later one where what it says more takes the room; that a student's paper has as many pages as
 * its version's; and that the answer to a choice names the options that are right. `path` is a document's, as problems print it.
 */
export function checkPlan({ versions, students }: Manifest, path: (name: string) => string): Problem[] {
  const names = [
    ...versions.flatMap(({ student, key }) => [student.file, ...(key ? [key.file] : [])]),
    ...students.map(({ file }) => file),
  ];
  const taken = new Set<string>();
  const repeated = names.filter((name) => taken.size === taken.add(name.normalize("NFC").toLowerCase()).size);
  return [
    ...repeated.map((name) => verifyProblem("verify-file", path(name), "Two documents have this name")),
    ...versions.flatMap((version) => checkBreaks(version, path)),
    ...versions.flatMap((version) => checkAnswers(version, path)),
    ...students.flatMap(({ file, pages, version }) => {
      const own = versions.find(({ label }) => label === version)?.student.pages;
      if (own === undefined || own === pages) return [];
      return [
        verifyProblem("verify-pages", path(file), `It is planned with ${pages} pages, version ${version} with ${own}`),
      ];
    }),
  ];
}

function checkBreaks({ key, questions, proof }: ManifestVersion, path: (name: string) => string): Problem[] {
  const { keyPages } = proof;
  if (!key || !keyPages) return [];
  return questions.flatMap(({ number, page }, index) => {
    const [own = 0, before = 0] = [keyPages[index], keyPages[index - 1]];
    const message =
      own < page
        ? `Question ${number} is planned on page ${own}, before page ${page}, where the paper has it`
        : own < before
          ? `Question ${number} is planned on page ${own}, before the question above it`
          : undefined;
    return message === undefined ? [] : [verifyProblem("verify-breaks", path(key.file), message, { page: own })];
  });
}

/** Options are what a key's marks are proven against, and the answer is what programs read. */
function checkAnswers({ label, questions }: ManifestVersion, path: (name: string) => string): Problem[] {
  const items = questions.flatMap((question) => [
    { ...question, name: `${question.number}` },
    ...(question.parts ?? []).map((part) => ({ ...part, name: `${question.number} (${part.part})` })),
  ]);
  return items.flatMap(({ name, kind, answer, options = [] }) => {
    if (answer === undefined || !CHOICES.has(kind) || !options.some(({ correct }) => correct !== undefined)) return [];
    const right = options.flatMap(({ letter, correct }) => (correct ? [letter] : [])).join(";");
    if (answer === right) return [];
    const message = `Version ${label} has the answer "${answer}" to question ${name}, of which "${right}" is right`;
    return [verifyProblem("verify-manifest", path("manifest.json"), message)];
  });
}

/** Kinds of which an answer is letters of options; what a project's own kind answers is its own. */
const CHOICES: ReadonlySet<string> = new Set(["single", "multiple", "true-false"]);
