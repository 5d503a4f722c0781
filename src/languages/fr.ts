import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, negativeQuestions, phrase, whole } from "./phrase.ts";

export const fr: Language = {
  tag: "fr",
  name: "français",
  direction: "ltr",
  colon: "\u00a0: ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Nom",
    name: "Prénom",
    code: "N° d’étudiant",
    group: "Groupe",
    signature: "Signature",
    score: "Note",
  },
  labels: {
    fullName: "Nom et prénom",
    date: "Date",
    duration: "Durée",
    instructor: "Enseignant(e)",
    instructors: "Enseignants",
    instructions: "Consignes",
    version: "Version",
    key: "Corrigé",
    question: "Question",
    points: "Points",
    total: "Total",
    score: "Note",
    bonus: "Bonus",
    answer: "Réponse",
    solution: "Solution",
    rubric: "Barème",
    feedback: "Commentaire",
    note: "Note pour le correcteur",
    accepted: "Réponses acceptées",
    tolerance: "Tolérance",
    page: "Page",
    figure: "Figure",
    // Not "brouillon", which on an exam is the candidate's scratch paper.
    draft: "Version provisoire",
  },
  pageOf: "page {page} sur {pages}",
  points: { one: "{points} point", other: "{points} points" },
  pointsShort: { one: "{points} pt", other: "{points} pts" },
  time: {
    hours: { one: "{hours} heure", other: "{hours} heures" },
    minutes: { one: "{minutes} minute", other: "{minutes} minutes" },
    both: "{hours} {minutes}",
  },
  instructions: {
    duration: "La durée de l’épreuve est de {duration}.",
    questions: { one: "L’épreuve comporte {questions} question.", other: "L’épreuve comporte {questions} questions." },
    worth: {
      single: {
        one: "La question à choix unique vaut {worth}.",
        each: "Les questions à choix unique valent {worth} chacune.",
      },
      multiple: {
        one: "La question à choix multiples vaut {worth}.",
        each: "Les questions à choix multiples valent {worth} chacune.",
      },
      "true-false": {
        one: "La question de type vrai ou faux vaut {worth}.",
        each: "Les questions de type vrai ou faux valent {worth} chacune.",
      },
      numeric: {
        one: "La question à réponse numérique vaut {worth}.",
        each: "Les questions à réponse numérique valent {worth} chacune.",
      },
      short: {
        one: "La question à réponse courte vaut {worth}.",
        each: "Les questions à réponse courte valent {worth} chacune.",
      },
      blanks: {
        one: "La question à trous vaut {worth}.",
        each: "Les questions à trous valent {worth} chacune.",
      },
      matching: {
        one: "La question d’appariement vaut {worth}.",
        each: "Les questions d’appariement valent {worth} chacune.",
      },
      ordering: {
        one: "La question de remise en ordre vaut {worth}.",
        each: "Les questions de remise en ordre valent {worth} chacune.",
      },
      open: {
        one: "La question ouverte vaut {worth}.",
        each: "Les questions ouvertes valent {worth} chacune.",
      },
    },
  },
  trueFalse: [
    ["Vrai", "Faux"],
    ["V", "F"],
    ["Vraie", "Fausse"],
    ["Juste", "Faux"],
    ["Correct", "Incorrect"],
    ["Exact", "Inexact"],
  ],
  lastOptions: [
    whole(
      "(?:toutes les|aucune des|tous les|aucun des)(?: réponses| propositions| options| affirmations| choix)? (?:ci-dessus|précédente?s|qui précèdent|proposée?s)(?: (?:sont|n['’]est) (?:correct|exact|vrai|just)e?s?)?",
    ),
    whole(
      "aucune (?:de ces |des |des autres |autre )?(?:réponses?|propositions?|options?|affirmations?)(?: n['’]est (?:correcte|exacte|vraie|juste|bonne))?",
    ),
    whole(
      "toutes (?:ces|les|les autres) (?:réponses|propositions|options|affirmations)(?: sont (?:correctes|exactes|vraies|justes|bonnes))?",
    ),
    whole("(?:toutes sont|aucune n['’]est) (?:correct|exact|vrai|just)es?"),
    whole("aucune? (?:de ceux-ci|de celles-ci|des deux|de ces choix|autre)"),
  ],
  negatives: negativeQuestions({
    which: "quel|quelle|quels|quelles|lequel|laquelle|lesquels|lesquelles",
    among: "d[eu]|des|parmi|d['’]entre",
    clause: "et|ou|que|qui|quand|lorsque|si|dont|où|car|puisque|parce|pour",
    not: "(?:ne \\p{L}+|n['’]\\p{L}+)(?: \\p{L}+)? (?:pas|jamais)",
    except: "sauf|excepté|hormis|à l['’]exception de|sauf (?:un|une)",
  }),
  fragile: {
    letters: letterMentions({
      join: ",? (?:et|ou|ni|que) ",
      both: "à la fois|aussi bien|tant|ni|soit",
      only: "seulement|uniquement",
      noun: "options?|réponses?|propositions?|choix",
      verdict: "(?:est|sont)(?: toutes les deux| tous les deux)? (?:correct|incorrect|exact|inexact)e?s?",
    }),
    numbers: [phrase("(?:questions?|exercices?) {n}")],
    neighbours: [
      phrase("(?:option|réponse|proposition|question) (?:précédente|ci-dessus|ci-dessous)"),
      phrase("(?:à|dans|de|voir) la (?:question suivante|prochaine question)"),
    ],
  },
};
