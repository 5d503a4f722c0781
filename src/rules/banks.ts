import { type Chapter, error, quiz } from "./chapter.ts";

const water = "## Water {tags=heat}\n\nAt what temperature does it boil at sea level?\n\n::numeric[100]{unit=°C}";
const ice = "## Ice {tags=heat}\n\nAt what temperature does it melt?\n\n::numeric[0]{unit=°C}";

/** What can be wrong with files of questions that an exam includes, and with picks. */
export const banks: Chapter = {
  title: "Banks and pools",
  rules: [
    error({
      id: "include",
      why: "`::include` names one Markdown file, in brackets. No other file is read, so that nothing in the exam's folder can come onto a paper by a slip.",
      bad: quiz("# Heat\n\n::include[bank.txt]"),
      good: quiz("# Heat\n\n::include[bank.md]"),
    }),
    error({
      id: "include-loop",
      why: "A file that includes itself, directly or through others, would have no end.",
      bad: quiz("# Heat\n\n::include[exam.md]"),
    }),
    error({
      id: "behind-include",
      why: "An include ends the question before it, so text behind it would belong to none.",
      bad: quiz(`# Heat\n\n${water}\n\n::include[bank.md]\n\nUse a calculator.`),
      good: quiz(`# Heat\n\nUse a calculator.\n\n${water}\n\n::include[bank.md]`),
    }),
    error({
      id: "bank-form",
      why: "A section and the text at its head belong to the exam; an included file has questions alone, so that each of them can stand wherever it is included.",
    }),
    error({
      id: "bank-language",
      why: "An included file whose front matter names another language than the exam's would be read by the words of the wrong one.",
    }),
    error({
      id: "bank-macro",
      why: "The macros of included files are joined to the exam's; a name with two meanings would change formulas without a word.",
    }),
    error({
      id: "unknown-tag",
      why: "A tag that no question of the included file has is a slip, and would leave questions out in silence.",
      bad: quiz("# Heat\n\n::include[bank.md]{tags=haet}"),
      good: quiz("# Heat\n\n::include[bank.md]{tags=heat}"),
    }),
    error({
      id: "pick-count",
      why: "No more questions can be picked than there are.",
      bad: quiz(`# Heat {pick=3}\n\n${water}\n\n${ice}`),
      good: quiz(`# Heat {pick=1}\n\n${water}\n\n${ice}`),
    }),
    error({
      id: "pick-form",
      why: "`pick-per=version` says how the questions of a `pick` are chosen; and what one pick takes from cannot differ from version to version through another inside it.",
      bad: quiz(`# Heat {pick-per=version}\n\n${water}\n\n${ice}`),
      good: quiz(`# Heat {pick=1 pick-per=version}\n\n${water}\n\n${ice}`),
    }),
  ],
};
