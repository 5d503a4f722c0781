import type { Language } from "./language.ts";
import { LATIN_PARTS } from "./lettering.ts";
import { unspaced, whole } from "./phrase.ts";

export const ja: Language = {
  tag: "ja",
  name: "日本語",
  direction: "ltr",
  colon: "：",
  options: {
    letters: [..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"],
    label: "{letter}．",
  },
  parts: LATIN_PARTS,
  fields: {
    surname: "姓",
    name: "名",
    code: "学籍番号",
    group: "クラス",
    signature: "署名",
    score: "得点",
  },
  labels: {
    fullName: "氏名",
    date: "日付",
    duration: "試験時間",
    instructor: "担当教員",
    instructors: "担当教員",
    instructions: "注意事項",
    version: "バージョン",
    key: "模範解答",
    question: "問",
    points: "配点",
    total: "合計",
    score: "得点",
    bonus: "加点問題",
    answer: "解答",
    solution: "解説",
    rubric: "採点基準",
    feedback: "コメント",
    note: "採点者への注記",
    accepted: "正答として認める解答",
    tolerance: "許容誤差",
    page: "ページ",
    figure: "図",
    draft: "草案",
  },
  pageOf: "{page} / {pages} ページ",
  points: { other: "{points}点" },
  pointsShort: { other: "{points}点" },
  time: {
    hours: { other: "{hours}時間" },
    minutes: { other: "{minutes}分" },
    both: "{hours}{minutes}",
  },
  instructions: {
    duration: "試験時間は{duration}です。",
    questions: { other: "問題は全{questions}問です。" },
    worth: {
      single: { one: "択一式問題の配点は{worth}です。", each: "択一式問題の配点は各{worth}です。" },
      multiple: { one: "複数選択問題の配点は{worth}です。", each: "複数選択問題の配点は各{worth}です。" },
      "true-false": { one: "正誤問題の配点は{worth}です。", each: "正誤問題の配点は各{worth}です。" },
      numeric: { one: "数値解答問題の配点は{worth}です。", each: "数値解答問題の配点は各{worth}です。" },
      short: { one: "短答式問題の配点は{worth}です。", each: "短答式問題の配点は各{worth}です。" },
      blanks: { one: "空所補充問題の配点は{worth}です。", each: "空所補充問題の配点は各{worth}です。" },
      matching: { one: "組合せ問題の配点は{worth}です。", each: "組合せ問題の配点は各{worth}です。" },
      ordering: { one: "並べ替え問題の配点は{worth}です。", each: "並べ替え問題の配点は各{worth}です。" },
      open: { one: "記述式問題の配点は{worth}です。", each: "記述式問題の配点は各{worth}です。" },
    },
  },
  trueFalse: [
    ["正", "誤"],
    ["正しい", "誤り"],
    ["○", "×"],
    ["〇", "×"],
    ["正しい", "正しくない"],
    ["正しい", "間違い"],
    ["真", "偽"],
  ],
  lastOptions: [
    whole(
      "(?:上記|以上|上|これら)(?:の選択肢)?(?:の|は)?(?:すべて|全て|いずれも|どれも)(?:が?(?:正しい|誤り|正しくない|該当する))?",
    ),
    whole(
      "(?:上記|以上|これら|上)?の?(?:いずれ|どれ)(?:でもない|にも該当しない|にも当てはまらない)|(?:いずれも|どれも)(?:正しくない|正しい|誤り(?:である)?)",
    ),
    whole("(?:すべて|全て)(?:正しい|誤り|正解)|該当なし|正しいものはない|正解なし|上記以外"),
  ],
  fragile: {
    letters: [
      unspaced("選択肢 [a-hア-ク](?![a-zァ-ヶー])"),
      unspaced(
        "(?<![a-zァ-ヶー])[a-hア-ク] [と、・] [a-hア-ク] (?:の?両方|の?どちらも|は?ともに|がともに|が正しい|は正しい)",
      ),
      whole("[a-hア-ク](?:\\s*[と、・,，]\\s*[a-hア-ク])+(?:のみ|だけ|の両方|の?いずれも)?"),
    ],
    numbers: [unspaced("(?<![質学訪])(?:設問|問題|問) {n}(?![\\d.]| ?[回点個分])"), unspaced("第 {n} 問")],
    neighbours: [
      unspaced("前問|次問"),
      unspaced("(?:直前|一つ前|ひとつ前|前|上)の (?:選択肢|設問|問題|問)(?![題い]?[にへ]答え)"),
    ],
  },
};
