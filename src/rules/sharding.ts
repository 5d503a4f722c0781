import { type Chapter, error } from "./chapter.ts";

/** What can be wrong with papers that are built in parts. */
export const sharding: Chapter = {
  title: "Papers built in parts",
  rules: [
    error({
      id: "too-many-parts",
      why: "A part without a paper is nothing to be built; the number behind the stroke of `--shard` is that of all parts.",
    }),
    error({
      id: "merge-parts",
      why: "`exam merge` makes of all parts what one build would have made. One is missing or there twice, was made of other sources or by another program, or a file of it was changed since.",
    }),
  ],
};
