import type { Language } from "./language.ts";
import { LATIN_OPTIONS, LATIN_PARTS } from "./lettering.ts";
import { letterMentions, negativeQuestions, phrase, whole } from "./phrase.ts";

export const pt: Language = {
  tag: "pt",
  name: "português",
  direction: "ltr",
  colon: ": ",
  options: LATIN_OPTIONS,
  parts: LATIN_PARTS,
  fields: {
    surname: "Sobrenome",
    name: "Nome",
    code: "Matrícula",
    group: "Turma",
    signature: "Assinatura",
    score: "Nota",
  },
  labels: {
    fullName: "Nome",
    date: "Data",
    duration: "Duração",
    instructor: "Docente",
    instructors: "Docentes",
    instructions: "Instruções",
    version: "Versão",
    key: "Gabarito",
    question: "Questão",
    points: "Pontos",
    total: "Total",
    score: "Nota",
    bonus: "Bônus",
    answer: "Resposta",
    solution: "Solução",
    rubric: "Critérios de correção",
    feedback: "Comentário",
    note: "Nota para o corretor",
    accepted: "Respostas aceitas",
    tolerance: "Tolerância",
    page: "Página",
    figure: "Figura",
    draft: "Rascunho",
  },
  pageOf: "página {page} de {pages}",
  points: { one: "{points} ponto", other: "{points} pontos" },
  pointsShort: { one: "{points} pt", other: "{points} pts" },
  time: {
    hours: { one: "{hours} hora", other: "{hours} horas" },
    minutes: { one: "{minutes} minuto", other: "{minutes} minutos" },
    both: "{hours} e {minutes}",
  },
  instructions: {
    duration: "A prova tem duração de {duration}.",
    questions: { one: "A prova contém {questions} questão.", other: "A prova contém {questions} questões." },
    worth: {
      single: {
        one: "A questão de múltipla escolha vale {worth}.",
        each: "As questões de múltipla escolha valem {worth} cada.",
      },
      multiple: {
        one: "A questão de múltiplas respostas vale {worth}.",
        each: "As questões de múltiplas respostas valem {worth} cada.",
      },
      "true-false": {
        one: "A questão de verdadeiro ou falso vale {worth}.",
        each: "As questões de verdadeiro ou falso valem {worth} cada.",
      },
      numeric: {
        one: "A questão de resposta numérica vale {worth}.",
        each: "As questões de resposta numérica valem {worth} cada.",
      },
      short: {
        one: "A questão de resposta curta vale {worth}.",
        each: "As questões de resposta curta valem {worth} cada.",
      },
      blanks: {
        one: "A questão de preencher lacunas vale {worth}.",
        each: "As questões de preencher lacunas valem {worth} cada.",
      },
      matching: {
        one: "A questão de associação vale {worth}.",
        each: "As questões de associação valem {worth} cada.",
      },
      ordering: {
        one: "A questão de ordenação vale {worth}.",
        each: "As questões de ordenação valem {worth} cada.",
      },
      open: {
        one: "A questão discursiva vale {worth}.",
        each: "As questões discursivas valem {worth} cada.",
      },
    },
  },
  trueFalse: [
    ["Verdadeiro", "Falso"],
    ["V", "F"],
    ["Verdadeira", "Falsa"],
    ["Certo", "Errado"],
    ["Correto", "Incorreto"],
    ["Correta", "Incorreta"],
  ],
  lastOptions: [
    whole(
      "(?:tod[ao]s [ao]s|nenhum[ao]? d[ao]s)(?: opções| alternativas| respostas| afirmações)? (?:anteriores|acima|mencionad[ao]s|citad[ao]s)(?: (?:é|são|está|estão) (?:corret|verdadeir|cert)[ao]s?)?",
    ),
    whole(
      "nenhuma (?:das )?(?:outras? |demais )?(?:opção|opções|alternativas?|respostas?|afirmações)(?: anterior| anteriores| acima)?(?: (?:é|está|são|estão) (?:corret|verdadeir|cert)as?)?",
    ),
    whole(
      "todas as (?:outras |demais )?(?:opções|alternativas|respostas|afirmações)(?: (?:são|estão) (?:corret|verdadeir|cert)as)?",
    ),
    whole("(?:todas (?:são|estão)|nenhuma (?:é|está)) (?:corret|verdadeir|cert)as?"),
    whole("nenhuma (?:destas|dessas|das demais|das outras)"),
    whole(String.raw`n\.d\.a|nda`),
  ],
  negatives: negativeQuestions({
    which:
      "qual|quais|quem|(?:assinale|indique|marque|selecione|identifique|escolha) (?:a|o|as|os)(?: (?:opção|opções|alternativas?|afirmação|afirmações|afirmativas?|respostas?|itens|item))? que",
    among: "d[aeo]s?|dentre|entre",
    clause: "e|ou|que|quê|quando|se|porque|pois|onde|enquanto|embora|cujo|cuja",
    not: "não(?= (?:é|são|está|estão|era|eram|foi|foram|será|pode|podem|poderia|deve|devem|tem|têm|há|se|lhe|corresponde|correspondem|pertence|pertencem|faz|fazem|forma|formam|cumpre|descreve|representa|apresenta|afeta)(?!\\p{L}))",
    except: "exceto|salvo|menos(?: uma| um)",
  }),
  fragile: {
    letters: letterMentions({
      join: ",? (?:e|ou|nem|quanto|como) ",
      both: "tanto|ambas|ambos|nem",
      only: "só|somente|apenas",
      noun: "opção|opções|alternativas?|respostas?|itens|item|letras?",
      verdict: "(?:é|são|está|estão)(?: ambas| ambos)? (?:in)?corret[ao]s?",
    }),
    numbers: [phrase("(?:questão|questões|pergunta|perguntas) {n}")],
    neighbours: [
      phrase("(?:opção|alternativa|resposta|questão|pergunta) (?:anterior|precedente|acima|abaixo)"),
      phrase("anterior (?:opção|alternativa|resposta|questão|pergunta)"),
      phrase("(?:na|da|ver a|veja a) (?:próxima (?:questão|pergunta)|(?:questão|pergunta) seguinte)"),
    ],
  },
};
