import { type Chapter, error } from "./chapter.ts";

/** What can be said of an exam whose papers are locked. */
export const locks: Chapter = {
  title: "Locked papers",
  rules: [
    error({
      id: "locked-text",
      why: "`exam lock` has written down what is printed, and a paper would read otherwise. Take the change back; or print the papers anew and accept it with `exam lock --relock`.",
    }),
    error({
      id: "locked-question",
      why: "A question that is printed would be gone, or another would be there: it was deleted or added, or a pick falls otherwise.",
    }),
    error({
      id: "locked-order",
      why: "Questions or options would be in another order than on the printed papers, whose letters stand in the keys and on students' answer sheets. Mostly an id or the seed has changed, or an option came or went.",
    }),
    error({
      id: "locked-answer",
      why: "The papers stay as they are printed, and another answer would be right. Where the printed key was wrong, accept it with `exam lock --relock`, and mark what is marked already again.",
    }),
    error({
      id: "locked-look",
      why: "All words of a printed paper stay, but it is set otherwise: columns, page breaks, the template, its styles, or another browser. Only a build knows whether the print differs; where it does, papers printed later would not be like those printed before.",
    }),
    error({
      id: "locked-pages",
      why: "A printed paper would have another number of pages, or a question would begin on another one.",
    }),
    error({
      id: "locked-version",
      why: "A version that was printed is no more among the exam's `versions`. To build some of them there is `--only`.",
    }),
    error({
      id: "locked-copy",
      why: "The paper of a student was printed of another version, or with another name or code. A new line in the middle of a class list changes whose turn it is: put it at the end, or name versions in a column `version`.",
    }),
    {
      id: "lock-kept",
      severity: "note",
      why: "A source is not what it was when the papers were locked, but no printed paper changes: it was a solution, a comment, a rubric.",
      beyondSource: true,
    },
    error({
      id: "unlocked-version",
      why: "Some versions are locked and this one is not. `--locked` wants all to be; `exam lock` takes it in, which changes no printed paper.",
    }),
    error({
      id: "missing-lock",
      why: "`exam build --locked` builds nothing that could still change. The lock is `<name>.lock.json` beside the source; it has to be committed.",
    }),
    error({
      id: "lock-file",
      why: "The lock is not what `exam lock` has written: it was changed by hand, cut off, merged, or is that of another exam. Take it from the history, or write it anew with `--relock`.",
    }),
    error({
      id: "lock-format",
      why: "The lock was written by a newer version of exam, and this one does not understand it.",
    }),
  ],
};
