import { type Chapter, error, quiz } from "./chapter.ts";

/** What can be wrong with headings, attributes and blocks. */
export const structure: Chapter = {
  title: "Headings, attributes and blocks",
  rules: [
    error({
      id: "no-questions",
      why: "An exam asks something. A question begins with a line `##`.",
      bad: quiz("# Part I\n\nWhat is entropy?"),
      good: quiz("# Part I\n\n## Entropy\n\nWhat is it?"),
    }),
    error({
      id: "heading-depth",
      why: "`#` begins a section, `##` a question and `###` a part of a question; no other heading has a meaning.",
      bad: quiz("## Entropy\n\nWhat is it?\n\n#### Hint\n\nThink of heat."),
      good: quiz("## Entropy\n\nWhat is it?\n\n**Hint.** Think of heat."),
    }),
    error({
      id: "heading-inside",
      why: "Inside a list, a quote, a solution or the instructions a heading begins nothing.",
      bad: quiz("## Entropy\n\n> ## Clausius\n>\n> The entropy of the universe tends to a maximum."),
      good: quiz("## Entropy\n\n> **Clausius**\n>\n> The entropy of the universe tends to a maximum."),
    }),
    error({
      id: "underlined-heading",
      why: "Markdown takes a line above `---` or `===` for a heading, which is seldom meant. Leave a blank line between them.",
      bad: quiz("## Entropy\n\nWhat is it?\n---"),
      good: quiz("## Entropy\n\nWhat is it?\n\n---"),
    }),
    error({
      id: "attributes",
      why: "Attributes are written `{#id key=value flag}`; what is not understood is never dropped. Values with spaces need straight quotes.",
      bad: quiz("## Entropy {points=2 tags=“heat, work”}\n\nWhat is it?"),
      good: quiz('## Entropy {points=2 tags="heat, work"}\n\nWhat is it?'),
    }),
    error({
      id: "unknown-attribute",
      why: "A mistyped attribute would leave its default in place without a word. The message names the one that is nearest.",
      bad: quiz("## Entropy {point=2}\n\nWhat is it?"),
      good: quiz("## Entropy {points=2}\n\nWhat is it?"),
    }),
    error({
      id: "attribute-value",
      why: "A value that is not understood is never replaced by a default in silence.",
      bad: quiz("## Entropy {points=two}\n\nWhat is it?"),
      good: quiz("## Entropy {points=2}\n\nWhat is it?"),
    }),
    error({
      id: "duplicate-attribute",
      why: "Of an attribute that is given twice only one value can count.",
      bad: quiz("## Entropy {points=2 points=3}\n\nWhat is it?"),
    }),
    {
      id: "idle-attribute",
      severity: "warning",
      why: "`columns` and `shuffle=false` are for options. An ordering or a matching question is always shuffled, since the order of its source is the answer. A picture's height in % has nothing it is a share of. Where a pick takes all there is, no version can have others.",
      bad: [
        quiz("## Planets {kind=ordering shuffle=false}\n\nFrom the sun outwards:\n\n1. Mercury\n2. Venus\n3. Earth"),
        quiz("## Graph\n\nDescribe it.\n\n![A rising line](graph.svg){height=50%}"),
        quiz("# Heat {pick=2 pick-per=version}\n\n## Water\n\nWhy does it boil?\n\n## Ice\n\nWhy does it melt?"),
      ],
      good: quiz("## Planets {kind=ordering}\n\nFrom the sun outwards:\n\n1. Mercury\n2. Venus\n3. Earth"),
    },
    error({
      id: "stray-attributes",
      why: "Attributes end a heading or the first paragraph of an option, or follow a picture; elsewhere they would be printed. Braces that are meant as text are written `\\{` and `\\}`.",
      bad: quiz("## Entropy\n\nWhat is {#it} then?"),
      good: quiz("## Entropy\n\nWhat is \\{#it\\} then?"),
    }),
    error({
      id: "unknown-directive",
      why: "What looks like our syntax and was not understood would be printed, or drop its text. A colon that is meant as text is written `\\:`.",
      bad: quiz("## Planets\n\nThe largest one is :blanck[Jupiter]."),
      good: quiz("## Planets\n\nThe largest one is :blank[Jupiter]."),
    }),
    error({
      id: "directive-form",
      why: "`:::solution`, `:::rubric` and `:::note` stand alone on their line; what stands beside them would be lost.",
      bad: quiz("## Entropy\n\nWhat is it?\n\n:::solution[Clausius]\nA measure of disorder.\n:::"),
      good: quiz("## Entropy\n\nWhat is it?\n\n:::solution\nClausius: a measure of disorder.\n:::"),
    }),
    error({
      id: "stray-directive",
      why: "An answer, a solution or a rubric that belongs to no question would be printed for everyone or for no one.",
      bad: quiz("# Heat\n\n:::solution\nA measure of disorder.\n:::\n\n## Entropy\n\nWhat is it?"),
      good: quiz("# Heat\n\n## Entropy\n\nWhat is it?\n\n:::solution\nA measure of disorder.\n:::"),
    }),
    error({
      id: "stray-options",
      why: "Options that no question takes for its answer would be printed with their marks.",
      bad: quiz("# Heat\n\n- [x] Joule\n- [ ] Watt\n\n## Unit\n\nWhat is it measured in?"),
      good: quiz("# Heat\n\n## Unit\n\nWhat is it measured in?\n\n- [x] Joule\n- [ ] Watt"),
    }),
    error({
      id: "two-answers",
      why: "A question is answered in one way. What has two answers is divided into parts.",
      bad: quiz("## Fall\n\nHow fast, and why?\n\n::numeric[9.81]\n\n::short[gravity]"),
      good: quiz("## Fall\n\n### Speed\n\nHow fast?\n\n::numeric[9.81]\n\n### Reason\n\nWhy?\n\n::short[gravity]"),
    }),
    error({
      id: "kind-without-answer",
      why: "The kind that was named needs an answer that is written in its way.",
      bad: quiz("## Capitals {kind=matching}\n\nMatch them.\n\n- Peru: Lima\n- Chile: Santiago"),
      good: quiz(
        "## Capitals {kind=matching}\n\nMatch them.\n\n| Country | Capital |\n| --- | --- |\n| Peru | Lima |\n| Chile | Santiago |",
      ),
    }),
    error({
      id: "part-points",
      why: "A question is worth the sum of its parts; a number that differs is a slip in one of them.",
      bad: quiz("## Fall {points=5}\n\n### {points=2}\n\nHow fast?\n\n### {points=2}\n\nWhy?"),
      good: quiz("## Fall {points=4}\n\n### {points=2}\n\nHow fast?\n\n### {points=2}\n\nWhy?"),
    }),
    error({
      id: "rubric-form",
      why: "Each line of a rubric says what it is worth, so that its sum can be checked.",
      bad: quiz("## Proof\n\nProve it.\n\n:::rubric\n- states the theorem\n:::"),
      good: quiz("## Proof\n\nProve it.\n\n:::rubric\n- 1: states the theorem\n:::"),
    }),
    error({
      id: "space",
      why: "An answer space says how much room it gives, in one way.",
      bad: quiz("## Proof\n\nProve it.\n\n::space"),
      good: quiz("## Proof\n\nProve it.\n\n::space{lines=8}"),
    }),
  ],
};
