import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, phrase, whole } from "./phrase.ts";

export const nl: Language = {
  tag: "nl",
  name: "Nederlands",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Achternaam",
    name: "Voornaam",
    code: "Studentnummer",
    group: "Groep",
    signature: "Handtekening",
    score: "Cijfer",
  },
  labels: {
    fullName: "Naam",
    date: "Datum",
    duration: "Tijdsduur",
    instructor: "Docent",
    instructors: "Docenten",
    instructions: "Instructies",
    version: "Versie",
    key: "Antwoordmodel",
    question: "Vraag",
    points: "Punten",
    total: "Totaal",
    score: "Behaald",
    bonus: "Bonus",
    answer: "Antwoord",
    solution: "Uitwerking",
    rubric: "Beoordelingsmodel",
    feedback: "Toelichting",
    note: "Opmerking voor de corrector",
    accepted: "Goedgekeurde antwoorden",
    tolerance: "Toegestane afwijking",
    page: "Pagina",
    figure: "Figuur",
    draft: "Concept",
  },
  pageOf: "pagina {page} van {pages}",
  points: { one: "{points} punt", other: "{points} punten" },
  pointsShort: { other: "{points} p" },
  time: {
    hours: { other: "{hours} uur" },
    minutes: { one: "{minutes} minuut", other: "{minutes} minuten" },
    both: "{hours} en {minutes}",
  },
  instructions: {
    duration: "Dit tentamen duurt {duration}.",
    questions: {
      one: "Dit tentamen bestaat uit {questions} vraag.",
      other: "Dit tentamen bestaat uit {questions} vragen.",
    },
    worth: {
      single: {
        one: "De meerkeuzevraag is {worth} waard.",
        each: "Elke meerkeuzevraag is {worth} waard.",
      },
      multiple: {
        one: "De vraag met meer dan één juist antwoord is {worth} waard.",
        each: "Elke vraag met meer dan één juist antwoord is {worth} waard.",
      },
      "true-false": {
        one: "De juist/onjuist-vraag is {worth} waard.",
        each: "Elke juist/onjuist-vraag is {worth} waard.",
      },
      numeric: {
        one: "De vraag met een getal als antwoord is {worth} waard.",
        each: "Elke vraag met een getal als antwoord is {worth} waard.",
      },
      short: {
        one: "De kortantwoordvraag is {worth} waard.",
        each: "Elke kortantwoordvraag is {worth} waard.",
      },
      blanks: {
        one: "De invulvraag is {worth} waard.",
        each: "Elke invulvraag is {worth} waard.",
      },
      matching: {
        one: "De combinatievraag is {worth} waard.",
        each: "Elke combinatievraag is {worth} waard.",
      },
      ordering: {
        one: "De volgordevraag is {worth} waard.",
        each: "Elke volgordevraag is {worth} waard.",
      },
      open: {
        one: "De open vraag is {worth} waard.",
        each: "Elke open vraag is {worth} waard.",
      },
    },
  },
  trueFalse: [
    ["Juist", "Onjuist"],
    ["Waar", "Niet waar"],
    ["J", "O"],
    ["Waar", "Onwaar"],
    ["Goed", "Fout"],
    ["Juist", "Fout"],
  ],
  lastOptions: [
    whole(
      "(?:alle|geen van|geen van de|geen der)(?: van)?(?: de)? (?:bovenstaande|bovengenoemde|genoemde|vorige|andere)(?: (?:antwoorden|opties|mogelijkheden|beweringen|alternatieven))?(?: (?:is|zijn) (?:juist|correct|goed|waar))?",
    ),
    whole(
      "(?:alle|geen van de|geen enkel|geen enkele)(?: gegeven)? (?:antwoord|antwoorden|optie|opties|beweringen|alternatieven)(?: (?:is|zijn) (?:juist|correct|goed|waar))?",
    ),
    whole("(?:alle zijn|geen is) (?:juist|correct|goed|waar)"),
    whole("geen van (?:deze|beide|allen|alle)(?: antwoorden| opties)?"),
  ],
  fragile: {
    letters: letterMentions({
      join: ",? (?:en|of|als|noch) ",
      both: "zowel|beide|noch",
      only: "alleen|enkel",
      noun: "antwoord|antwoorden|optie|opties|alternatief|alternatieven|keuze|keuzes",
      verdict: "(?:is|zijn)(?: beide)? (?:juist|onjuist|correct|fout|goed)",
    }),
    numbers: [phrase("(?:vraag|vragen|opgave|opgaven) {n}")],
    neighbours: [
      phrase("(?:vorige|voorgaande|bovenstaande) (?:antwoord|optie|alternatief|vraag|opgave)"),
      phrase("(?:antwoord|optie|alternatief|vraag) (?:hierboven|hieronder)"),
      phrase("(?:in|bij|van|zie) de (?:volgende (?:vraag|opgave))"),
    ],
  },
};
