import type { Element, ElementContent } from "hast";
import { fill } from "../languages/fill.ts";
import { printedQuestions } from "../model/version.ts";
import { withFootnotes } from "./footnotes.tsx";
import type { Job } from "./job.ts";

/** The author's instructions, or sentences counted from what is printed: duration, number of questions, points per kind. */
export function renderInstructions(job: Job): ElementContent[] {
  const { settings, file } = job.exam;
  if (!settings.instructions) return [(<p>{keepCounted(asText(generate(job)))}</p>) as Element];
  const own = (<div>{job.blocks(settings.instructions, file)}</div>) as Element;
  return withFootnotes(own, file, job).children;
}

/** Sentences in a row; Chinese and Japanese have no space between them. */
function asText(sentences: readonly string[]): string {
  return sentences.join(" ").replaceAll("。 ", "。");
}

/** A number stays with its counter, which no space parts it from: Chinese and Japanese may end a line at any character. */
function keepCounted(text: string) {
  return text
    .split(/(\d[\d.,]*\p{L})/u)
    .map((piece, index) => (index % 2 === 1 ? <span class="unbroken">{piece}</span> : piece));
}

function generate(job: Job): string[] {
  const { exam, version, words } = job;
  const { duration, questions } = words.language.instructions;
  const printed = printedQuestions(version);
  return [
    ...(exam.settings.duration === undefined
      ? []
      : [fill(duration, { duration: words.duration(exam.settings.duration) })]),
    words.count(questions, printed.length),
    ...worths(job),
  ];
}

/** A sentence for each kind whose questions are all worth the same; where they are not, each says so itself. */
function worths({ version, words }: Job): string[] {
  const points = new Map<string, number[]>();
  for (const { question } of printedQuestions(version)) {
    if (question.bonus) continue;
    const known = points.get(question.kind);
    if (known) known.push(question.points);
    else points.set(question.kind, [question.points]);
  }
  return [...points].flatMap(([kind, [first = 0, ...others]]) =>
    first > 0 && others.every((other) => other === first)
      ? (words.kindWorth(kind, others.length + 1, first) ?? [])
      : [],
  );
}
