import type { Language } from "./language.ts";
import { letterMentions, phrase, whole } from "./phrase.ts";

// Hebrew numerals: 15 and 16 are written טו and טז by custom.
const letters = "א ב ג ד ה ו ז ח ט י יא יב יג יד טו טז יז יח יט כ כא כב כג כד כה כו כז כח כט ל".split(" ");

export const he: Language = {
  tag: "he",
  name: "עברית",
  direction: "rtl",
  colon: ": ",
  options: { letters, label: "{letter}." },
  parts: { letters, label: "({letter})" },
  fields: {
    surname: "שם משפחה",
    name: "שם פרטי",
    code: "מספר סטודנט",
    group: "קבוצה",
    signature: "חתימה",
    score: "ציון",
  },
  labels: {
    fullName: "שם",
    date: "תאריך",
    duration: "משך הבחינה",
    instructor: "מרצה",
    instructors: "מרצים",
    instructions: "הוראות",
    version: "גרסה",
    key: "מפתח תשובות",
    question: "שאלה",
    points: "נקודות",
    total: "סה״כ",
    score: "ניקוד",
    bonus: "בונוס",
    answer: "תשובה",
    solution: "פתרון",
    rubric: "מחוון",
    feedback: "משוב",
    note: "הערה לבודק",
    accepted: "תשובות מתקבלות",
    tolerance: "סטייה מותרת",
    page: "עמוד",
    figure: "איור",
    draft: "טיוטה",
  },
  pageOf: "עמוד {page} מתוך {pages}",
  points: { one: "{points} נקודה", two: "{points} נקודות", other: "{points} נקודות" },
  pointsShort: { other: "{points} נק׳" },
  time: {
    hours: { one: "שעה", two: "שעתיים", other: "{hours} שעות" },
    minutes: { one: "{minutes} דקה", two: "{minutes} דקות", other: "{minutes} דקות" },
    both: "{hours} ו־{minutes}",
  },
  instructions: {
    duration: "משך הבחינה: {duration}.",
    questions: { one: "בבחינה שאלה אחת.", two: "בבחינה שתי שאלות.", other: "בבחינה {questions} שאלות." },
    worth: {
      single: {
        one: "שאלת הבחירה מזכה ב־{worth}.",
        each: "כל שאלת בחירה מזכה ב־{worth}.",
      },
      multiple: {
        one: "השאלה עם כמה תשובות נכונות מזכה ב־{worth}.",
        each: "כל שאלה עם כמה תשובות נכונות מזכה ב־{worth}.",
      },
      "true-false": {
        one: "שאלת הנכון/לא נכון מזכה ב־{worth}.",
        each: "כל שאלת נכון/לא נכון מזכה ב־{worth}.",
      },
      numeric: {
        one: "השאלה עם התשובה המספרית מזכה ב־{worth}.",
        each: "כל שאלה עם תשובה מספרית מזכה ב־{worth}.",
      },
      short: {
        one: "השאלה עם התשובה הקצרה מזכה ב־{worth}.",
        each: "כל שאלה עם תשובה קצרה מזכה ב־{worth}.",
      },
      blanks: {
        one: "שאלת ההשלמה מזכה ב־{worth}.",
        each: "כל שאלת השלמה מזכה ב־{worth}.",
      },
      matching: {
        one: "שאלת ההתאמה מזכה ב־{worth}.",
        each: "כל שאלת התאמה מזכה ב־{worth}.",
      },
      ordering: {
        one: "שאלת הסידור מזכה ב־{worth}.",
        each: "כל שאלת סידור מזכה ב־{worth}.",
      },
      open: {
        one: "השאלה הפתוחה מזכה ב־{worth}.",
        each: "כל שאלה פתוחה מזכה ב־{worth}.",
      },
    },
  },
  trueFalse: [
    ["נכון", "לא נכון"],
    ["נכונה", "לא נכונה"],
    ["אמת", "שקר"],
    ["נכון", "שגוי"],
    ["נכונה", "שגויה"],
  ],
  lastOptions: [
    whole("כל (?:התשובות|האפשרויות|הטענות|ההיגדים)(?: האחרות| הקודמות| לעיל| שלעיל)?(?: נכונות| נכונים)?"),
    whole(
      '(?:כל|אף אחד מ|אף אחת מ|שום דבר מ)[- ]?(?:האמור|האמורים|הנאמר|הנ["״”]ל)(?: לעיל)?(?: אינו נכון| אינה נכונה| נכון)?',
    ),
    whole(
      "אף (?:אחת מ(?:ן )?ה?(?:תשובות|אפשרויות|טענות)|תשובה|אפשרות|טענה)(?: האחרות| הקודמות| לעיל)?(?: (?:אינה|לא|איננה) נכונה)?",
    ),
    whole("אין תשובה נכונה"),
  ],
  fragile: {
    letters: letterMentions({
      join: " (?:ו[-־–]?\\s*|וגם |או |והן )",
      both: "גם|הן|שתי התשובות|שתיהן",
      only: "רק|בלבד",
      noun: "[בולמש]?ה?(?:תשובה|תשובות|אפשרות|אפשרויות)",
      verdict: "(?:שתיהן )?(?:נכון|נכונה|נכונות|נכונים|שגויה|שגויות)",
    }),
    numbers: [phrase("[בולמש]?ה?(?:שאלה|שאלות) (?:מספר |מס[׳'] )?{n}")],
    neighbours: [phrase("[בולמש]?ה?(?:תשובה|אפשרות|שאלה) (?:ה?קודמת|לעיל|שלעיל)"), phrase("(?:ב|ל|מ|ראו )ה?שאלה הבאה")],
  },
};
