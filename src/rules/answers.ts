import { type Chapter, error, quiz } from "./chapter.ts";

const fall = (answer: string) => quiz(`## Fall\n\nHow fast does a stone fall after 1 s?\n\n${answer}`);
const capital = (answer: string) => quiz(`## Capital\n\nWhat is the capital of France?\n\n${answer}`);
const ordering = (items: string) => quiz(`## Planets {kind=ordering}\n\nFrom the sun outwards:\n\n${items}`);
const matching = (rows: string) =>
  quiz(`## Capitals {kind=matching}\n\nMatch them.\n\n| Country | Capital |\n| --- | --- |\n${rows}`);

/** What can be wrong with the answer of a question, kind by kind. */
export const answers: Chapter = {
  title: "Answers",
  rules: [
    error({
      id: "no-right-answer",
      why: "A question without a right answer cannot be marked.",
      bad: [capital("- [ ] Paris\n- [ ] Lyon"), fall("::numeric")],
      good: [capital("- [x] Paris\n- [ ] Lyon"), fall("::numeric[9.81]")],
    }),
    error({
      id: "too-many-right-answers",
      why: "In a question of the kind `single`, and between true and false, exactly one option is right.",
      bad: quiz("## Paris\n\nParis lies on the Seine.\n\n- [x] True\n- [x] False"),
      good: quiz("## Paris\n\nParis lies on the Seine.\n\n- [x] True\n- [ ] False"),
    }),
    error({
      id: "too-few-options",
      why: "One option is no choice.",
      bad: capital("- [x] Paris"),
      good: capital("- [x] Paris\n- [ ] Lyon"),
    }),
    error({
      id: "empty-option",
      why: "An option without text would be a letter beside nothing.",
      bad: capital("- [x] Paris\n- [ ] {#lyon}"),
      good: capital("- [x] Paris\n- [ ] Lyon {#lyon}"),
    }),
    error({
      id: "option-without-box",
      why: "Among options, an item without `[ ]` is neither right nor wrong.",
      bad: capital("- [x] Paris\n- Lyon"),
      good: capital("- [x] Paris\n- [ ] Lyon"),
    }),
    error({
      id: "ordered-options",
      why: "Options are lettered by the tool, in each version anew.",
      bad: capital("1. [x] Paris\n2. [ ] Lyon"),
      good: capital("- [x] Paris\n- [ ] Lyon"),
    }),
    {
      id: "option-pinned-last",
      severity: "note",
      why: "“None of the above” and its like are kept last when options are shuffled. `{pin}` keeps one where it is written, and `{pin=last}` says the same in so many words.",
      bad: capital("- [x] Paris\n- [ ] Lyon\n- [ ] None of the above"),
      good: capital("- [x] Paris\n- [ ] Lyon\n- [ ] None of the above {pin=last}"),
    },
    error({
      id: "not-a-number",
      why: "A numeric answer is a plain number; its unit has a place of its own.",
      bad: fall("::numeric[9.81 m/s]"),
      good: fall('::numeric[9.81]{unit="m/s"}'),
    }),
    error({
      id: "decimal-comma",
      why: "Sources have a point for decimals, whatever the paper prints, for `9,810` is two numbers in two countries.",
      bad: fall("::numeric[9,81]"),
      good: fall("::numeric[9.81]"),
    }),
    error({
      id: "numeric-unit",
      why: "The unit is printed beside the box as plain text.",
      bad: fall('::numeric[9.81]{unit="$m/s$"}'),
      good: fall('::numeric[9.81]{unit="m/s"}'),
    }),
    error({
      id: "value-and-range",
      why: "An answer is a value or a range.",
      bad: fall('::numeric[9.81]{range="9.7..9.9"}'),
      good: fall('::numeric{range="9.7..9.9"}'),
    }),
    error({
      id: "range-with-tolerance",
      why: "A range already says what is right; widen it by the tolerance.",
      bad: fall('::numeric{range="9.7..9.9" tolerance=0.1}'),
      good: fall('::numeric{range="9.6..10.0"}'),
    }),
    error({
      id: "not-a-range",
      why: "A range is written as its smaller number, two points and its larger one.",
      bad: fall('::numeric{range="9.7-9.9"}'),
      good: fall('::numeric{range="9.7..9.9"}'),
    }),
    error({
      id: "range-backwards",
      why: "Nothing lies in a range whose first number is the larger one.",
      bad: fall('::numeric{range="9.9..9.7"}'),
      good: fall('::numeric{range="9.7..9.9"}'),
    }),
    error({
      id: "negative-tolerance",
      why: "A tolerance goes both ways and has no sign.",
      bad: fall("::numeric[9.81]{tolerance=-0.1}"),
      good: fall("::numeric[9.81]{tolerance=0.1}"),
    }),
    error({
      id: "percent-of-zero",
      why: "A share of 0 is 0, so nothing but 0 itself would be right.",
      bad: fall("::numeric[0]{tolerance=1%}"),
      good: fall("::numeric[0]{tolerance=0.01}"),
    }),
    error({
      id: "empty-answer",
      why: "An empty text would make an empty line right.",
      bad: [capital("::short"), capital('::short[Paris]{accept="Lutetia|"}')],
      good: capital('::short[Paris]{accept="Lutetia"}'),
    }),
    error({
      id: "duplicate-answer",
      why: "An answer that is accepted twice is a slip in one of the two.",
      bad: capital('::short[Paris]{accept="Paris"}'),
      good: capital('::short[Paris]{accept="paris"}'),
    }),
    error({
      id: "answer-with-bar",
      why: "A bar between answers belongs into `accept`; in the label it would be part of the answer.",
      bad: capital("::short[Paris|Lutetia]"),
      good: capital("::short[Paris]{accept=Lutetia}"),
    }),
    error({
      id: "empty-blank",
      why: "A gap without an answer cannot be marked.",
      bad: quiz("## Capital\n\nThe capital of France is :blank[]."),
      good: quiz("## Capital\n\nThe capital of France is :blank[Paris]."),
    }),
    error({
      id: "blank-widths",
      why: "All gaps of a question are as wide, so that no length tells an answer.",
      bad: quiz("## Capital\n\n:blank[Paris]{width=2cm} is in :blank[France]{width=3cm}."),
      good: quiz("## Capital\n\n:blank[Paris]{width=3cm} is in :blank[France]."),
    }),
    error({
      id: "matching-columns",
      why: "What is matched stands on the left, its partner on the right.",
      bad: quiz(
        "## Capitals {kind=matching}\n\n| Country | Capital | River |\n| --- | --- | --- |\n| Peru | Lima | Rímac |",
      ),
      good: matching("| Peru | Lima |\n| Chile | Santiago |"),
    }),
    error({
      id: "too-few-pairs",
      why: "One pair needs no matching.",
      bad: matching("| Peru | Lima |"),
      good: matching("| Peru | Lima |\n| Chile | Santiago |"),
    }),
    error({
      id: "empty-cell",
      why: "Every row has a right cell; one without a left cell is a distractor.",
      bad: matching("| Peru | Lima |\n| Chile | Santiago |\n| Bolivia | |"),
      good: matching("| Peru | Lima |\n| Chile | Santiago |\n| | Bogotá |"),
    }),
    error({
      id: "duplicate-cell",
      why: "Two equal cells on the right make two letters right.",
      bad: matching("| Peru | Lima |\n| Chile | Lima |"),
      good: matching("| Peru | Lima |\n| Chile | Santiago |"),
    }),
    error({
      id: "unnumbered-items",
      why: "What is to be put in order is written in the right order, numbered.",
      bad: ordering("- Mercury\n- Venus"),
      good: ordering("1. Mercury\n2. Venus"),
    }),
    error({
      id: "too-few-items",
      why: "One item has no order.",
      bad: ordering("1. Mercury"),
      good: ordering("1. Mercury\n2. Venus"),
    }),
    error({
      id: "empty-item",
      why: "An item without text would be a letter beside nothing.",
      bad: ordering("1. Mercury\n2. Venus\n3."),
      good: ordering("1. Mercury\n2. Venus"),
    }),
    error({
      id: "duplicate-item",
      why: "Two equal items have no right order.",
      bad: ordering("1. Mercury\n2. Mercury"),
      good: ordering("1. Mercury\n2. Venus"),
    }),
  ],
};
