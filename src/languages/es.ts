import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, negativeQuestions, phrase, whole } from "./phrase.ts";

export const es: Language = {
  tag: "es",
  name: "español",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Apellidos",
    name: "Nombres",
    code: "Código",
    group: "Grupo",
    signature: "Firma",
    score: "Nota",
  },
  labels: {
    fullName: "Apellidos y nombres",
    date: "Fecha",
    duration: "Duración",
    instructor: "Docente",
    instructors: "Docentes",
    instructions: "Indicaciones",
    version: "Versión",
    key: "Clave",
    question: "Pregunta",
    points: "Puntos",
    total: "Total",
    score: "Puntaje",
    bonus: "Bonificación",
    answer: "Respuesta",
    solution: "Solución",
    rubric: "Criterios de calificación",
    feedback: "Comentario",
    note: "Nota para el corrector",
    accepted: "Respuestas aceptadas",
    tolerance: "Tolerancia",
    page: "Página",
    figure: "Figura",
    draft: "Borrador",
  },
  pageOf: "página {page} de {pages}",
  points: { one: "{points} punto", other: "{points} puntos" },
  pointsShort: { one: "{points} pt", other: "{points} pts" },
  time: {
    hours: { one: "{hours} hora", other: "{hours} horas" },
    minutes: { one: "{minutes} minuto", other: "{minutes} minutos" },
    both: "{hours} {minutes}",
  },
  instructions: {
    duration: "La duración es de {duration}.",
    questions: {
      one: "La evaluación consta de {questions} pregunta.",
      other: "La evaluación consta de {questions} preguntas.",
    },
    worth: {
      single: {
        one: "La pregunta de opción múltiple vale {worth}.",
        each: "Las preguntas de opción múltiple valen {worth}.",
      },
      multiple: {
        one: "La pregunta de respuesta múltiple vale {worth}.",
        each: "Las preguntas de respuesta múltiple valen {worth}.",
      },
      "true-false": {
        one: "La pregunta de verdadero o falso vale {worth}.",
        each: "Las preguntas de verdadero o falso valen {worth}.",
      },
      numeric: {
        one: "La pregunta de respuesta numérica vale {worth}.",
        each: "Las preguntas de respuesta numérica valen {worth}.",
      },
      short: {
        one: "La pregunta de respuesta corta vale {worth}.",
        each: "Las preguntas de respuesta corta valen {worth}.",
      },
      blanks: {
        one: "La pregunta de completar vale {worth}.",
        each: "Las preguntas de completar valen {worth}.",
      },
      matching: {
        one: "La pregunta de emparejar vale {worth}.",
        each: "Las preguntas de emparejar valen {worth}.",
      },
      ordering: {
        one: "La pregunta de ordenar vale {worth}.",
        each: "Las preguntas de ordenar valen {worth}.",
      },
      open: {
        one: "La pregunta abierta vale {worth}.",
        each: "Las preguntas abiertas valen {worth}.",
      },
    },
  },
  trueFalse: [
    ["Verdadero", "Falso"],
    ["V", "F"],
    ["Verdadera", "Falsa"],
    ["Cierto", "Falso"],
    ["Correcto", "Incorrecto"],
  ],
  lastOptions: [
    whole(
      "(?:tod[ao]s|ningun[ao](?: de)?|cualquiera de)(?: l[ao]s)?(?: opciones| alternativas| respuestas| afirmaciones)? (?:anteriores|mencionad[ao]s|indicad[ao]s)(?: (?:es|son) (?:correct|verdader|ciert)[ao]s?)?",
    ),
    whole(
      "ninguna (?:de las )?(?:otra |otras )?(?:opci[oó]n|opciones|alternativas?|respuestas?|afirmaci[oó]n|afirmaciones)(?: anterior| anteriores)?(?: (?:es|son) (?:correct|verdader|ciert)as?)?",
    ),
    whole(
      "todas las (?:otras |demás )?(?:opciones|alternativas|respuestas|afirmaciones)(?: son (?:correct|verdader|ciert)as)?",
    ),
    whole("(?:todas son|ninguna es) (?:correct|verdader|ciert)as?"),
    whole("(?:todas|ninguna) (?:de )?(?:estas|las demás|las otras)"),
    whole(String.raw`[nt]\.a`),
  ],
  negatives: negativeQuestions({
    which:
      "cuál|cuáles|quién|quiénes|qué|(?:señale|señala|indique|indica|marque|marca|elija|elige|seleccione|selecciona|identifique|identifica) (?:la|el|las|los)(?: (?:opción|opciones|alternativas?|afirmación|afirmaciones|respuestas?|enunciados?|elementos?))? que",
    among: "de|entre",
    clause: "y|e|o|que|qué|cuando|si|porque|pues|donde|mientras|aunque|quien|cuyo|cuya",
    not: "no(?= (?:es|son|está|están|era|eran|fue|fueron|será|puede|pueden|podría|podrían|debe|deben|debería|tiene|tienen|ha|han|hay|se|le|les|corresponde|corresponden|pertenece|pertenecen|forma|forman|cumple|cumplen|describe|representa|afecta|interviene|aparece)(?!\\p{L}))",
    except: "excepto|salvo|menos(?: una| uno)",
  }),
  fragile: {
    letters: letterMentions({
      join: ",? (?:y|e|o|u|ni|como) ",
      both: "tanto|ambas|ambos|ni",
      only: "solo|sólo|solamente|únicamente",
      noun: "opci[oó]n|opciones|alternativas?|respuestas?|incisos?|literal|literales",
      verdict: "(?:es|son)(?: ambas| ambos)? (?:correct|incorrect)[ao]s?",
    }),
    numbers: [phrase("preguntas? {n}")],
    neighbours: [
      phrase("(?:opci[oó]n|alternativa|respuesta|pregunta|inciso) (?:anterior|previa|precedente|de arriba|de abajo)"),
      phrase("anterior (?:opci[oó]n|alternativa|respuesta|pregunta)|preguntas anteriores|dos opciones anteriores"),
      phrase(
        "(?:en|de|ver|vea|para) la (?:pregunta siguiente|siguiente pregunta|opci[oó]n siguiente|siguiente opci[oó]n)",
      ),
    ],
  },
};
