import type { Language } from "./language.ts";
import { letterMentions, phrase, whole } from "./phrase.ts";

// The abjad order, in which items are lettered; ه stands in its initial form, as alone it could be read as the digit ٥.
const letters = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ".split(" ");

export const ar: Language = {
  tag: "ar",
  name: "العربية",
  direction: "rtl",
  colon: ": ",
  options: { letters, label: "{letter})" },
  parts: { letters, label: "({letter})" },
  fields: {
    surname: "اسم العائلة",
    name: "الاسم",
    code: "الرقم الجامعي",
    group: "المجموعة",
    signature: "التوقيع",
    score: "الدرجة",
  },
  labels: {
    fullName: "الاسم",
    date: "التاريخ",
    duration: "المدة",
    instructor: "أستاذ المقرر",
    instructors: "أساتذة المقرر",
    instructions: "التعليمات",
    version: "النموذج",
    key: "مفتاح الإجابات",
    question: "السؤال",
    points: "الدرجات",
    total: "المجموع",
    score: "الدرجة المحصّلة",
    bonus: "إضافي",
    answer: "الإجابة",
    solution: "الحل",
    rubric: "معايير التصحيح",
    feedback: "تعليق",
    note: "ملاحظة للمصحح",
    accepted: "الإجابات المقبولة",
    tolerance: "هامش الخطأ",
    page: "الصفحة",
    figure: "الشكل",
    draft: "نسخة أولية",
  },
  pageOf: "صفحة {page} من {pages}",
  points: {
    zero: "{points} درجة",
    one: "درجة واحدة",
    two: "درجتان",
    few: "{points} درجات",
    many: "{points} درجة",
    other: "{points} درجة",
  },
  pointsShort: {
    zero: "{points} درجة",
    one: "درجة",
    two: "درجتان",
    few: "{points} درجات",
    many: "{points} درجة",
    other: "{points} درجة",
  },
  time: {
    hours: {
      zero: "{hours} ساعة",
      one: "ساعة واحدة",
      two: "ساعتان",
      few: "{hours} ساعات",
      many: "{hours} ساعة",
      other: "{hours} ساعة",
    },
    minutes: {
      zero: "{minutes} دقيقة",
      one: "دقيقة واحدة",
      two: "دقيقتان",
      few: "{minutes} دقائق",
      many: "{minutes} دقيقة",
      other: "{minutes} دقيقة",
    },
    both: "{hours} و{minutes}",
  },
  instructions: {
    duration: "مدة الاختبار: {duration}.",
    questions: {
      zero: "عدد الأسئلة: {questions}.",
      one: "يتكون الاختبار من سؤال واحد.",
      two: "يتكون الاختبار من سؤالين.",
      few: "يتكون الاختبار من {questions} أسئلة.",
      many: "يتكون الاختبار من {questions} سؤالًا.",
      other: "يتكون الاختبار من {questions} سؤال.",
    },
    worth: {
      single: {
        one: "لسؤال الاختيار من متعدد {worth}.",
        each: "لكل سؤال من أسئلة الاختيار من متعدد {worth}.",
      },
      multiple: {
        one: "للسؤال متعدد الإجابات {worth}.",
        each: "لكل سؤال من الأسئلة متعددة الإجابات {worth}.",
      },
      "true-false": {
        one: "لسؤال الصواب والخطأ {worth}.",
        each: "لكل سؤال من أسئلة الصواب والخطأ {worth}.",
      },
      numeric: {
        one: "للسؤال ذي الإجابة العددية {worth}.",
        each: "لكل سؤال من الأسئلة ذات الإجابة العددية {worth}.",
      },
      short: {
        one: "للسؤال ذي الإجابة القصيرة {worth}.",
        each: "لكل سؤال من الأسئلة ذات الإجابة القصيرة {worth}.",
      },
      blanks: {
        one: "لسؤال ملء الفراغات {worth}.",
        each: "لكل سؤال من أسئلة ملء الفراغات {worth}.",
      },
      matching: {
        one: "لسؤال المطابقة {worth}.",
        each: "لكل سؤال من أسئلة المطابقة {worth}.",
      },
      ordering: {
        one: "لسؤال الترتيب {worth}.",
        each: "لكل سؤال من أسئلة الترتيب {worth}.",
      },
      open: {
        one: "للسؤال المقالي {worth}.",
        each: "لكل سؤال من الأسئلة المقالية {worth}.",
      },
    },
  },
  trueFalse: [
    ["صواب", "خطأ"],
    ["صح", "خطأ"],
    ["صحيح", "خطأ"],
    ["صحيح", "خاطئ"],
    ["صحيحة", "خاطئة"],
    ["صحيح", "غير صحيح"],
    ["ص", "خ"],
  ],
  lastOptions: [
    whole("(?:جميع|كل) ما (?:سبق|ذكر)(?: صحيح| ذكره)?"),
    whole("(?:لا شيء|لا أحد|ليس أي[ًّ]?ا?|ولا واحد[ةا]?) (?:مما|من ما) (?:سبق|ذكر)(?: صحيح)?"),
    whole("(?:جميع|كل) (?:الإجابات|الخيارات|الاختيارات|البدائل)(?: السابقة| المذكورة| أعلاه)?(?: صحيحة)?"),
    whole("(?:لا توجد إجابة صحيحة|لا شيء من (?:هذه )?(?:الخيارات|الإجابات)(?: السابقة)?|ولا إجابة صحيحة)"),
  ],
  fragile: {
    letters: letterMentions({
      join: " (?:و\\s*|أو |أم )",
      both: "كل من|كلا من|كلًا من|كلتا",
      only: "فقط|معًا|معا",
      noun: "[وفبك]?(?:ال|لل)?(?:خيار|خياران|خيارين|خيارات|إجابة|إجابتان|إجابتين|إجابات|بديل|بديلان)",
      verdict: "(?:صحيح|خاطئ)(?:ان|ين|تان|تين|ة)?",
    }),
    numbers: [phrase("[وفبك]?(?:ال|لل)?سؤال (?:رقم )?\\(?{n}")],
    neighbours: [
      phrase("[وفبك]?(?:ال|لل)(?:خيار|إجابة|سؤال|بديل) (?:السابق|السابقة|أعلاه|أدناه)"),
      phrase("(?:في|من|انظر) السؤال (?:التالي|اللاحق)"),
    ],
  },
};
