import type { Language } from "./language.ts";
import { LATIN_PARTS } from "./lettering.ts";
import { letterMentions, phrase, whole } from "./phrase.ts";

// Dotted and dotless i in capitals, which a comparison ignoring case does not know: HİÇBİRİ, ŞIKKI.
const cased = (source: string) => source.replaceAll("i", "[iİ]").replaceAll("ı", "[ıI]");

export const tr: Language = {
  tag: "tr",
  name: "Türkçe",
  direction: "ltr",
  colon: ": ",
  options: { letters: [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"], label: "{letter})" },
  parts: LATIN_PARTS,
  fields: {
    surname: "Soyadı",
    name: "Adı",
    code: "Öğrenci No",
    group: "Şube",
    signature: "İmza",
    score: "Not",
  },
  labels: {
    fullName: "Adı Soyadı",
    date: "Tarih",
    duration: "Süre",
    instructor: "Öğretim elemanı",
    instructors: "Öğretim elemanları",
    instructions: "Açıklamalar",
    version: "Kitapçık",
    key: "Cevap anahtarı",
    question: "Soru",
    points: "Puan",
    total: "Toplam",
    score: "Alınan puan",
    bonus: "Ek puan",
    answer: "Cevap",
    solution: "Çözüm",
    rubric: "Puanlama ölçütleri",
    feedback: "Geri bildirim",
    note: "Değerlendirene not",
    accepted: "Kabul edilen cevaplar",
    tolerance: "Tolerans",
    page: "Sayfa",
    figure: "Şekil",
    draft: "Taslak",
  },
  pageOf: "sayfa {page} / {pages}",
  points: { one: "{points} puan", other: "{points} puan" },
  pointsShort: { other: "{points} p." },
  time: {
    hours: { one: "{hours} saat", other: "{hours} saat" },
    minutes: { one: "{minutes} dakika", other: "{minutes} dakika" },
    both: "{hours} {minutes}",
  },
  instructions: {
    duration: "Sınav süresi: {duration}.",
    questions: { one: "Sınavda {questions} soru vardır.", other: "Sınavda {questions} soru vardır." },
    worth: {
      single: {
        one: "Çoktan seçmeli soru {worth} değerindedir.",
        each: "Çoktan seçmeli soruların her biri {worth} değerindedir.",
      },
      multiple: {
        one: "Birden çok doğru cevaplı soru {worth} değerindedir.",
        each: "Birden çok doğru cevaplı soruların her biri {worth} değerindedir.",
      },
      "true-false": {
        one: "Doğru-yanlış sorusu {worth} değerindedir.",
        each: "Doğru-yanlış sorularının her biri {worth} değerindedir.",
      },
      numeric: {
        one: "Sayısal cevaplı soru {worth} değerindedir.",
        each: "Sayısal cevaplı soruların her biri {worth} değerindedir.",
      },
      short: {
        one: "Kısa cevaplı soru {worth} değerindedir.",
        each: "Kısa cevaplı soruların her biri {worth} değerindedir.",
      },
      blanks: {
        one: "Boşluk doldurma sorusu {worth} değerindedir.",
        each: "Boşluk doldurma sorularının her biri {worth} değerindedir.",
      },
      matching: {
        one: "Eşleştirme sorusu {worth} değerindedir.",
        each: "Eşleştirme sorularının her biri {worth} değerindedir.",
      },
      ordering: {
        one: "Sıralama sorusu {worth} değerindedir.",
        each: "Sıralama sorularının her biri {worth} değerindedir.",
      },
      open: {
        one: "Açık uçlu soru {worth} değerindedir.",
        each: "Açık uçlu soruların her biri {worth} değerindedir.",
      },
    },
  },
  // In capitals too: "YANLIŞ" and "Yanlış" differ by more than case to a comparison that does not know Turkish.
  trueFalse: [
    ["Doğru", "Yanlış"],
    ["DOĞRU", "YANLIŞ"],
    ["D", "Y"],
  ],
  lastOptions: [
    whole(
      cased(
        "(?:(?:yukarıdakilerin|yukarıdaki seçeneklerin|bunların|seçeneklerin|şıkların) )?(?:hepsi|tümü|tamamı|hiçbiri)(?: (?:doğru|yanlış)(?:dur|tır)?| doğru değil(?:dir)?| değil(?:dir)?)?",
      ),
    ),
    whole(cased("(?:tüm|bütün) (?:seçenekler|şıklar|cevaplar) (?:doğru|doğrudur)")),
    whole(cased("hiçbir (?:seçenek|şık|cevap) doğru değil(?:dir)?")),
  ],
  fragile: {
    letters: [
      ...letterMentions({
        join: "(?:,? (?:ve|veya|ile|ya da) | hem(?: de)? | ne(?: de)? )",
        both: "hem|ne|her iki|yalnız|yalnızca|sadece",
        only: "yalnız|yalnızca|sadece",
        noun: "seçenek|seçenekler|şık|şıklar",
        verdict: "(?:doğru|yanlış)(?:dur|tır)?",
      }),
      phrase(cased("{A} (?:şıkkı|seçeneği|şıkları|seçenekleri)\\p{L}*")),
    ],
    numbers: [phrase(cased("soru {n}|{n}\\. ?soru(?!l)\\p{L}*"))],
    neighbours: [
      phrase(cased("(?:bir )?(?:önceki|yukarıdaki) (?:soru|seçene[kğ]|şık)(?!lar|ler)\\p{L}*")),
      phrase(cased("(?:bir )?sonraki soru(?!lar)\\p{L}*")),
    ],
  },
};
