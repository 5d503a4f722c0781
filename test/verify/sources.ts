import fc from "fast-check";

const words = fc.constantFrom(
  ...[
    "office",
    "waffle",
    "naïve",
    "self-made",
    "Δt",
    "−5",
    "-3",
    "3.14",
    "5 kHz",
    "x²",
    "a/b",
    "“so”",
    "it's",
    "2",
    "(c)",
  ],
  ...[
    "*stress*",
    "**heavy**",
    "`a - b`",
    "$x_1 < 2$",
    "$\\frac{a}{b}$",
    "~~no~~",
    "H<sub>2</sub>O",
    "100 %",
    "αβγ",
    "жук",
    "…",
  ],
);
const phrase = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => `So ${all.join(" ")}`);
const long = fc.array(words, { minLength: 60, maxLength: 160 }).map((all) => `So ${all.join(" ")}`);
const block = fc.oneof(
  { weight: 5, arbitrary: phrase },
  long,
  fc.constantFrom(
    "```python\nx = 1 - 2\n\ny = x\n```",
    "$$\na_1 + b_2\n$$\n\n$$\nc\n$$",
    "1. one\n2. two\n   - three",
    "| a | b |\n| - | - |\n| 1 | |",
  ),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n\n"));
const options = fc
  .uniqueArray(phrase, { minLength: 2, maxLength: 6 })
  .chain((texts) => fc.tuple(...texts.map((text) => fc.tuple(fc.constant(text), fc.boolean(), fc.option(blocks)))))
  .map((all) =>
    all
      .map(([text, right, feedback], index) => {
        const quote = feedback === null ? "" : `\n  > ${feedback.replaceAll("\n", "\n  > ")}`;
        return `- [${right || index === 0 ? "x" : " "}] ${text}${quote}`;
      })
      .join("\n"),
  );
const open = fc.constantFrom("::space{lines=3}", "::space{box height=2cm}", "", "::space{height=fill}");
const answer = fc.oneof(
  options,
  open,
  fc.constantFrom(
    '::short[waffle]{accept="so|no"}',
    '::numeric[9.81]{tolerance=1% unit="m/s²"}',
    '::numeric{range="-2..-1"}',
    "1 :blank[office] and *:blank[a $x$]*",
  ),
);
const keyText = fc
  .option(fc.tuple(fc.constantFrom("solution", "note"), blocks))
  .map((text) => (text ? `:::${text[0]}\n${text[1]}\n:::` : ""));
const item = fc.tuple(blocks, answer, keyText).map((all) => all.join("\n\n"));
const pairs = "{kind=matching}\n\nSo:\n\n| l | r |\n| - | - |\n| 1 | one |\n| $2$ | two *2* |\n| | 3 |";
const order = "{kind=ordering}\n\nSo:\n\n1. one\n2. two $2$\n\n   2b\n3. three\n   > first";
const question = fc.oneof(
  { weight: 4, arbitrary: item.map((text) => `\n\n${text}`) },
  fc.constantFrom(pairs, order),
  fc
    .tuple(blocks, fc.array(item, { minLength: 1, maxLength: 3 }))
    .map(([text, parts]) => `\n\n${text}\n\n${parts.map((part, at) => `### {#p${at}}\n\n${part}`).join("\n\n")}`),
);
/** Sources of exams of every kind of question, in which much may be mistaken for something else. */
export const sources = fc
  .record({
    front: fc.record({
      columns: fc.constant(1),
      lang: fc.constantFrom("en", "es", "ru", "de"),
      paper: fc.constantFrom("A4", "A5"),
    }),
    titled: fc.boolean(),
    sections: fc.array(fc.tuple(fc.boolean(), fc.option(blocks), fc.array(question, { minLength: 1, maxLength: 4 })), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ front, titled, sections }) => {
    let id = 0;
    const text = sections.map(([heading, text, questions]) => {
      const own = questions.map(
        (question) =>
          `## ${titled ? `Title ${++id}` : ""}${question.startsWith("{kind") ? question.replace("{", ` {#q${++id} `) : ` {#q${++id}}${question}`}`,
      );
      return [heading ? `# Section ${id} x` : "", heading ? (text ?? "") : "", ...own].join("\n\n");
    });
    return `---\ntitle: Random\nversions: 3\nshuffle: { questions: true }\ncolumns: ${front.columns}\nlang: ${front.lang}\npaper: ${front.paper}\n---\n\n${text.join("\n\n")}\n`;
  });
