import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, negativeQuestions, phrase, whole } from "./phrase.ts";

export const en: Language = {
  tag: "en",
  name: "English",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Last name",
    name: "First name",
    code: "Student ID",
    group: "Group",
    signature: "Signature",
    score: "Score",
  },
  labels: {
    fullName: "Name",
    date: "Date",
    duration: "Time allowed",
    instructor: "Instructor",
    instructors: "Instructors",
    instructions: "Instructions",
    version: "Version",
    key: "Answer key",
    question: "Question",
    points: "Points",
    total: "Total",
    score: "Score",
    bonus: "Bonus",
    answer: "Answer",
    solution: "Solution",
    rubric: "Marking scheme",
    feedback: "Feedback",
    note: "Note",
    accepted: "Accepted answers",
    tolerance: "Tolerance",
    page: "Page",
    figure: "Figure",
    draft: "Draft",
  },
  pageOf: "page {page} of {pages}",
  points: { one: "{points} point", other: "{points} points" },
  pointsShort: { one: "{points} pt", other: "{points} pts" },
  time: {
    hours: { one: "{hours} hour", other: "{hours} hours" },
    minutes: { one: "{minutes} minute", other: "{minutes} minutes" },
    both: "{hours} {minutes}",
  },
  instructions: {
    duration: "You have {duration}.",
    questions: { one: "The exam has {questions} question.", other: "The exam has {questions} questions." },
    worth: {
      single: {
        one: "The multiple-choice question is worth {worth}.",
        each: "Multiple-choice questions are worth {worth} each.",
      },
      multiple: {
        one: "The multiple-response question is worth {worth}.",
        each: "Multiple-response questions are worth {worth} each.",
      },
      "true-false": {
        one: "The true/false question is worth {worth}.",
        each: "True/false questions are worth {worth} each.",
      },
      numeric: {
        one: "The numerical question is worth {worth}.",
        each: "Numerical questions are worth {worth} each.",
      },
      short: {
        one: "The short-answer question is worth {worth}.",
        each: "Short-answer questions are worth {worth} each.",
      },
      blanks: {
        one: "The fill-in-the-blank question is worth {worth}.",
        each: "Fill-in-the-blank questions are worth {worth} each.",
      },
      matching: {
        one: "The matching question is worth {worth}.",
        each: "Matching questions are worth {worth} each.",
      },
      ordering: {
        one: "The ordering question is worth {worth}.",
        each: "Ordering questions are worth {worth} each.",
      },
      open: {
        one: "The open-ended question is worth {worth}.",
        each: "Open-ended questions are worth {worth} each.",
      },
    },
  },
  trueFalse: [
    ["True", "False"],
    ["T", "F"],
    ["Correct", "Incorrect"],
    ["Right", "Wrong"],
  ],
  lastOptions: [
    whole(
      "(?:all|none|any|neither|both)(?: of)?(?: the)?(?: options| answers| choices| alternatives| statements)? above(?: options| answers| choices| alternatives| statements)?(?: (?:is|are) (?:true|correct|right))?",
    ),
    whole(
      "(?:all|none|any) of (?:these|the others)(?: options| answers| choices)?(?: (?:is|are) (?:true|correct|right))?",
    ),
    whole(
      "(?:all|none|any) of the (?:other |given |listed )?(?:options|answers|choices|alternatives|statements)(?: given| listed)?(?: (?:is|are) (?:true|correct|right))?",
    ),
    whole(
      "(?:(?:all|no)(?: the)?(?: other)? (?:options?|answers?|choices?|alternatives?|statements?)|all|none) (?:is|are) (?:true|correct|right)",
    ),
  ],
  negatives: negativeQuestions({
    which: "which|what|who|where",
    among: "of|among",
    begins: "[.?!:;]",
    clause: "and|or|that|when|if|whether|where|because|why|how|while|since|unless|although|who|whose|which|to|in",
    not: "(?:is|are|was|were|does|do|did|can|could|would|will|should|has|have|had|may|must|might) (?:not|never)|cannot|(?:is|are|was|were|does|do|did|ca|could|would|wo|should|has|have|had)n['’]t",
    except: "except(?: for| in)?|except (?:which|what)(?: one)?",
  }),
  fragile: {
    letters: letterMentions({
      join: ",? (?:and|or|nor|&) ",
      both: "both|either|neither",
      only: "only",
      noun: "options?|answers?|choices?|alternatives?",
      verdict: "(?:are|is) (?:both |all )?(?:correct|right|wrong|incorrect)",
    }),
    numbers: [phrase("questions? {n}")],
    neighbours: [
      phrase(
        "(?:option|answer|choice|alternative|question) above|the (?:option|answer|choice|alternative|question) below",
      ),
      phrase(
        "(?:previous|preceding)(?: two| three)? (?:option|options|choice|alternative|alternatives|question|questions)",
      ),
      phrase("(?:next question|(?:in|see|from|for|of|with) the following question)"),
    ],
  },
};
