import { describe, expect, test } from "vitest";
import { told } from "./examined.ts";

/** Stems, by language: those that turn on a word easily read past, and those that do not, or say so aloud. */
const STEMS: Readonly<Record<string, { readonly turns: readonly string[]; readonly plain: readonly string[] }>> = {
  en: {
    turns: [
      "Which of these animals is not a mammal?",
      "Which of the following functions are not continuous on the interval?",
      "Look at the graph. Which line does not cross the axis?",
      "What is not a prime number?",
      "Who was never president?",
      "Which of these isn't a noble gas?",
      "Which of these materials cannot conduct electricity?",
      "All of the following are mammals except",
      "All of these are mammals, except:",
      "Every one of these is a noble gas except for …",
    ],
    plain: [
      "Which of these animals is **not** a mammal?",
      "Which of these animals is *not* a mammal?",
      "Which of these animals is <u>not</u> a mammal?",
      "Which of these animals is NOT a mammal?",
      "**Which of these animals is not a mammal?**",
      "All of the following are mammals EXCEPT",
      "All of the following are mammals **except**:",
      "Why is Pluto not a planet?",
      "What happens when the matrix is not invertible?",
      "Which statement explains why ice does not sink?",
      "Numbers which are not rational are called",
      "Which drug helps patients who do not respond to penicillin?",
      "Which command shows the motion and does not stop at the joint?",
      "Where would you find the menu option—which is not on the ribbon?",
      "Is it not so?",
      "It is not raining. Which cloud is this?",
      "All noble gases except helium have how many outer electrons?",
    ],
  },
  es: {
    turns: [
      "¿Cuál de las siguientes no es una célula?",
      "¿Cuáles de estas afirmaciones no son correctas?",
      "En un átomo, ¿qué partícula no tiene carga?",
      "Señale la alternativa que no corresponde.",
      "Todas son capitales, excepto:",
      "Todas son capitales, salvo",
    ],
    plain: [
      "¿Cuál de las siguientes **no** es una célula?",
      "¿Cuál de las siguientes NO es una célula?",
      "¿Por qué el hielo no se hunde?",
      "¿Cuál es la razón de que no se hunda el hielo?",
      "¿Cuál es la derivada de una función no lineal?",
      "¿Cuál es la diferencia entre clases no estáticas y estáticas?",
      "¿Qué ocurre si no hay rozamiento?",
      "Todas son capitales, EXCEPTO:",
    ],
  },
  pt: {
    turns: [
      "Qual das seguintes cidades não é uma capital?",
      "Quais destas afirmações não são corretas?",
      "Assinale a alternativa que não pode ser verdadeira.",
      "Todas são capitais, exceto:",
    ],
    plain: [
      "Qual das seguintes cidades **não** é uma capital?",
      "Por que o gelo não afunda?",
      "O número o qual não é par chama-se",
      "Assinale a alternativa que NÃO pode ser verdadeira.",
    ],
  },
  fr: {
    turns: [
      "Laquelle de ces villes n'est pas une capitale ?",
      "Parmi ces villes, laquelle n’est pas en France ?",
      "Quelles propositions ne sont pas exactes ?",
      "Toutes ces villes sont des capitales, sauf :",
    ],
    plain: [
      "Laquelle de ces villes n'est **pas** une capitale ?",
      "Laquelle de ces villes **n'est pas** une capitale ?",
      "Comment appelle-t-on un nombre qui n'est pas rationnel ?",
      "Quelle est la limite d'une suite qui ne converge pas ?",
      "Pourquoi la glace ne coule-t-elle pas ?",
    ],
  },
  de: {
    turns: [
      "Welche der folgenden Aussagen ist nicht richtig?",
      "Welches Element ist kein Metall?",
      "Welche Aussage trifft nicht zu?",
      "Welche Städte gehören nicht zu Österreich?",
      "Alle sind Metalle außer:",
    ],
    plain: [
      "Welche der folgenden Aussagen ist **nicht** richtig?",
      "Welche Aussage trifft NICHT zu?",
      "Welches Verfahren eignet sich für nicht lineare Systeme?",
      "Was ist ein nicht standardmäßiger Ort?",
      "Wie nennt man Zahlen, die nicht rational sind?",
      "Welches Medikament hilft Kindern, die nicht schlafen?",
      "Warum geht Eis nicht unter?",
    ],
  },
  it: {
    turns: [
      "Quale di queste città non è una capitale?",
      "Quali affermazioni non sono corrette?",
      "Sono tutte capitali, tranne:",
    ],
    plain: [
      "Quale di queste città **non** è una capitale?",
      "Quale metodo risolve un sistema non lineare?",
      "Perché il ghiaccio non affonda?",
    ],
  },
  ja: { turns: [], plain: ["次のうち、首都ではないものはどれか。"] },
};

describe.each(Object.entries(STEMS))("%s", (lang, { turns, plain }) => {
  const rulesOn = (stem: string) =>
    told(`---\ntitle: T\nlang: ${lang}\n---\n## Q\n\n${stem}\n\n- [x] 1\n- [ ] 2\n- [ ] 3\n`);

  test.each(turns)("turns: %s", (stem) => expect(rulesOn(stem)).toEqual(["negative-stem 7"]));
  test.each(plain)("plain: %s", (stem) => expect(rulesOn(stem)).toEqual([]));
});

test("a title that is printed is part of the question", () => {
  const exam = (titles: boolean) =>
    `---\ntitle: T\ntitles: ${titles}\n---\n## Which is not a mammal?\n\n- [x] Penguin\n- [ ] Bat\n`;
  expect(told(exam(true))).toEqual(["negative-stem 5"]);
  expect(told(exam(false))).toEqual(["empty-question 5"]);
});

test("only those who choose can read past it", () => {
  expect(told("---\ntitle: T\n---\n## Q\n\nWhich of these is not a mammal: whale, penguin?\n")).toEqual([]);
  expect(told("---\ntitle: T\n---\n## Q\n\nPluto is not a planet.\n\n- [x] True\n- [ ] False\n")).toEqual([]);
});
