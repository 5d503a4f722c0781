import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, phrase, whole } from "./phrase.ts";

export const ca: Language = {
  tag: "ca",
  name: "català",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Cognoms",
    name: "Nom",
    code: "Codi",
    group: "Grup",
    signature: "Signatura",
    score: "Nota",
  },
  labels: {
    fullName: "Nom i cognoms",
    date: "Data",
    duration: "Durada",
    instructor: "Professorat",
    instructors: "Professorat",
    instructions: "Indicacions",
    version: "Versió",
    key: "Solucionari",
    question: "Pregunta",
    points: "Punts",
    total: "Total",
    score: "Puntuació",
    bonus: "Bonificació",
    answer: "Resposta",
    solution: "Solució",
    rubric: "Criteris de correcció",
    feedback: "Comentari",
    note: "Nota per al corrector",
    accepted: "Respostes acceptades",
    tolerance: "Tolerància",
    page: "Pàgina",
    figure: "Figura",
    draft: "Esborrany",
  },
  pageOf: "pàgina {page} de {pages}",
  points: { one: "{points} punt", other: "{points} punts" },
  pointsShort: { other: "{points} p." },
  time: {
    hours: { one: "{hours} hora", other: "{hours} hores" },
    minutes: { one: "{minutes} minut", other: "{minutes} minuts" },
    both: "{hours} i {minutes}",
  },
  instructions: {
    duration: "La durada és de {duration}.",
    questions: { one: "La prova consta de {questions} pregunta.", other: "La prova consta de {questions} preguntes." },
    worth: {
      single: {
        one: "La pregunta d’opció múltiple val {worth}.",
        each: "Les preguntes d’opció múltiple valen {worth} cadascuna.",
      },
      multiple: {
        one: "La pregunta de resposta múltiple val {worth}.",
        each: "Les preguntes de resposta múltiple valen {worth} cadascuna.",
      },
      "true-false": {
        one: "La pregunta de cert o fals val {worth}.",
        each: "Les preguntes de cert o fals valen {worth} cadascuna.",
      },
      numeric: {
        one: "La pregunta de resposta numèrica val {worth}.",
        each: "Les preguntes de resposta numèrica valen {worth} cadascuna.",
      },
      short: {
        one: "La pregunta de resposta curta val {worth}.",
        each: "Les preguntes de resposta curta valen {worth} cadascuna.",
      },
      blanks: {
        one: "La pregunta d’emplenar buits val {worth}.",
        each: "Les preguntes d’emplenar buits valen {worth} cadascuna.",
      },
      matching: {
        one: "La pregunta d’aparellar val {worth}.",
        each: "Les preguntes d’aparellar valen {worth} cadascuna.",
      },
      ordering: {
        one: "La pregunta d’ordenar val {worth}.",
        each: "Les preguntes d’ordenar valen {worth} cadascuna.",
      },
      open: {
        one: "La pregunta oberta val {worth}.",
        each: "Les preguntes obertes valen {worth} cadascuna.",
      },
    },
  },
  trueFalse: [
    ["Cert", "Fals"],
    ["C", "F"],
    ["Certa", "Falsa"],
    ["Vertader", "Fals"],
    ["Veritat", "Fals"],
    ["V", "F"],
    ["Correcte", "Incorrecte"],
  ],
  lastOptions: [
    whole(
      "(?:tot[ae]?s (?:les|els)|cap (?:de les|dels))(?: opcions| respostes| alternatives| afirmacions)? (?:anteriors|esmentad[ae]?s|indicad[ae]?s)(?: (?:és|són) (?:correct|cert)[ae]?s?)?",
    ),
    whole(
      "cap (?:de les )?(?:altres? )?(?:opció|opcions|respostes?|respost[ae]|alternativ[ae]|alternatives|afirmacions)(?: anteriors?)?(?: (?:no )?(?:és|són) (?:correct|cert)[ae]s?)?",
    ),
    whole("totes les (?:altres )?(?:opcions|respostes|alternatives|afirmacions)(?: són (?:correctes|certes))?"),
    whole("(?:totes són|cap (?:no )?és) (?:correct|cert)[ae]s?"),
    whole("cap (?:d['’]aquestes|de les altres)"),
  ],
  fragile: {
    letters: letterMentions({
      join: ",? (?:i|o|ni|com) ",
      both: "tant|ambdues|ambdós|totes dues|ni",
      only: "només|únicament",
      noun: "opció|opcions|resposta|respostes|alternativa|alternatives",
      verdict: "(?:és|són)(?: totes dues)? (?:in)?correct[ae]s?",
    }),
    numbers: [phrase("(?:pregunta|preguntes|exercici|exercicis) {n}")],
    neighbours: [
      phrase("(?:opció|resposta|alternativa|pregunta) (?:anterior|de dalt|de baix|precedent)"),
      phrase("anterior (?:opció|resposta|alternativa|pregunta)"),
      phrase("(?:a|de|en|vegeu) la (?:pregunta següent|següent pregunta|pròxima pregunta)"),
    ],
  },
};
