import { allQuestions, type Exam, type Question } from "../model/exam.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Place } from "../model/place.ts";
import { hasErrors, type Problem } from "../model/problem.ts";
import type { RuleEntry } from "../model/rule-entry.ts";

/** An `ignore` of the author's, and what it reaches: a question, or without one the whole exam. */
interface Silence {
  readonly rule: string;
  readonly place?: Place;
  readonly question?: Question;
}

/**
 * The problems of an exam without the warnings and notes its author silenced, whichever phase found them; and in their
 * place what is wrong with the silences. `known` are all rules there are.
 */
export function silence(exam: Exam, problems: readonly Problem[], known: readonly RuleEntry[]): Problem[] {
  const isSilent = silencer(exam);
  const questionAt = questionFinder(exam);
  const silenced = problems.filter(isSilent).map(({ rule, place }) => ({ rule, question: questionAt(place) }));
  const faults = silencesOf(exam).flatMap(({ rule, place, question }): Problem[] => {
    const entry = known.find(({ id }) => id === rule);
    if (!entry) return [unknownRule(rule, place, known)];
    if (entry.severity === "error") return [unusedIgnore(rule, place, "errors cannot be silenced")];
    // An error can hide what the silence is for.
    if (entry.beyondSource || rule === UNUSED || hasErrors(problems)) return [];
    if (silenced.some((one) => one.rule === rule && (!question || question === one.question))) return [];
    return [unusedIgnore(rule, place, `the rule has nothing to say about this ${question ? "question" : "exam"}`)];
  });
  return [...problems, ...faults].filter((problem) => !isSilent(problem));
}

/** Tells the problems, all warnings and notes, that the exam's author silenced. */
export function silencer(exam: Exam): (problem: Problem) => boolean {
  const everywhere = new Set(exam.settings.ignore);
  const somewhere = new Set(allQuestions(exam).flatMap(({ ignore }) => ignore.map(({ rule }) => rule)));
  const questionAt = questionFinder(exam);
  return ({ severity, rule, place }) => {
    if (severity === "error") return false;
    if (everywhere.has(rule)) return true;
    return somewhere.has(rule) && questionAt(place)?.ignore.some((one) => one.rule === rule) === true;
  };
}

const UNUSED = "unused-ignore";

function silencesOf(exam: Exam): Silence[] {
  const places = exam.settingPlaces;
  return [
    ...exam.settings.ignore.map((rule, index) => {
      const place = places[`ignore.${index}`] ?? places.ignore;
      return { rule, ...(place && { place }) };
    }),
    ...allQuestions(exam).flatMap((question) => question.ignore.map((ignore) => ({ ...ignore, question }))),
  ];
}

/** Tells the question a place lies in: that of the last heading before it, unless that is a section's. */
function questionFinder(exam: Exam): (place: Place | undefined) => Question | undefined {
  // A section without a heading begins where its first question does, which comes behind it here.
  const headings = exam.sections
    .flatMap((section): { readonly at: Place; readonly question?: Question }[] => [
      { at: section.place },
      ...section.questions.map((question) => ({ at: question.place, question })),
    ])
    .sort((one, other) => one.at.start.offset - other.at.start.offset);
  return (place) =>
    place && headings.findLast(({ at }) => at.file === place.file && at.start.offset <= place.start.offset)?.question;
}

function unknownRule(rule: string, place: Place | undefined, known: readonly RuleEntry[]): Problem {
  const ids = known.filter(({ severity }) => severity !== "error").map(({ id }) => id);
  const hint = [didYouMean(rule, ids), "A problem's rule stands in brackets behind its message."];
  return {
    severity: "error",
    rule: "unknown-rule",
    message: `Unknown rule "${rule}" in ignore`,
    hint: hint.filter(Boolean).join(" "),
    ...(place && { place }),
  };
}

function unusedIgnore(rule: string, place: Place | undefined, why: string): Problem {
  return {
    severity: "warning",
    rule: UNUSED,
    message: `Unexpected "${rule}" in ignore: ${why}`,
    hint: "Delete it there.",
    ...(place && { place }),
  };
}
