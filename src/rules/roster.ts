import { type Chapter, error } from "./chapter.ts";

/** What can be wrong with a class list. */
export const roster: Chapter = {
  title: "Class lists",
  rules: [
    error({
      id: "roster-column",
      why: "The first line of a class list names its columns: `name`, or `surname` and `name`; `code`, `group` and `version` if there are any. Other columns are named and left out.",
    }),
    error({ id: "roster-empty", why: "Each line below the first is a student; there is none." }),
    error({
      id: "roster-cells",
      why: "A row with more or fewer cells than the first line would put texts under the wrong heads. A cell that holds the separator is quoted.",
    }),
    error({ id: "roster-quote", why: "A quote that is never closed swallows the students behind it." }),
    error({ id: "roster-name", why: "A paper is made out to somebody." }),
    error({
      id: "roster-repeat",
      why: "Two students with one code would be given one file; two lines with one name and no code are one student twice.",
    }),
    error({ id: "roster-version", why: "The exam has no version of that label." }),
    error({
      id: "roster-breaks",
      why: "A student's paper shares the key of its version, page by page; a name must not move a page break. The template gives names a place of a fixed height.",
    }),
  ],
};
