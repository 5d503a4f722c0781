import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, phrase, whole } from "./phrase.ts";

export const pl: Language = {
  tag: "pl",
  name: "polski",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Nazwisko",
    name: "Imię",
    code: "Nr albumu",
    group: "Grupa",
    signature: "Podpis",
    score: "Ocena",
  },
  labels: {
    fullName: "Imię i nazwisko",
    date: "Data",
    duration: "Czas pracy",
    instructor: "Prowadzący",
    instructors: "Prowadzący",
    instructions: "Instrukcja",
    version: "Wersja",
    key: "Klucz odpowiedzi",
    question: "Zadanie",
    points: "Punkty",
    total: "Razem",
    score: "Wynik",
    bonus: "Bonus",
    answer: "Odpowiedź",
    solution: "Rozwiązanie",
    rubric: "Zasady oceniania",
    feedback: "Komentarz",
    note: "Uwaga dla oceniającego",
    accepted: "Uznawane odpowiedzi",
    tolerance: "Tolerancja",
    page: "Strona",
    figure: "Rysunek",
    draft: "Wersja robocza",
  },
  pageOf: "strona {page} z {pages}",
  points: { one: "{points} punkt", few: "{points} punkty", many: "{points} punktów", other: "{points} punktu" },
  pointsShort: { other: "{points} pkt" },
  time: {
    hours: { one: "{hours} godzina", few: "{hours} godziny", many: "{hours} godzin", other: "{hours} godziny" },
    minutes: { one: "{minutes} minuta", few: "{minutes} minuty", many: "{minutes} minut", other: "{minutes} minuty" },
    both: "{hours} {minutes}",
  },
  instructions: {
    duration: "Czas pracy: {duration}.",
    questions: {
      one: "Arkusz zawiera {questions} zadanie.",
      few: "Arkusz zawiera {questions} zadania.",
      many: "Arkusz zawiera {questions} zadań.",
      other: "Arkusz zawiera {questions} zadania.",
    },
    worth: {
      single: {
        one: "Za zadanie jednokrotnego wyboru można uzyskać {worth}.",
        each: "Za każde zadanie jednokrotnego wyboru można uzyskać {worth}.",
      },
      multiple: {
        one: "Za zadanie wielokrotnego wyboru można uzyskać {worth}.",
        each: "Za każde zadanie wielokrotnego wyboru można uzyskać {worth}.",
      },
      "true-false": {
        one: "Za zadanie typu prawda/fałsz można uzyskać {worth}.",
        each: "Za każde zadanie typu prawda/fałsz można uzyskać {worth}.",
      },
      numeric: {
        one: "Za zadanie z odpowiedzią liczbową można uzyskać {worth}.",
        each: "Za każde zadanie z odpowiedzią liczbową można uzyskać {worth}.",
      },
      short: {
        one: "Za zadanie krótkiej odpowiedzi można uzyskać {worth}.",
        each: "Za każde zadanie krótkiej odpowiedzi można uzyskać {worth}.",
      },
      blanks: {
        one: "Za zadanie z lukami można uzyskać {worth}.",
        each: "Za każde zadanie z lukami można uzyskać {worth}.",
      },
      matching: {
        one: "Za zadanie na dobieranie można uzyskać {worth}.",
        each: "Za każde zadanie na dobieranie można uzyskać {worth}.",
      },
      ordering: {
        one: "Za zadanie na porządkowanie można uzyskać {worth}.",
        each: "Za każde zadanie na porządkowanie można uzyskać {worth}.",
      },
      open: {
        one: "Za zadanie otwarte można uzyskać {worth}.",
        each: "Za każde zadanie otwarte można uzyskać {worth}.",
      },
    },
  },
  trueFalse: [
    ["Prawda", "Fałsz"],
    ["P", "F"],
    ["Prawdziwe", "Fałszywe"],
    ["Poprawne", "Niepoprawne"],
  ],
  lastOptions: [
    whole(
      "(?:wszystkie(?: z)?|żadn[aey](?: z)?) (?:powyższych|powyższe|wymienionych|wymienione|podanych|podane|pozostałych|pozostałe|tych)(?: (?:odpowiedzi|stwierdzenia|stwierdzeń))?(?: (?:nie )?(?:jest|są) (?:poprawn|prawidłow|prawdziw)[aey])?",
    ),
    whole(
      "(?:wszystkie odpowiedzi|żadna odpowiedź|żadna z odpowiedzi|wszystkie stwierdzenia|żadne ze stwierdzeń)(?: (?:nie )?(?:jest|są) (?:poprawn|prawidłow|prawdziw)[aey])?",
    ),
  ],
  fragile: {
    letters: letterMentions({
      join: ",? (?:i|oraz|lub|albo|ani|jak i|jak również) ",
      both: "zarówno|obie|oba|ani|albo",
      only: "tylko|jedynie",
      noun: "odpowiedź|odpowiedzi|opcja|opcje|opcji|wariant|warianty|punkt|punkty",
      verdict: "(?:jest|są)(?: obie| oba)? (?:nie)?(?:poprawn|prawidłow)[aey]",
    }),
    numbers: [phrase("(?:zadani[aeu]|zadaniach|pytani[aeu]|pytaniach) {n}")],
    neighbours: [
      phrase(
        "(?:poprzedni(?:a|e|ej|ego|m|ą)?|powyższ(?:a|e|ej|ego|ym|ą)) (?:odpowiedź|odpowiedzi|opcj[aęi]|zadani[aeu]|zadaniem|pytani[aeu])",
      ),
      phrase("(?:odpowiedź|opcja|zadanie|pytanie) (?:powyżej|poniżej)"),
      phrase("(?:w|z|do) następn(?:ym|ego) (?:zadani|pytani)[auu]"),
    ],
  },
};
