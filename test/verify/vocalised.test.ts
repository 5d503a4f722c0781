import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Version } from "../../src/model/version.ts";
import { verify } from "../../src/verify/verify.ts";
import { expectation, openPrintShop, type PrintShop, type Sample, sampleOf } from "./print-shop.ts";

let shop: PrintShop;
beforeAll(async () => {
  shop = await openPrintShop();
});
afterAll(() => shop.close());

const ARABIC = [
  "وَقَفَ الرَّجُلُ عَلَى شَاطِئِ الْبَحْرِ يَنْظُرُ إِلَى السُّفُنِ",
  "بَلَغَ شَاطِئَ النَّهْرِ مُبَكِّرًا",
  "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ",
  "ذَٰلِكَ الْكِتَابُ لَا رَيْبَ فِيهِ هُدًى لِّلْمُتَّقِينَ",
  "مَنْ جَدَّ وَجَدَ وَمَنْ زَرَعَ حَصَدَ",
  "الْعِلْمُ نُورٌ وَالْجَهْلُ ظَلَامٌ",
  "اطْلُبُوا الْعِلْمَ مِنَ الْمَهْدِ إِلَى اللَّحْدِ",
  "قَالَ الْقُرْآنُ: آمَنُوا وَعَمِلُوا الصَّالِحَاتِ",
  "يَٰٓأَيُّهَا ٱلنَّاسُ ٱعْبُدُوا رَبَّكُمُ ٱلَّذِى خَلَقَكُمْ",
  "إِنَّآ أَعْطَيْنَٰكَ ٱلْكَوْثَرَ",
  "اِشْتَرَى ٣ كُتُبٍ بِـ 12.5 دِينَارًا مِنْ Amazon Kindle",
  "حُلَّ الْمُعَادَلَةَ $x^2 + 1 = 0$ ثُمَّ بَيِّنِ السَّبَبَ",
  "شَيْئًا فَشَيْئًا، رُؤْيَةُ الْمُؤْمِنِ لِلسَّائِلِ",
  "لُ مُ: مَا هِيَ حَرَكَةُ الرَّفْعِ؟ ـُ",
];
const HEBREW = ["בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָֽרֶץ", "שָׁלוֹם עֲלֵיכֶם, יְלָדִים!", "וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ 12.5 ו־BYOL $x^2$"];
const LATIN = ["Trường đại học Việt Nam, câu hỏi thứ nhất".normalize("NFD"), "Ngày mai trời nắng đẹp", "x̂ ỹ ǫ̈"];

/** An exam that has each text as a title, as a question and as options; the key quotes them. */
function examOf(lang: string, template: string, texts: readonly string[]): Sample {
  const other = (index: number) => texts[index % texts.length];
  const questions = texts.map(
    (text, index) => `## ${text} {#q${index}}

${text}?

- [x] ${other(index + 1)}
- [ ] ${other(index + 2)}

:::solution
${text}
:::
`,
  );
  return sampleOf(`---\ntitle: ${texts[0]}\nlang: ${lang}\ntemplate: ${template}\n---\n\n${questions.join("\n")}`);
}

async function expectProof(sample: Sample): Promise<void> {
  const [version] = sample.versions as [Version];
  expect(await shop.prove(sample, version)).toEqual([]);
  expect(await shop.prove(sample, version, "key")).toEqual([]);
}

describe.each(["default", "modern", "compact"])("in the template %s", (template) => {
  test.each([
    ["ar", ARABIC],
    ["he", HEBREW],
    ["es", LATIN],
  ])("an exam in %s with marks on its letters passes, and so does its key", (lang, texts) =>
    expectProof(examOf(lang, template, texts)),
  );

  test("so does one of any vocalised words", async () => {
    const words = ARABIC.flatMap((text) => text.split(" ")).filter((word) =>
      /^\p{Script=Arabic}[\p{Script=Arabic}\p{M}]{3,}$/u.test(word),
    );
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 14 }).map((all) => all.join(" "));
    const texts = fc.uniqueArray(sentence, { minLength: 14, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(texts, (all) => expectProof(examOf("ar", template, all))),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

const arabic = examOf("ar", "default", ARABIC.slice(0, 3));
const [version] = arabic.versions as [Version];
const page = arabic.page(version);
const found = async (pattern: string | RegExp, replacement: string) => {
  const html = page.html.replace(pattern, replacement);
  expect(html).not.toBe(page.html);
  return (await shop.proveOther(arabic, version, { ...page, html })).map(({ rule }) => rule);
};

test.each([
  ["a letter", "النَّهْرِ مُبَكِّرًا?", "النَّمْرِ مُبَكِّرًا?"],
  ["a vowel", "النَّهْرِ مُبَكِّرًا?", "النَّهْرُ مُبَكِّرًا?"],
  ["a vowel left away", "النَّهْرِ مُبَكِّرًا?", "النَّهْرِ مُبَكِّرا?"],
  ["a vowel of letters that are one glyph", "شَاطِئَ النَّهْرِ مُبَكِّرًا?", "شَاطِئُ النَّهْرِ مُبَكِّرًا?"],
])("%s changed is found", async (_, old, other) => {
  expect(await found(old, other)).toContain("verify-text");
});

test("a mark cut off above a title is found", async () => {
  expect(
    await found(
      "</head>",
      "<style>.exam-header { padding: 0 !important } .exam-title { line-height: 1 !important }</style></head>",
    ),
  ).toContain("verify-cut");
});

describe("what glyphs are said to be", () => {
  /** What is found in the paper when its pages' contents are changed behind the browser's back. */
  const foundWhere = async (sample: Sample, change: (content: string) => string) => {
    const [version] = sample.versions as [Version];
    const pdf = await shop.print(sample.page(version));
    let changes = 0;
    const bytes = Buffer.from(pdf.bytes)
      .toString("latin1")
      .replace(/<<\/Filter \/FlateDecode\s+\/Length \d+>>\s*stream\n([\s\S]*?)\nendstream/g, (all, packed) => {
        const content = inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
        const other = content.includes("/MCID") ? change(content) : content;
        if (other === content) return all;
        changes++;
        return `<</Length ${other.length}>> stream\n${other}\nendstream`;
      });
    expect(changes).toBeGreaterThan(0);
    return verify(Buffer.from(bytes, "latin1"), expectation(sample, version, pdf)).map(({ rule }) => rule);
  };
  const hex = (text: string) => `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;

  test("is what they are", async () => {
    expect(await foundWhere(arabic, (content) => `${content}\n`)).toEqual([]);
  });

  test.each([
    ["another letter", "بُ"],
    ["another vowel", "لَ"],
    ["more", "لُلُ"],
  ])("is not %s", async (_, other) => {
    expect(await foundWhere(arabic, (content) => content.replaceAll(hex("لُ"), hex(other)))).toContain("verify-text");
  });

  test("does not hide them", async () => {
    const problems = await foundWhere(arabic, (content) =>
      content.replace(/\/ActualText <\w+>/g, "/ActualText <FEFF>"),
    );
    expect(problems).toContain("verify-text");
  });

  test("holds nothing of the key, even where there are none", async () => {
    const secret = "الجواب الصحيح هو العدد الأول دون غيره من الأعداد المذكورة";
    const exam = sampleOf(`---\ntitle: T\nlang: ar\n---\n\n## {#a}\n\nما هو؟\n\n:::solution\n${secret}\n:::\n`);
    const leaking = (content: string) => `${content}\n/Span <</ActualText ${hex(secret)}>> BDC EMC\n`;
    expect(await foundWhere(exam, leaking)).toEqual(["verify-leak"]);
  });
});
