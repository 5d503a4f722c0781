import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, negativeQuestions, phrase, whole } from "./phrase.ts";

export const de: Language = {
  tag: "de",
  name: "Deutsch",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Nachname",
    name: "Vorname",
    code: "Matrikelnummer",
    group: "Gruppe",
    signature: "Unterschrift",
    score: "Note",
  },
  labels: {
    fullName: "Name",
    date: "Datum",
    duration: "Bearbeitungszeit",
    instructor: "Lehrperson",
    instructors: "Lehrpersonen",
    instructions: "Hinweise",
    version: "Version",
    key: "Musterlösung",
    question: "Aufgabe",
    points: "Punkte",
    total: "Summe",
    score: "Erreicht",
    bonus: "Bonus",
    answer: "Antwort",
    solution: "Lösung",
    rubric: "Bewertungsschema",
    feedback: "Anmerkung",
    note: "Hinweis zur Korrektur",
    accepted: "Zulässige Antworten",
    tolerance: "Toleranz",
    page: "Seite",
    figure: "Abbildung",
    draft: "Entwurf",
  },
  pageOf: "Seite {page} von {pages}",
  points: { one: "{points} Punkt", other: "{points} Punkte" },
  pointsShort: { other: "{points} P." },
  time: {
    hours: { one: "{hours} Stunde", other: "{hours} Stunden" },
    minutes: { one: "{minutes} Minute", other: "{minutes} Minuten" },
    both: "{hours} {minutes}",
  },
  instructions: {
    duration: "Die Bearbeitungszeit beträgt {duration}.",
    questions: { one: "Die Klausur umfasst {questions} Aufgabe.", other: "Die Klausur umfasst {questions} Aufgaben." },
    worth: {
      single: {
        one: "Für die Single-Choice-Aufgabe gibt es {worth}.",
        each: "Für jede Single-Choice-Aufgabe gibt es {worth}.",
      },
      multiple: {
        one: "Für die Multiple-Choice-Aufgabe gibt es {worth}.",
        each: "Für jede Multiple-Choice-Aufgabe gibt es {worth}.",
      },
      "true-false": {
        one: "Für die Richtig-Falsch-Aufgabe gibt es {worth}.",
        each: "Für jede Richtig-Falsch-Aufgabe gibt es {worth}.",
      },
      numeric: {
        one: "Für die Aufgabe mit Zahlenantwort gibt es {worth}.",
        each: "Für jede Aufgabe mit Zahlenantwort gibt es {worth}.",
      },
      short: {
        one: "Für die Kurzantwortaufgabe gibt es {worth}.",
        each: "Für jede Kurzantwortaufgabe gibt es {worth}.",
      },
      blanks: {
        one: "Für die Lückentextaufgabe gibt es {worth}.",
        each: "Für jede Lückentextaufgabe gibt es {worth}.",
      },
      matching: {
        one: "Für die Zuordnungsaufgabe gibt es {worth}.",
        each: "Für jede Zuordnungsaufgabe gibt es {worth}.",
      },
      ordering: {
        one: "Für die Anordnungsaufgabe gibt es {worth}.",
        each: "Für jede Anordnungsaufgabe gibt es {worth}.",
      },
      open: {
        one: "Für die offene Aufgabe gibt es {worth}.",
        each: "Für jede offene Aufgabe gibt es {worth}.",
      },
    },
  },
  trueFalse: [
    ["Richtig", "Falsch"],
    ["Wahr", "Falsch"],
    ["R", "F"],
    ["W", "F"],
    ["Korrekt", "Falsch"],
    ["Zutreffend", "Nicht zutreffend"],
    ["Trifft zu", "Trifft nicht zu"],
    ["Stimmt", "Stimmt nicht"],
  ],
  lastOptions: [
    whole(
      "(?:alle|keine?s?|keiner|nichts)(?: der| von den)? (?:oben genannten|obigen|oben stehenden|obenstehenden|genannten|vorherigen|vorstehenden|vorgenannten|aufgeführten|anderen)(?: (?:antworten|aussagen|optionen|möglichkeiten|alternativen))?(?: (?:ist|sind|treffen|trifft) (?:richtig|korrekt|wahr|zutreffend|zu))?",
    ),
    whole(
      "(?:alle|keine)(?: der)? (?:antwort|antworten|antwortmöglichkeiten|aussage|aussagen|option|optionen)(?: (?:ist|sind|treffen|trifft) (?:richtig|korrekt|wahr|zutreffend|zu))?",
    ),
    whole("(?:alle sind|keine ist) (?:richtig|korrekt|wahr)"),
    whole("(?:keine?s?|keiner|nichts) (?:davon|von diesen|dieser (?:antworten|aussagen|optionen))|alles genannte"),
  ],
  negatives: negativeQuestions({
    which: "welche[rsnm]?|was|wer",
    among: "der|dieser|davon|von|unter",
    clause: "und|oder|wenn|falls|dass|weil|ob|wann|warum|während|für|bei|mit|durch",
    not: "(?:ist|sind|war|waren|gehört|gehören|zählt|zählen) (?:nicht|keine?[nrsm]?)|(?:stimmt|stimmen|trifft|treffen|gilt|gelten|passt|passen|kann|können|darf|dürfen|wird|werden|hat|haben|lässt|lassen)(?: sich)? nicht",
    except: "außer|mit Ausnahme von|ausgenommen",
  }),
  fragile: {
    letters: letterMentions({
      join: ",? (?:und|oder|sowie|noch|als auch|wie auch) ",
      both: "sowohl|beide|weder|entweder",
      only: "nur",
      noun: "antwort|antworten|option|optionen|alternative|alternativen|auswahlmöglichkeit|auswahlmöglichkeiten",
      verdict: "(?:ist|sind)(?: beide)? (?:richtig|korrekt|falsch)",
    }),
    numbers: [phrase("(?:aufgaben?|fragen?) {n}")],
    neighbours: [
      phrase(
        "(?:obige|vorherige|vorige|vorangehende|vorangegangene|vorstehende|letzte)[nr]? (?:antwort|option|alternative|aufgabe|frage)",
      ),
      phrase("(?:antwort|option|alternative|aufgabe|frage) (?:oben|unten|darüber|darunter)"),
      phrase("(?:nächsten? (?:aufgabe|frage)|(?:in|aus|zu|siehe) der folgenden (?:aufgabe|frage))"),
    ],
  },
};
