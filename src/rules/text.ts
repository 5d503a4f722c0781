import { type Chapter, error, quiz } from "./chapter.ts";

/** What can be wrong with Markdown that no paper can show. */
export const text: Chapter = {
  title: "Text",
  rules: [
    error({
      id: "raw-html",
      why: "HTML can do things no paper shows, and in a stranger's exam things nobody wants. `br sub sup kbd mark u small` may stand in a line, closed and without attributes. A less-than sign is written `&lt;` where it is taken for a tag.",
      bad: [quiz("## Entropy\n\n<div>What is it?</div>"), quiz("## Water\n\nWhat is H<sub>2O?")],
      good: quiz("## Water\n\nWhat is H<sub>2</sub>O?"),
    }),
    error({
      id: "link",
      why: "A link goes to `http`, `https` or `mailto`, or to a place on the paper with `#`.",
      bad: quiz("## Entropy\n\nSee [the book](ftp://example.org/book)."),
      good: quiz("## Entropy\n\nSee [the book](https://example.org/book)."),
    }),
    error({
      id: "missing-glyph",
      why: "Papers are set in typefaces that come with the program, so that every machine prints the same; what none of them has would be an empty box. They have Latin, Greek, Cyrillic, Arabic and Hebrew letters, signs and, as packages of their own, Chinese, Japanese and Korean. A template of your own may bring more.",
      bad: quiz("## Greetings\n\nWhat does สวัสดี mean?"),
      good: quiz("## Greetings\n\nWhat do Γειά, Привет, مرحبا and שלום mean?"),
    }),
    error({
      id: "missing-typeface",
      why: "The typefaces of Chinese, Japanese and Korean are so large that each is a package of its own, to be installed where it is needed.",
    }),
    error({
      id: "duplicate-definition",
      why: "Of two definitions of one name only the first counts, and the second would not be printed.",
      bad: quiz("## Entropy\n\nWhat is it?[^1]\n\n[^1]: In one word.\n\n[^1]: In two words."),
    }),
    error({
      id: "unused-definition",
      why: "A line `[name]: address` is never printed; unless a link uses it, it was probably meant as text.",
      bad: quiz("## Entropy\n\nWhat is it?\n\n[Hint]: heat"),
      good: quiz("## Entropy\n\nWhat is it?\n\n\\[Hint]: heat"),
    }),
    error({
      id: "unused-footnote",
      why: "A footnote that nothing calls is not printed.",
      bad: quiz("## Entropy\n\nWhat is it?\n\n[^1]: In one word."),
      good: quiz("## Entropy\n\nWhat is it?[^1]\n\n[^1]: In one word."),
    }),
    error({
      id: "empty-footnote",
      why: "The text of a footnote begins on its own line; on the next it is no footnote any more.",
      bad: quiz("## Entropy\n\nWhat is it?[^1]\n\n[^1]:\n\nIn one word."),
      good: quiz("## Entropy\n\nWhat is it?[^1]\n\n[^1]: In one word."),
    }),
    error({
      id: "footnote-inside",
      why: "A footnote cannot call another one.",
      bad: quiz("## Entropy\n\nWhat is it?[^1] Why?[^2]\n\n[^1]: In one word.[^2]\n\n[^2]: Or in two."),
      good: quiz("## Entropy\n\nWhat is it?[^1] Why?[^2]\n\n[^1]: In one word.\n\n[^2]: Or in two."),
    }),
    error({
      id: "footnote-repeated",
      why: "A long footnote that is called thousands of times would fill the memory.",
    }),
  ],
};
