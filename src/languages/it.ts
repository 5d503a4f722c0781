import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, negativeQuestions, phrase, whole } from "./phrase.ts";

export const it: Language = {
  tag: "it",
  name: "italiano",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Cognome",
    name: "Nome",
    code: "Matricola",
    group: "Gruppo",
    signature: "Firma",
    score: "Voto",
  },
  labels: {
    fullName: "Cognome e nome",
    date: "Data",
    duration: "Durata",
    instructor: "Docente",
    instructors: "Docenti",
    instructions: "Istruzioni",
    version: "Versione",
    key: "Soluzioni",
    question: "Domanda",
    points: "Punti",
    total: "Totale",
    score: "Punteggio",
    bonus: "Bonus",
    answer: "Risposta",
    solution: "Svolgimento",
    rubric: "Criteri di valutazione",
    feedback: "Commento",
    note: "Nota per il correttore",
    accepted: "Risposte accettate",
    tolerance: "Tolleranza",
    page: "Pagina",
    figure: "Figura",
    draft: "Bozza",
  },
  pageOf: "pagina {page} di {pages}",
  points: { one: "{points} punto", other: "{points} punti" },
  pointsShort: { other: "{points} pt" },
  time: {
    hours: { one: "{hours} ora", other: "{hours} ore" },
    minutes: { one: "{minutes} minuto", other: "{minutes} minuti" },
    both: "{hours} e {minutes}",
  },
  instructions: {
    duration: "La durata della prova è di {duration}.",
    questions: {
      one: "La prova è composta da {questions} domanda.",
      other: "La prova è composta da {questions} domande.",
    },
    worth: {
      single: {
        one: "La domanda a scelta multipla vale {worth}.",
        each: "Le domande a scelta multipla valgono {worth} ciascuna.",
      },
      multiple: {
        one: "La domanda con più risposte esatte vale {worth}.",
        each: "Le domande con più risposte esatte valgono {worth} ciascuna.",
      },
      "true-false": {
        one: "La domanda vero/falso vale {worth}.",
        each: "Le domande vero/falso valgono {worth} ciascuna.",
      },
      numeric: {
        one: "La domanda a risposta numerica vale {worth}.",
        each: "Le domande a risposta numerica valgono {worth} ciascuna.",
      },
      short: {
        one: "La domanda a risposta breve vale {worth}.",
        each: "Le domande a risposta breve valgono {worth} ciascuna.",
      },
      blanks: {
        one: "La domanda a completamento vale {worth}.",
        each: "Le domande a completamento valgono {worth} ciascuna.",
      },
      matching: {
        one: "La domanda di abbinamento vale {worth}.",
        each: "Le domande di abbinamento valgono {worth} ciascuna.",
      },
      ordering: {
        one: "La domanda di riordinamento vale {worth}.",
        each: "Le domande di riordinamento valgono {worth} ciascuna.",
      },
      open: {
        one: "La domanda a risposta aperta vale {worth}.",
        each: "Le domande a risposta aperta valgono {worth} ciascuna.",
      },
    },
  },
  trueFalse: [
    ["Vero", "Falso"],
    ["V", "F"],
    ["Vera", "Falsa"],
    ["Corretto", "Errato"],
    ["Giusto", "Sbagliato"],
  ],
  lastOptions: [
    whole(
      "(?:tutt[ei] [lgi]*[ei]?|nessun[ao] de(?:lle|i|gli))(?: altre)?(?: risposte| opzioni| alternative| affermazioni)? (?:precedenti|elencate|indicate|di cui sopra|sopra)(?: (?:è|sono) (?:corrett|esatt|ver)[aeio])?",
    ),
    whole(
      "nessuna (?:delle )?(?:altre |altra )?(?:rispost[ae]|opzion[ei]|alternativ[ae]|affermazion[ei])(?: precedenti| precedente)?(?: (?:è|sono) (?:corrett|esatt|ver)[ae])?",
    ),
    whole("tutte le (?:altre )?(?:risposte|opzioni|alternative|affermazioni)(?: sono (?:corrette|esatte|vere))?"),
    whole("(?:tutte sono|sono tutte|nessuna è) (?:corrett|esatt|ver)[ae]"),
    whole("nessun[ao] (?:di queste|di questi|delle altre|degli altri)"),
  ],
  negatives: negativeQuestions({
    which:
      "quale|quali|qual|chi|(?:indicare|indica|indicate|selezionare|scegliere|individuare) (?:la|il|le|i|gli|quale)(?: (?:risposta|opzione|affermazione|alternativa))?(?: che)?",
    among: "d[ei]|dei|degli|delle|tra|fra",
    clause: "e|o|che|quando|se|perché|poiché|dove|mentre|benché|cui",
    not: "non(?= (?:è|sono|era|erano|fu|può|possono|potrebbe|deve|devono|ha|hanno|si|appartiene|appartengono|corrisponde|fa|fanno|descrive|rappresenta)(?!\\p{L}))",
    except: "tranne(?: una?)?|eccetto(?: una?)?|salvo",
  }),
  fragile: {
    letters: letterMentions({
      join: ",? (?:e|ed|o|oppure|né|che|sia) ",
      both: "sia|entrambe|entrambi|né",
      only: "solo|soltanto|solamente",
      noun: "opzion[ei]|rispost[ae]|alternativ[ae]",
      verdict: "(?:è|sono)(?: entrambe| entrambi)? (?:corrett|errat|esatt)[aeio]",
    }),
    numbers: [phrase("(?:domand[ae]|esercizi|esercizio|quesito|quesiti) {n}")],
    neighbours: [
      phrase("(?:opzione|risposta|alternativa|domanda) (?:precedente|sopra|sotto|qui sopra)"),
      phrase("precedente (?:opzione|risposta|alternativa|domanda)"),
      phrase(
        "(?:nella|della|vedi) (?:la )?(?:domanda successiva|prossima domanda|domanda seguente|successiva domanda)",
      ),
    ],
  },
};
